Feature: Lock
  Source: Python library reference 3.14, threading, "Lock Objects".
  Not here: Condition over a lock (condition.feature), deadlocks between several locks (deadlock.feature).

  Background:
    Given a Lock guard
    And threads alpha and beta

  Rule: A lock is created unlocked, takes no arguments and is independent of every other lock

    @LOCK-001.a
    Scenario: A new lock is unlocked
      Then guard is not locked
      When alpha acquires guard without blocking
      Then alpha returned True

    @LOCK-002.a
    Scenario: Holding one lock keeps nobody from another
      Given a Lock other
      When alpha acquires guard
      And beta acquires other without blocking
      Then beta returned True
      When beta acquires guard without blocking
      Then beta returned False

    @LOCK-002.b
    Scenario: Two calls of Lock make two objects
      Given a Lock other
      When main calls operator.is_(guard, other)
      Then main returned False

    @LOCK-003.a
    Scenario Outline: The constructor refuses the arguments <arguments>
      When main calls threading.Lock(<arguments>)
      Then main raised TypeError

      Examples:
        | case       | arguments |
        | positional | 1         |
        | keyword    | a=1       |
        | both       | 1, 2, a=1 |

    @LOCK-004.a
    Scenario: Lock is the class of locks
      Given an Event other
      When main calls isinstance(guard, threading.Lock)
      Then main returned True
      When main calls isinstance(other, threading.Lock)
      Then main returned False

    @LOCK-005.a
    Scenario: No class can derive from Lock
      When main derives a class Mine from threading.Lock
      Then main raised TypeError

  Rule: acquire locks a free lock at once, and otherwise waits until it is released

    @LOCK-006.a
    Scenario: Acquiring a free lock locks it and returns True
      Then guard is not locked
      When alpha acquires guard
      Then alpha returned True
      And guard is locked

    @LOCK-007.a
    Scenario Outline: acquire(<arguments>) of a held lock waits for the release and then holds the lock
      When alpha acquires guard
      And beta calls guard.acquire(<arguments>)
      Then beta is blocked on guard
      When alpha releases guard
      Then beta returned True
      And guard is locked

      Examples:
        | case       | arguments     |
        | default    |               |
        | positional | True          |
        | keyword    | blocking=True |

    @LOCK-013.a
    Scenario Outline: acquire(<arguments>) takes blocking and timeout, in this order or by these names
      When alpha acquires guard
      And beta calls guard.acquire(<arguments>)
      Then beta is blocked on guard
      When 2s pass
      Then beta returned False

      Examples:
        | case       | arguments                 |
        | positional | True, 2s                  |
        | mixed      | True, timeout=2s          |
        | keywords   | timeout=2s, blocking=True |

    @LOCK-026.a
    Scenario: A thread that acquires its own lock twice goes on when another thread releases it
      When alpha acquires guard
      And alpha acquires guard
      Then alpha is blocked on guard
      When beta releases guard
      Then alpha returned True
      And guard is locked

    @LOCK-043.a
    Scenario: Threads blocked on a lock do not stop the others
      Given a thread gamma
      And a task work that returns 'done'
      When main acquires guard
      And alpha and beta acquire guard in that order
      And gamma runs work
      Then gamma returned 'done'
      And alpha and beta are still blocked

  Rule: A non-blocking acquire only tries

    @LOCK-008.a
    Scenario Outline: <who> gets False from a try of a held lock, and the lock stays locked
      When alpha acquires guard
      And <who> acquires guard without blocking
      Then <who> returned False
      And guard is locked

      Examples:
        | case           | who   |
        | another thread | beta  |
        | the holder     | alpha |

    @LOCK-009.a
    Scenario: A try of a free lock locks it
      When alpha acquires guard without blocking
      Then alpha returned True
      When beta acquires guard without blocking
      Then beta returned False

    @LOCK-010.a
    Scenario Outline: blocking=<blocking> counts by its truth value
      When alpha acquires guard
      And beta calls guard.acquire(<blocking>)
      Then beta returned False

      Examples:
        | case       | blocking |
        | empty list | []       |
        | None       | None     |

    @LOCK-019.a
    Scenario: A timeout of 0 only tries
      When alpha calls guard.acquire(timeout=0)
      Then alpha returned True
      When beta calls guard.acquire(timeout=0)
      Then beta returned False

  Rule: A timed acquire waits no longer than its timeout, and no shorter

    @LOCK-011.a
    Scenario: A timed acquire gives up when its timeout has passed, not before
      When alpha acquires guard
      And beta acquires guard with timeout 2s
      And 1s pass
      Then beta is still blocked
      When 1s pass
      Then beta returned False
      And beta was blocked for exactly 2s

    @LOCK-012.a
    Scenario: A timed acquire of a free lock succeeds at once
      Then guard is not locked
      When alpha acquires guard with timeout 1h
      Then alpha returned True
      And guard is locked

    @LOCK-012.b
    Scenario: A timed acquire succeeds as soon as the lock is released in time
      When alpha acquires guard
      And beta acquires guard with timeout 1h
      Then beta is blocked on guard
      When alpha releases guard
      Then beta returned True

    @LOCK-015.a
    Scenario: A timeout of -1 is no limit
      When alpha acquires guard
      And beta calls guard.acquire(timeout=-1)
      And 2s pass
      Then beta is still blocked
      When alpha releases guard
      Then beta returned True

    @LOCK-029.a
    Scenario: An acquire that timed out leaves no trace
      When alpha acquires guard
      And beta acquires guard with timeout 1s
      And 1s pass
      Then beta returned False
      When alpha releases guard
      Then guard is not locked
      When alpha acquires guard without blocking
      Then alpha returned True

  Rule: Arguments that make no sense are refused and change nothing

    @LOCK-014.a
    Scenario Outline: guard.<call> is refused with TypeError
      When main calls guard.<call>
      Then main raised TypeError

      Examples:
        | case                | call                |
        | unknown keyword     | acquire(wait=False) |
        | surplus argument    | acquire(True, 1, 1) |
        | argument to release | release(1)          |

    @LOCK-016.a
    Scenario Outline: acquire(<arguments>) of a held lock is refused: who does not wait has no timeout
      When alpha acquires guard
      And beta calls guard.acquire(<arguments>)
      Then beta raised ValueError

      Examples:
        | case         | arguments                 |
        | positional   | False, 1                  |
        | keywords     | blocking=False, timeout=1 |
        | zero timeout | False, 0                  |

    @LOCK-016.b
    Scenario: A try with a timeout is refused on a free lock too
      When alpha calls guard.acquire(False, 1)
      Then alpha raised ValueError

    @LOCK-017.a
    Scenario Outline: A timeout of <timeout> is refused
      When main calls guard.acquire(timeout=<timeout>)
      Then main raised ValueError

      Examples:
        | case     | timeout |
        | whole    | -100    |
        | fraction | -0.5    |

    @LOCK-018.a
    Scenario Outline: A timeout of <timeout> is more than TIMEOUT_MAX and refused
      When main calls guard.acquire(timeout=<timeout>)
      Then main raised OverflowError

      Examples:
        | case     | timeout                   |
        | just     | threading.TIMEOUT_MAX + 1 |
        | far      | 1e100                     |
        | infinite | inf                       |

    @LOCK-018.b
    Scenario: A timeout of TIMEOUT_MAX is accepted
      Then guard is not locked
      When main calls guard.acquire(timeout=threading.TIMEOUT_MAX)
      Then main returned True
      And guard is locked

    @LOCK-020.a
    Scenario Outline: A timeout of <timeout> is no number and refused
      When main calls guard.acquire(timeout=<timeout>)
      Then main raised TypeError

      Examples:
        | case | timeout |
        | None | None    |
        | text | '1'     |

    @LOCK-021.a
    Scenario Outline: A free lock is still free after the refused acquire(<arguments>)
      When main calls guard.acquire(<arguments>)
      Then main raised <error>
      And guard is not locked

      Examples:
        | case     | arguments    | error         |
        | value    | timeout=-100 | ValueError    |
        | overflow | timeout=inf  | OverflowError |
        | type     | timeout='1'  | TypeError     |

    @LOCK-021.b
    Scenario Outline: A held lock is still held after the refused acquire(<arguments>)
      When alpha acquires guard
      And main calls guard.acquire(<arguments>)
      Then main raised <error>
      And guard is locked

      Examples:
        | case     | arguments    | error         |
        | value    | timeout=-100 | ValueError    |
        | overflow | timeout=inf  | OverflowError |
        | type     | timeout='1'  | TypeError     |

  Rule: release unlocks, by whichever thread

    @LOCK-022.a
    Scenario: Releasing a held lock unlocks it and returns None
      When alpha acquires guard
      And alpha releases guard
      Then alpha returned None
      And guard is not locked
      When beta acquires guard without blocking
      Then beta returned True

    @LOCK-023.a
    Scenario: A lock that was never acquired cannot be released, and stays usable
      When alpha releases guard
      Then alpha raised RuntimeError
      And guard is not locked
      When alpha acquires guard
      Then alpha returned True

    @LOCK-023.b
    Scenario: A second release in a row is refused
      When alpha acquires guard
      And alpha releases guard
      And alpha releases guard
      Then alpha raised RuntimeError
      When alpha acquires guard
      Then alpha returned True

    @LOCK-024.a
    Scenario: ThreadError is another name of the error for releasing an unlocked lock
      When main calls operator.is_(threading.ThreadError, RuntimeError)
      Then main returned True
      When main calls operator.is_(threading.ThreadError, ValueError)
      Then main returned False

    @LOCK-025.a
    Scenario: A thread may release a lock that another one acquired
      When alpha acquires guard
      And beta releases guard
      Then beta returned None
      When alpha acquires guard without blocking
      Then alpha returned True

    @LOCK-027.a
    Scenario: Whoever failed to get the lock can still release it under the holder's feet
      When alpha acquires guard
      And beta acquires guard without blocking
      Then beta returned False
      When beta releases guard
      Then beta returned None
      And guard is not locked

    @LOCK-032.a
    Scenario: One release lets exactly one of the blocked threads go on
      Given a thread gamma
      When main acquires guard
      And alpha, beta and gamma acquire guard in that order
      Then alpha, beta and gamma are blocked
      When main releases guard
      Then exactly 2 of alpha, beta and gamma are blocked
      And exactly 1 of alpha, beta and gamma returned True

    @LOCK-033.a
    Scenario: When everybody releases in turn, everybody gets the lock
      Given a thread gamma
      And a task pass_through that does:
        | acquire guard |
        | release guard |
      When main acquires guard
      And alpha, beta and gamma each run pass_through once
      Then alpha, beta and gamma are blocked
      When main releases guard
      Then alpha, beta and gamma returned None
      And guard is not locked

    @LOCK-034.a
    Scenario: Each release serves one of the waiters, in whatever order
      Given a thread gamma
      When main acquires guard
      And alpha, beta and gamma acquire guard in that order
      And main releases guard
      Then exactly 2 of alpha, beta and gamma are blocked
      When main releases guard
      Then exactly 1 of alpha, beta and gamma is blocked
      When main releases guard
      Then alpha, beta and gamma returned True

  Rule: locked tells the state to anybody, and changes nothing

    @LOCK-028.a
    Scenario Outline: <who> sees the lock unlocked, locked and unlocked again
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
        | the holder     | alpha |
        | another thread | beta  |

  Rule: The with statement acquires on entry and releases however the block is left

    @LOCK-035.a
    Scenario: The with statement holds the lock for as long as its block runs
      Given a task first_block
      And a task second_block
      When alpha runs first_block in a with block of guard
      Then guard is locked
      When beta runs second_block in a with block of guard
      Then beta is blocked on guard
      And second_block ran never
      When first_block finishes
      Then second_block ran once
      When second_block finishes
      Then guard is not locked

    @LOCK-036.a
    Scenario: The with statement binds True
      Given a task block that returns None
      When alpha runs block in a with block of guard
      Then block was called with (True)

    @LOCK-036.b
    Scenario: Entering returns True, leaving returns None
      When alpha calls guard.__enter__()
      Then alpha returned True
      When alpha calls guard.__exit__(None, None, None)
      Then alpha returned None
      And guard is not locked

    @LOCK-037.a
    Scenario: An exception leaves the block as it is, and the lock is released
      Given a task block
      And a ValueError called boom
      When alpha runs block in a with block of guard
      Then guard is locked
      When block dies of boom
      Then alpha raised boom
      And guard is not locked

    @LOCK-038.a
    Scenario Outline: Leaving the block by <way> releases the lock
      Given a task block
      When alpha runs block in a with block of guard left by <way>
      Then guard is locked
      When block finishes
      Then guard is not locked
      And block ran once

      Examples:
        | case     | way      |
        | return   | return   |
        | break    | break    |
        | continue | continue |

    @LOCK-039.a
    Scenario: A block that releases the lock itself makes the with statement fail
      Given a task block
      When alpha runs block in a with block of guard
      And block releases guard
      And block finishes
      Then alpha raised RuntimeError

  Rule: A signal reaches a main thread that is blocked on a lock

    @LOCK-040.a
    Scenario: A handler that raises ends the wait, and the lock has not been acquired
      Given a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And alpha acquires guard
      And main acquires guard
      Then main is blocked on guard
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      When alpha releases guard
      Then guard is not locked

    @LOCK-041.a
    Scenario: After a handler that returns, the wait goes on
      Given a task note that returns None
      When main installs note for SIGUSR1
      And alpha acquires guard
      And main acquires guard
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When alpha releases guard
      Then main returned True

    @LOCK-042.a
    Scenario: Signals neither prolong nor shorten a timed wait
      Given a task note that returns None
      When main installs note for SIGUSR1
      And alpha acquires guard
      And main acquires guard with timeout 3s
      And 1s pass
      And SIGUSR1 arrives
      And 1s pass
      Then main is still blocked
      When 1s pass
      Then main returned False
      And main was blocked for exactly 3s

  Rule: A lock excludes, and publishes what was written while it was held

    @LOCK-030.a
    Scenario: No increment is lost when every thread counts inside the lock
      Given a thread gamma
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha, beta and gamma each run bump 20 times
      Then the value of counter is 60

    @LOCK-030.c
    Scenario: No increment inside the lock is lost, whatever the schedule
      Given a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade    |
        | 2     | required |

    @LOCK-030.b
    Scenario: Who only reads is kept out as well
      Given a shared variable data starting at 7
      When alpha acquires guard
      And alpha reads data.value
      And beta acquires guard
      Then beta is blocked on guard
      When alpha releases guard
      And beta reads data.value
      Then beta returned 7

    @LOCK-031.a
    Scenario: Of several tries at once exactly one succeeds
      Given a thread gamma
      When alpha, beta and gamma acquire guard without blocking, all at once
      Then exactly 1 of alpha, beta and gamma returned True
      And exactly 2 of alpha, beta and gamma returned False

    @LOCK-045.a
    Scenario: Who acquires the lock sees all that was written before its release
      Given a shared variable payload starting at 0
      And a shared variable number starting at 0
      And a task publish that does:
        | acquire guard    |
        | read payload     |
        | add 1 to payload |
        | write payload    |
        | read number      |
        | add 1 to number  |
        | write number     |
        | release guard    |
      When alpha and beta each run publish 30 times
      Then the value of payload is 60
      And the value of number is 60

  Rule: A lock outlives its holder, and works in any thread

    @LOCK-044.a
    Scenario: A lock stays locked when its holder ends, until somebody else releases it
      When alpha acquires guard
      And alpha finishes
      Then alpha is finished
      And guard is locked
      When main acquires guard with timeout 1s
      And 1s pass
      Then main returned False
      When main releases guard
      Then guard is not locked

    @LOCK-046.a
    Scenario: A raw thread that uses a lock leaves no Thread object behind
      Given a task raw
      When main calls _thread.start_new_thread(raw, ())
      And raw acquires guard
      Then raw returned True
      When raw releases guard
      Then the live threads are main, alpha and beta

    @LOCK-047.a
    Scenario: repr tells whether the lock is locked, and where it is
      When main calls repr(guard)
      Then main returned a text that starts with "<unlocked"
      And main returned a text that contains " at 0x"
      When alpha acquires guard
      And main calls repr(guard)
      Then main returned a text that starts with "<locked"
      And main returned a text that contains " at 0x"

    @LOCK-048.a
    Scenario: The obsolete names still work, without a warning
      When main calls guard.acquire_lock()
      Then main returned True
      When main calls guard.locked_lock()
      Then main returned True
      When main calls guard.release_lock()
      Then guard is not locked
      When main reads threadstone.warnings
      Then main returned []

    @LOCK-049.a
    Scenario: A lock may be dropped while it is locked
      When main acquires guard
      And main calls threadstone.is_reclaimed('guard')
      Then main returned False
      When main calls threadstone.drop('guard')
      And main calls threadstone.is_reclaimed('guard')
      Then main returned True
