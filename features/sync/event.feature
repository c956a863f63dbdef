Feature: Event
  Source: Python library reference 3.14, threading, "Event Objects".
  Not here: asyncio.Event.

  Background:
    Given an Event go
    And threads alpha and beta

  Rule: An event is a flag that is raised, lowered and read

    @EVENT-001.a
    Scenario: A new event is not set
      Then go is not set
      When alpha calls go.wait(0)
      Then alpha returned False

    @EVENT-002.a
    Scenario: The constructor takes no arguments
      When main calls threading.Event(True)
      Then main raised TypeError

    @EVENT-003.a
    Scenario: set raises the flag and returns None
      When main sets go
      Then main returned None
      And go is set

    @EVENT-004.a
    Scenario: clear lowers the flag and returns None
      When main sets go
      Then go is set
      When main clears go
      Then main returned None
      And go is not set

    @EVENT-005.a
    Scenario: Setting twice is setting once: one clear undoes it
      When main sets go
      And main sets go
      Then go is set
      When main clears go
      Then go is not set

    @EVENT-005.b
    Scenario: Clearing twice is clearing once: one set undoes it
      When main clears go
      And main clears go
      Then go is not set
      When main sets go
      Then go is set

    @EVENT-006.a
    Scenario: is_set reports True or False and changes nothing
      When main calls go.is_set()
      Then main returned False
      When main calls go.is_set()
      Then main returned False
      When main sets go
      And main calls go.is_set()
      Then main returned True
      When main calls go.is_set()
      Then main returned True

  Rule: wait returns True as soon as the flag is set

    @EVENT-007.a
    Scenario: Waiting on a set event returns True at once and leaves it set
      Then go is not set
      When main sets go
      And alpha waits on go
      Then alpha returned True
      When beta waits on go with timeout 1h
      Then beta returned True
      And go is set

    @EVENT-008.a
    Scenario: A waiter is blocked until another thread sets the event
      When alpha waits on go
      Then alpha is blocked on go
      When beta sets go
      Then alpha returned True

    @EVENT-009.a
    Scenario: One set releases every waiter
      Given a thread gamma
      When alpha, beta and gamma wait on go in that order
      Then alpha, beta and gamma are blocked
      When main sets go
      Then alpha, beta and gamma returned True

    @EVENT-019.a
    Scenario: Nothing behind the wait happens before the event is set
      Given a shared variable passed starting at 0
      And a Lock guard
      And a task pass_gate that does:
        | go.wait()       |
        | acquire guard   |
        | read passed     |
        | add 1 to passed |
        | write passed    |
        | release guard   |
      When alpha and beta each run pass_gate once
      Then alpha and beta are blocked
      And the value of passed is 0
      When main sets go
      Then the value of passed is 2

  Rule: A timed wait returns False when the flag was not set in time

    @EVENT-010.a
    Scenario: A timed wait gives up when its timeout has passed, not before, and leaves the flag alone
      When alpha waits on go with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False
      And alpha was blocked for exactly 2s
      And go is not set

    @EVENT-010.b
    Scenario: Every waiter gives up at its own time
      When alpha waits on go with timeout 1s
      And beta waits on go with timeout 3s
      And 1s pass
      Then alpha returned False
      And beta is still blocked
      When 2s pass
      Then beta returned False

    @EVENT-011.a
    Scenario: A timed wait is an interruptible sleep: it ends as soon as the flag is set
      When alpha waits on go with timeout 1h
      Then alpha is blocked on go
      When beta sets go
      Then alpha returned True

    @EVENT-012.a
    Scenario: wait(0) reports the flag and never blocks
      When alpha calls go.wait(0)
      Then alpha returned False
      When main sets go
      And alpha calls go.wait(0)
      Then alpha returned True

    @EVENT-013.a
    Scenario: A timeout above TIMEOUT_MAX is refused, and the event stays usable
      When alpha calls go.wait(1e100)
      Then alpha raised OverflowError
      When main sets go
      And alpha waits on go
      Then alpha returned True

    @EVENT-020.a
    Scenario: A worker that polls the event between two pieces of work ends when it is set
      When alpha waits on go with timeout 1s
      And 1s pass
      Then alpha returned False
      When alpha waits on go with timeout 1h
      And main sets go
      Then alpha returned True
      When alpha finishes
      Then alpha is finished

  Rule: clear closes the gate again, for those who come later

    @EVENT-014.a
    Scenario: After clear, waiters block until the next set
      When main sets go
      And main clears go
      And alpha waits on go
      Then alpha is blocked on go
      When main sets go
      Then alpha returned True

    @EVENT-015.a
    Scenario: clear neither wakes the waiters nor makes them fail
      When alpha waits on go
      And main clears go
      Then alpha is blocked on go
      When main sets go
      Then alpha returned True

    @EVENT-016.a
    Scenario: Who was waiting when the event was set is released, even if it is cleared at once
      Given a thread gamma
      And a task pulse that does:
        | set go   |
        | clear go |
      When alpha, beta and gamma wait on go in that order
      And main runs pulse
      Then alpha, beta and gamma returned True
      And go is not set

    @EVENT-017.a
    Scenario: Who comes after clear is not served by the earlier set
      When main sets go
      And main clears go
      And alpha waits on go with timeout 1s
      Then alpha is blocked on go
      When 1s pass
      Then alpha returned False

  Rule: Setting an event publishes what was written before

    @EVENT-018.a
    Scenario: A waiter reads what was written before the event was set
      Given a shared variable data starting at 1
      And a task publish that does:
        | read data      |
        | add 41 to data |
        | write data     |
        | set go         |
      When alpha waits on go
      Then alpha is blocked on go
      When main runs publish
      Then alpha returned True
      When alpha reads data.value
      Then alpha returned 42

    @EVENT-018.b
    Scenario: Who sees the flag set reads what was written before
      Given a shared variable data starting at 1
      And a task publish that does:
        | read data      |
        | add 41 to data |
        | write data     |
        | set go         |
      When beta runs publish
      And alpha calls go.is_set()
      Then alpha returned True
      When alpha reads data.value
      Then alpha returned 42

  Rule: An event is an object of a class of its own

    @EVENT-021.a
    Scenario: An event cannot be used in a with statement
      Given a task block that returns None
      When main runs block in a with block of go
      Then main raised TypeError
      And block ran never

    @EVENT-021.b
    Scenario Outline: An event has no <name>
      When main calls hasattr(go, '<name>')
      Then main returned False

      Examples:
        | case    | name    |
        | acquire | acquire |
        | release | release |

    @EVENT-024.a
    Scenario: A class may derive from Event, and its objects work as events
      When main derives a class Gate from threading.Event
      And main calls Gate() as gate
      And main calls isinstance(gate, threading.Event)
      Then main returned True
      When alpha calls gate.wait()
      Then alpha is blocked on gate
      When main calls gate.set()
      Then alpha returned True

    @EVENT-025.a
    Scenario: repr ends with the state of the flag
      When main calls repr(go)
      Then main returned a text that contains ": unset>"
      When main sets go
      And main calls repr(go)
      Then main returned a text that contains ": set>"

    @EVENT-023.a
    Scenario: isSet is the deprecated name of is_set
      When main calls go.isSet()
      Then main returned False
      When main reads threadstone.warnings
      Then main returned ['DeprecationWarning']
      When main sets go
      And main calls go.isSet()
      Then main returned True

  Rule: A signal reaches a main thread that waits

    @EVENT-022.a
    Scenario: A handler that returns lets the wait go on
      Given a task note that returns None
      When main installs note for SIGUSR1
      And main waits on go
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When alpha sets go
      Then main returned True

    @EVENT-022.b
    Scenario: A handler that raises ends the wait and leaves the flag alone
      Given a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And main waits on go
      Then main is blocked on go
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      And go is not set
