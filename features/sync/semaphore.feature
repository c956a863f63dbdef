Feature: Semaphore
  Source: Python library reference 3.14, threading, "Semaphore Objects".
  Not here: the bounded variant (bounded_semaphore.feature).

  Background:
    Given threads alpha and beta

  Rule: A semaphore is created with a number of permits

    @SEM-001.a
    Scenario: Without a number it has one permit
      Given a Semaphore gate
      When alpha acquires gate
      Then alpha returned True
      When beta acquires gate
      Then beta is blocked on gate
      When alpha releases gate
      Then beta returned True

    @SEM-002.a
    Scenario Outline: Semaphore(<arguments>) admits two at once and lets the third wait
      When main calls threading.Semaphore(<arguments>) as gate
      And main acquires gate without blocking
      Then main returned True
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate
      Then beta is blocked on gate

      Examples:
        | case       | arguments |
        | positional | 2         |
        | keyword    | value=2   |

    @SEM-003.a
    Scenario: A semaphore of 0 lets the first acquire wait for a release
      Given a Semaphore gate with value=0
      When alpha acquires gate
      Then alpha is blocked on gate
      When beta releases gate
      Then alpha returned True

    @SEM-004.a
    Scenario Outline: Semaphore(<arguments>) is refused
      When main calls threading.Semaphore(<arguments>)
      Then main raised ValueError

      Examples:
        | case       | arguments |
        | positional | -1        |
        | keyword    | value=-2  |

    @SEM-031.a
    Scenario: A class may derive from Semaphore, and its objects admit and block
      When main derives a class Gate from threading.Semaphore
      And main calls Gate(1) as gate
      And main calls isinstance(gate, threading.Semaphore)
      Then main returned True
      When alpha calls gate.acquire()
      Then alpha returned True
      When beta calls gate.acquire(False)
      Then beta returned False

    @SEM-032.a
    Scenario: repr shows the number of free permits
      Given a Semaphore gate with value=3
      When main acquires gate
      And main calls repr(gate)
      Then main returned a text that contains "value=2"
      When main releases gate
      And main releases gate
      And main calls repr(gate)
      Then main returned a text that contains "value=4"

  Rule: acquire takes a permit, or waits for one

    @SEM-005.a
    Scenario: Each acquire takes one permit
      Given a Semaphore gate with value=3
      When alpha acquires gate
      Then alpha returned True
      When alpha acquires gate
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-007.a
    Scenario: An acquire of an exhausted semaphore waits for a release
      Given a Semaphore gate
      When alpha acquires gate
      And beta acquires gate
      Then beta is blocked on gate
      When alpha releases gate
      Then beta returned True

    @SEM-008.a
    Scenario: A try succeeds while there are permits and fails when there are none
      Given a Semaphore gate with value=1
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False
      When alpha releases gate
      And beta acquires gate without blocking
      Then beta returned True

    @SEM-009.a
    Scenario: Tries at once get as many permits as there are
      Given a thread gamma
      And a Semaphore gate with value=2
      When alpha, beta and gamma acquire gate without blocking, all at once
      Then exactly 2 of alpha, beta and gamma returned True
      And exactly 1 of alpha, beta and gamma returned False

    @SEM-010.a
    Scenario: A timed acquire gives up when its timeout has passed, not before
      Given a Semaphore gate with value=0
      When alpha acquires gate with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False
      And alpha was blocked for exactly 2s

    @SEM-011.a
    Scenario: A timed acquire succeeds at once while there is a permit
      Given a Semaphore gate
      When alpha acquires gate with timeout 1h
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-011.b
    Scenario: A timed acquire succeeds as soon as a permit is released
      Given a Semaphore gate with value=0
      When alpha acquires gate with timeout 1h
      Then alpha is blocked on gate
      When beta releases gate
      Then alpha returned True

    @SEM-012.a
    Scenario: A try with a timeout is refused and takes no permit
      Given a Semaphore gate
      When alpha calls gate.acquire(False, timeout=1.0)
      Then alpha raised ValueError
      When alpha calls gate.acquire(False, None)
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-013.a
    Scenario Outline: acquire(<arguments>) takes blocking and timeout, in this order or by these names
      Given a Semaphore gate with value=0
      When alpha calls gate.acquire(<arguments>)
      Then alpha is blocked on gate
      When 2s pass
      Then alpha returned False

      Examples:
        | case       | arguments                 |
        | positional | True, 2s                  |
        | keywords   | timeout=2s, blocking=True |

    @SEM-013.b
    Scenario: A timeout of None is no limit
      Given a Semaphore gate with value=0
      When alpha calls gate.acquire(timeout=None)
      And 2s pass
      Then alpha is blocked on gate
      When beta releases gate
      Then alpha returned True

    @SEM-014.a
    Scenario Outline: A timeout of <timeout> only tries
      Given a Semaphore gate
      When alpha calls gate.acquire(timeout=<timeout>)
      Then alpha returned True
      When beta calls gate.acquire(timeout=<timeout>)
      Then beta returned False

      Examples:
        | case     | timeout |
        | zero     | 0       |
        | negative | -1      |

    @SEM-015.a
    Scenario: A timeout above TIMEOUT_MAX is refused when it would have to wait
      Given a Semaphore gate with value=0
      When alpha calls gate.acquire(timeout=1e100)
      Then alpha raised OverflowError
      When alpha releases gate
      And alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-016.a
    Scenario: An acquire that timed out takes nothing from the next release
      Given a Semaphore gate with value=0
      When alpha acquires gate with timeout 1s
      And 1s pass
      Then alpha returned False
      When main releases gate
      And beta acquires gate without blocking
      Then beta returned True

    @SEM-026.a
    Scenario: Who holds a permit needs another one to acquire again
      Given a Semaphore gate
      When alpha acquires gate
      And alpha acquires gate without blocking
      Then alpha returned False

    @SEM-028.a
    Scenario: Whoever is served first, every release serves one
      Given a Semaphore gate with value=0
      When alpha and beta acquire gate in that order
      And main releases gate
      Then exactly 1 of alpha and beta is blocked
      When main releases gate
      Then alpha and beta returned True

  Rule: release gives permits back, by whichever thread

    @SEM-006.a
    Scenario: Each release adds one permit and returns None
      Given a Semaphore gate with value=0
      When alpha releases gate
      Then alpha returned None
      When alpha acquires gate without blocking
      Then alpha returned True
      When alpha acquires gate without blocking
      Then alpha returned False

    @SEM-017.a
    Scenario: A semaphore may be released more often than it was acquired
      Given a Semaphore gate
      When main releases gate
      And alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned True
      When main acquires gate without blocking
      Then main returned False

    @SEM-018.a
    Scenario: A thread may release what another one acquired
      Given a Semaphore gate
      When alpha acquires gate
      And beta releases gate
      Then beta returned None
      When alpha acquires gate without blocking
      Then alpha returned True

    @SEM-019.a
    Scenario: A release that comes first is remembered
      Given a Semaphore gate with value=0
      When alpha releases gate
      And beta acquires gate
      Then beta returned True
      When alpha acquires gate without blocking
      Then alpha returned False

    @SEM-020.a
    Scenario: One release lets exactly one of the blocked threads through
      Given a thread gamma
      And a Semaphore gate with value=0
      When alpha, beta and gamma acquire gate in that order
      And main releases gate
      Then exactly 2 of alpha, beta and gamma are blocked
      And exactly 1 of alpha, beta and gamma returned True

    @SEM-021.a
    Scenario Outline: release(<arguments>) lets two of three blocked threads through
      Given a thread gamma
      And a Semaphore gate with value=0
      When alpha, beta and gamma acquire gate in that order
      And main calls gate.release(<arguments>)
      Then exactly 1 of alpha, beta and gamma is blocked

      Examples:
        | case       | arguments |
        | positional | 2         |
        | keyword    | n=2       |

    @SEM-022.a
    Scenario: Permits that nobody waits for stay
      Given a Semaphore gate with value=0
      When alpha acquires gate
      And main calls gate.release(2)
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-023.a
    Scenario Outline: release(<count>) is refused and changes nothing
      Given a Semaphore gate
      When main calls gate.release(<count>)
      Then main raised ValueError
      When alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False

      Examples:
        | case     | count |
        | zero     | 0     |
        | negative | -1    |

  Rule: A semaphore admits so many, and no more

    @SEM-024.a
    Scenario: As many threads are inside together as there are permits, and no more
      Given a thread gamma
      And a Semaphore gate with value=2
      When alpha, beta and gamma acquire gate in that order
      Then exactly 2 of alpha, beta and gamma returned True
      And exactly 1 of alpha, beta and gamma is blocked

    @SEM-025.a
    Scenario: After balanced pairs there are as many permits as before
      Given a thread gamma
      And a Semaphore gate with value=2
      And a task pass_through that does:
        | acquire gate |
        | release gate |
      When alpha, beta and gamma each run pass_through 20 times
      And alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned True
      When gamma acquires gate without blocking
      Then gamma returned False

    @SEM-025.b
    Scenario: With one permit a semaphore excludes, whatever the schedule
      Given a Semaphore gate
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire gate     |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release gate     |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade    |
        | 2     | required |

    @SEM-027.a
    Scenario: The with statement takes a permit and gives it back
      Given a Semaphore gate
      And a task block
      When alpha runs block in a with block of gate
      And beta acquires gate without blocking
      Then beta returned False
      When block finishes
      And beta acquires gate without blocking
      Then beta returned True

    @SEM-027.b
    Scenario: The permit is given back when the block raises
      Given a Semaphore gate
      And a task block
      And a KeyError called boom
      When alpha runs block in a with block of gate
      And block dies of boom
      Then alpha raised boom
      When beta acquires gate without blocking
      Then beta returned True
      When beta acquires gate without blocking
      Then beta returned False

    @SEM-029.a
    Scenario: Who got a permit sees what was written before it was released
      Given a Semaphore gate with value=0
      And a shared variable data starting at 0
      When alpha acquires gate
      And beta sets data.value to 42
      And beta releases gate
      Then alpha returned True
      When alpha reads data.value
      Then alpha returned 42

    @SEM-030.a
    Scenario: A handler that raises ends the wait, and no permit is taken
      Given a Semaphore gate with value=0
      And a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And main acquires gate
      Then main is blocked on gate
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      When main releases gate
      And alpha acquires gate without blocking
      Then alpha returned True
      When beta acquires gate without blocking
      Then beta returned False
