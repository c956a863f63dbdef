Feature: RLock
  Source: Python library reference 3.14, threading, "RLock Objects".
  Not here: Condition over an RLock (condition.feature).

  Background:
    Given an RLock guard
    And threads alpha and beta

  Rule: An RLock is created unlocked and unowned

    @RLOCK-001.a
    Scenario: A new RLock is owned by nobody, so nobody can release it
      When alpha releases guard
      Then alpha raised RuntimeError
      When alpha acquires guard without blocking
      Then alpha returned True

    @RLOCK-002.a
    Scenario: RLock is no class
      When main calls isinstance(guard, threading.RLock)
      Then main raised TypeError

    @RLOCK-003.a
    Scenario Outline: RLock(<arguments>) warns, and returns a usable lock
      When main calls threading.RLock(<arguments>) as odd
      And main reads threadstone.warnings
      Then main returned ['DeprecationWarning']
      When main acquires odd
      Then main returned True
      When alpha acquires odd without blocking
      Then alpha returned False

      Examples:
        | case       | arguments |
        | positional | 1         |
        | keyword    | a=1       |

  Rule: The owner acquires as often as it likes; others wait until it has let go as often

    @RLOCK-004.a
    Scenario: Acquiring a free RLock makes the caller its owner
      When alpha acquires guard
      Then alpha returned True
      When beta acquires guard without blocking
      Then beta returned False

    @RLOCK-005.a
    Scenario Outline: The owner gets True from acquire(<arguments>) at once
      When alpha acquires guard
      And alpha calls guard.acquire(<arguments>)
      Then alpha returned True
      When beta acquires guard without blocking
      Then beta returned False

      Examples:
        | case         | arguments      |
        | blocking     |                |
        | non-blocking | blocking=False |
        | timed        | timeout=1h     |

    @RLOCK-006.a
    Scenario: Another thread waits until the owner has fully released
      When alpha acquires guard
      And alpha acquires guard
      And beta acquires guard
      Then beta is blocked on guard
      When alpha releases guard
      Then beta is still blocked
      When alpha releases guard
      Then beta returned True

    @RLOCK-007.a
    Scenario: Another thread's try fails while the lock is owned
      When alpha acquires guard
      And beta acquires guard without blocking
      Then beta returned False

    @RLOCK-008.a
    Scenario: Another thread's timed acquire gives up when its timeout has passed, not before
      When alpha acquires guard
      And beta acquires guard with timeout 2s
      And 1s pass
      Then beta is still blocked
      When 1s pass
      Then beta returned False
      And beta was blocked for exactly 2s

    @RLOCK-008.b
    Scenario: Another thread's timed acquire succeeds as soon as the owner has released in time
      When alpha acquires guard
      And beta acquires guard with timeout 1h
      Then beta is blocked on guard
      When alpha releases guard
      Then beta returned True

    @RLOCK-009.a
    Scenario: After three acquisitions it takes three releases
      When alpha acquires guard
      And alpha acquires guard
      And alpha acquires guard
      And alpha releases guard
      And alpha releases guard
      Then alpha returned None
      When beta acquires guard without blocking
      Then beta returned False
      When alpha releases guard
      And beta acquires guard without blocking
      Then beta returned True

    @RLOCK-015.a
    Scenario: A method that holds the lock may call another one that takes it
      Given a task outer
      And a task inner that does:
        | acquire guard |
        | release guard |
      When alpha runs outer in a with block of guard
      And outer runs inner
      Then outer returned None
      When beta acquires guard without blocking
      Then beta returned False
      When outer finishes
      And beta acquires guard without blocking
      Then beta returned True

    @RLOCK-015.b
    Scenario: A recursion under the lock completes level by level
      Given a task level_one
      And a task level_two
      And a task level_three that returns None
      When alpha runs level_one in a with block of guard
      And level_one runs level_two in a with block of guard
      And level_two runs level_three in a with block of guard
      Then level_three ran once
      When level_two finishes
      And level_one finishes
      And beta acquires guard without blocking
      Then beta returned True

    @RLOCK-017.a
    Scenario: The final release makes exactly one of the waiting threads the owner
      Given a thread gamma
      When main acquires guard
      And alpha, beta and gamma acquire guard in that order
      Then alpha, beta and gamma are blocked
      When main releases guard
      Then exactly 2 of alpha, beta and gamma are blocked
      And exactly 1 of alpha, beta and gamma returned True

  Rule: Only the owner can release

    @RLOCK-010.a
    Scenario: One release too many is refused
      When alpha acquires guard
      And alpha releases guard
      And alpha releases guard
      Then alpha raised RuntimeError

    @RLOCK-011.a
    Scenario: A release by a thread that is not the owner is refused
      When alpha acquires guard
      And beta releases guard
      Then beta raised RuntimeError

    @RLOCK-012.a
    Scenario: A refused release changes neither owner nor depth
      When alpha acquires guard
      And alpha acquires guard
      And beta releases guard
      Then beta raised RuntimeError
      When alpha releases guard
      And beta acquires guard without blocking
      Then beta returned False
      When alpha releases guard
      And beta acquires guard without blocking
      Then beta returned True

    @RLOCK-018.a
    Scenario: An RLock whose owner has ended stays locked, and nobody can release it
      When alpha acquires guard
      And alpha finishes
      Then alpha is finished
      When beta acquires guard with timeout 1s
      And 1s pass
      Then beta returned False
      When beta releases guard
      Then beta raised RuntimeError

  Rule: The with statement counts like acquire and release

    @RLOCK-013.a
    Scenario: Nested blocks release the lock when the outermost one ends
      Given a task outer
      And a task inner
      When alpha runs outer in a with block of guard
      And outer runs inner in a with block of guard
      And inner finishes
      And beta acquires guard without blocking
      Then beta returned False
      When outer finishes
      And beta acquires guard without blocking
      Then beta returned True

    @RLOCK-014.a
    Scenario: An exception through nested blocks undoes every level and arrives unchanged
      Given a task outer
      And a task inner
      And a ValueError called boom
      When alpha runs outer in a with block of guard
      And outer runs inner in a with block of guard
      And inner dies of boom
      Then outer raised boom
      When outer dies of boom
      Then alpha raised boom
      When beta acquires guard without blocking
      Then beta returned True

  Rule: Arguments are those of Lock.acquire, also for the owner

    @RLOCK-019.a
    Scenario: A try with a timeout is refused on a free lock
      When alpha calls guard.acquire(False, 1)
      Then alpha raised ValueError

    @RLOCK-019.b
    Scenario: A try with a timeout is refused even from the owner
      When alpha acquires guard
      And alpha calls guard.acquire(False, 1)
      Then alpha raised ValueError

    @RLOCK-020.a
    Scenario: A negative timeout is refused
      When main calls guard.acquire(timeout=-100)
      Then main raised ValueError

    @RLOCK-021.a
    Scenario: A timeout above TIMEOUT_MAX is refused
      When main calls guard.acquire(timeout=threading.TIMEOUT_MAX + 1)
      Then main raised OverflowError

    @RLOCK-021.b
    Scenario: A timeout of TIMEOUT_MAX is accepted
      When main calls guard.acquire(timeout=threading.TIMEOUT_MAX)
      Then main returned True
      When alpha acquires guard without blocking
      Then alpha returned False

    @RLOCK-022.a
    Scenario Outline: acquire(<arguments>) takes blocking and timeout, in this order or by these names
      When alpha acquires guard
      And beta calls guard.acquire(<arguments>)
      Then beta is blocked on guard
      When 2s pass
      Then beta returned False

      Examples:
        | case       | arguments                 |
        | positional | True, 2s                  |
        | keywords   | timeout=2s, blocking=True |

  Rule: A signal reaches a main thread that is blocked on an RLock

    @RLOCK-023.a
    Scenario: A handler that returns lets the wait go on
      Given a task note that returns None
      When main installs note for SIGUSR1
      And alpha acquires guard
      And main acquires guard
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When alpha releases guard
      Then main returned True

    @RLOCK-023.b
    Scenario: A handler that raises ends the wait, and the lock has not been acquired
      Given a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And alpha acquires guard
      And main acquires guard
      Then main is blocked on guard
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      When alpha releases guard
      And beta acquires guard without blocking
      Then beta returned True

  Rule: An RLock excludes, and publishes what its owner wrote

    @RLOCK-016.a
    Scenario: No increment is lost when every thread counts inside two levels of the lock
      Given a thread gamma
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | acquire guard    |
        | read counter     |
        | release guard    |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha, beta and gamma each run bump 20 times
      Then the value of counter is 60

    @RLOCK-016.b
    Scenario: No increment inside the lock is lost, whatever the schedule
      Given a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | acquire guard    |
        | read counter     |
        | release guard    |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade    |
        | 2     | required |

    @RLOCK-025.a
    Scenario: The next owner sees all that was written before the final release
      Given a shared variable payload starting at 0
      And a shared variable number starting at 0
      And a task publish that does:
        | acquire guard    |
        | read payload     |
        | add 1 to payload |
        | write payload    |
        | acquire guard    |
        | read number      |
        | add 1 to number  |
        | write number     |
        | release guard    |
        | release guard    |
      When alpha and beta each run publish 30 times
      Then the value of payload is 60
      And the value of number is 60

  Rule: Owner and depth can be inspected

    @RLOCK-024.a
    Scenario Outline: locked is true for <who> while any thread owns the lock
      When <who> calls guard.locked()
      Then <who> returned False
      When alpha acquires guard
      And <who> calls guard.locked()
      Then <who> returned True
      When alpha releases guard
      And <who> calls guard.locked()
      Then <who> returned False

      Examples:
        | case           | who   |
        | the owner      | alpha |
        | another thread | beta  |

    @RLOCK-026.a
    Scenario: _is_owned is true for the owner alone
      When alpha acquires guard
      And alpha calls guard._is_owned()
      Then alpha returned True
      When beta calls guard._is_owned()
      Then beta returned False
      When alpha releases guard
      And alpha calls guard._is_owned()
      Then alpha returned False

    @RLOCK-027.a
    Scenario: _recursion_count is the depth for the owner and 0 for others
      When alpha acquires guard
      And alpha acquires guard
      And alpha calls guard._recursion_count()
      Then alpha returned 2
      When beta calls guard._recursion_count()
      Then beta returned 0
      When alpha releases guard
      And alpha calls guard._recursion_count()
      Then alpha returned 1

    @RLOCK-028.a
    Scenario: repr tells state, owner and depth
      When main calls repr(guard)
      Then main returned a text that starts with "<unlocked"
      When main acquires guard
      And main acquires guard
      And main calls repr(guard)
      Then main returned a text that starts with "<locked"
      And main returned a text that contains "owner="
      And main returned a text that contains "count=2"
