Feature: BoundedSemaphore
  Source: Python library reference 3.14, threading, "Semaphore Objects" (BoundedSemaphore).
  Not here: what it shares with Semaphore (semaphore.feature).

  Background:
    Given threads alpha and beta

  Rule: The number of permits never exceeds the initial one

    @BSEM-001.a
    Scenario: Without a number the bound is one permit
      Given a BoundedSemaphore gate
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False
      When alpha releases gate
      And alpha releases gate
      Then alpha raised ValueError

    @BSEM-002.a
    Scenario Outline: BoundedSemaphore(<arguments>) is refused
      When main calls threading.BoundedSemaphore(<arguments>)
      Then main raised ValueError

      Examples:
        | case       | arguments |
        | positional | -1        |
        | keyword    | value=-1  |

    @BSEM-003.a
    Scenario: One release too many is refused
      Given a BoundedSemaphore gate with value=2
      When alpha acquires gate
      And alpha releases gate
      Then alpha returned None
      When alpha releases gate
      Then alpha raised ValueError

    @BSEM-004.a
    Scenario: The bound holds whoever acquires and whoever releases
      Given a BoundedSemaphore gate with value=2
      When alpha acquires gate
      And alpha acquires gate
      And beta releases gate
      And beta releases gate
      Then beta returned None
      When main releases gate
      Then main raised ValueError

    @BSEM-005.a
    Scenario: A refused release changes nothing
      Given a BoundedSemaphore gate
      When main releases gate
      Then main raised ValueError
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

    @BSEM-011.a
    Scenario: A bound of 0 refuses every release
      Given a BoundedSemaphore gate with value=0
      When alpha acquires gate without blocking
      Then alpha returned False
      When alpha releases gate
      Then alpha raised ValueError

    @BSEM-008.a
    Scenario: release(2) gives two permits back at once
      Given a BoundedSemaphore gate with value=2
      When alpha acquires gate
      And alpha acquires gate
      And alpha calls gate.release(2)
      Then alpha returned None
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned False

    @BSEM-009.a
    Scenario: A release that would exceed the bound has no effect at all
      Given a BoundedSemaphore gate with value=2
      When alpha acquires gate
      And alpha calls gate.release(2)
      Then alpha raised ValueError
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned False

    @BSEM-010.a
    Scenario Outline: release(<count>) is refused even while permits are out
      Given a BoundedSemaphore gate
      When alpha acquires gate
      And alpha calls gate.release(<count>)
      Then alpha raised ValueError

      Examples:
        | case     | count |
        | zero     | 0     |
        | negative | -1    |

  Rule: Otherwise it is a semaphore

    @BSEM-006.a
    Scenario: Balanced pairs work any number of times
      Given a BoundedSemaphore gate
      And a task pass_through that does:
        | acquire gate |
        | release gate |
      When alpha and beta each run pass_through 50 times
      Then alpha and beta returned None
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

    @BSEM-007.a
    Scenario: A timed acquire gives up when its timeout has passed
      Given a BoundedSemaphore gate
      When alpha acquires gate
      And beta acquires gate with timeout 2s
      And 1s pass
      Then beta is still blocked
      When 1s pass
      Then beta returned False

    @BSEM-007.b
    Scenario: A try with a timeout is refused
      Given a BoundedSemaphore gate
      When alpha calls gate.acquire(False, 1)
      Then alpha raised ValueError

    @BSEM-007.c
    Scenario: A blocked acquire is served by a release
      Given a BoundedSemaphore gate
      When alpha acquires gate
      And beta acquires gate
      Then beta is blocked on gate
      When alpha releases gate
      Then beta returned True

    @BSEM-012.a
    Scenario: The with statement gives the permit back even when its block raises
      Given a BoundedSemaphore gate
      And a task block
      And a KeyError called boom
      When alpha runs block in a with block of gate
      And beta acquires gate without blocking
      Then beta returned False
      When block dies of boom
      Then alpha raised boom
      When beta acquires gate without blocking
      Then beta returned True

    @BSEM-013.a
    Scenario: One release lets exactly one of the blocked threads through
      Given a thread gamma
      And a BoundedSemaphore gate
      When main acquires gate
      And alpha, beta and gamma acquire gate in that order
      And main releases gate
      Then exactly 2 of alpha, beta and gamma are blocked

    @BSEM-014.a
    Scenario: BoundedSemaphore derives from Semaphore
      Given a BoundedSemaphore gate
      When main calls isinstance(gate, threading.Semaphore)
      Then main returned True
      When main calls isinstance(gate, threading.Event)
      Then main returned False

    @BSEM-015.a
    Scenario: repr shows free permits and bound
      Given a BoundedSemaphore gate with value=3
      When main calls repr(gate)
      Then main returned a text that contains "value=3/3"
      When main acquires gate
      And main calls repr(gate)
      Then main returned a text that contains "value=2/3"
