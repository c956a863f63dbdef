Feature: Condition
  Source: Python library reference 3.14, threading, "Condition Objects".
  Not here: asyncio.Condition.

  Background:
    Given a Condition ready
    And threads alpha and beta
    And a task wait_once that does:
      | acquire ready |
      | wait on ready |
      | release ready |

  Rule: A condition has a lock, its own or one that it was given

    @COND-001.a
    Scenario Outline: Condition(<arguments>) makes a reentrant lock of its own
      When main calls threading.Condition(<arguments>) as own
      And alpha acquires own
      And alpha acquires own
      Then alpha returned True
      When alpha releases own
      And beta acquires own without blocking
      Then beta returned False
      When alpha releases own
      And beta acquires own without blocking
      Then beta returned True

      Examples:
        | case    | arguments |
        | default |           |
        | None    | None      |

    @COND-002.a
    Scenario Outline: A <kind> that the condition was given is its lock, both ways
      Given a <kind> guard
      And a Condition over with lock=guard
      When alpha acquires over
      And beta acquires guard without blocking
      Then beta returned False
      When alpha releases over
      And beta acquires guard without blocking
      Then beta returned True
      When alpha acquires over without blocking
      Then alpha returned False

      Examples:
        | case  | kind  |
        | Lock  | Lock  |
        | RLock | RLock |

    @COND-003.a
    Scenario: A condition over a plain Lock waits and notifies like one over an RLock
      Given a Lock guard
      And a Condition over with lock=guard
      When alpha acquires over
      And alpha waits on over
      Then alpha is blocked on over
      When beta acquires over
      And beta notifies 1 waiter of over
      And beta releases over
      Then alpha returned True

    @COND-003.b
    Scenario: wait_for and notify_all work over a plain Lock too
      Given a Lock guard
      And a Condition over with lock=guard
      And a shared variable level starting at 0
      When alpha acquires over
      And alpha waits on over until level is 1
      Then alpha is blocked
      When beta acquires over
      And beta sets level.value to 1
      And beta notifies all waiters of over
      And beta releases over
      Then alpha returned True

    @COND-004.a
    Scenario: Two conditions over one lock do not wake each other's waiters
      Given a Lock guard
      And a Condition first with lock=guard
      And a Condition second with lock=guard
      When alpha acquires second
      And alpha waits on second
      And beta acquires first
      And beta notifies all waiters of first
      And beta releases first
      Then alpha is still blocked
      When beta acquires first
      And beta notifies all waiters of second
      And beta releases first
      Then alpha returned True

    @COND-005.a
    Scenario Outline: acquire(<arguments>) is passed on to the lock
      When alpha acquires ready
      And beta calls ready.acquire(<arguments>)
      And 2s pass
      Then beta returned False

      Examples:
        | case  | arguments  |
        | try   | False      |
        | timed | timeout=2s |

    @COND-006.a
    Scenario: release releases the lock and returns None; nobody can release a free one
      When alpha acquires ready
      And alpha releases ready
      Then alpha returned None
      When beta releases ready
      Then beta raised RuntimeError
      When beta acquires ready without blocking
      Then beta returned True

    @COND-007.a
    Scenario: The with statement holds the lock while its block runs
      Given a task block
      When alpha runs block in a with block of ready
      And beta acquires ready without blocking
      Then beta returned False
      When block finishes
      And beta acquires ready without blocking
      Then beta returned True

    @COND-007.b
    Scenario: An exception leaves the with block as it is, and the lock is released
      Given a task block
      And a KeyError called boom
      When alpha runs block in a with block of ready
      And block dies of boom
      Then alpha raised boom
      When beta acquires ready without blocking
      Then beta returned True

    @COND-052.a
    Scenario: locked tells whether the lock is held
      Then ready is not locked
      When alpha acquires ready
      Then ready is locked
      When alpha releases ready
      Then ready is not locked

    @COND-053.a
    Scenario: A class may derive from Condition, and its objects wait and notify
      When main derives a class Gate from threading.Condition
      And main calls Gate(lock=None) as gate
      And main calls isinstance(gate, threading.Condition)
      Then main returned True
      When alpha calls gate.acquire()
      And alpha calls gate.wait()
      Then alpha is blocked on gate
      When main calls gate.acquire()
      And main calls gate.notify()
      And main calls gate.release()
      Then alpha returned True

    @COND-054.a
    Scenario: Any object with the methods of a lock can be the lock
      Given a Lock guard
      And a custom lock wrapper around guard
      And a Condition over with lock=wrapper
      When alpha acquires over
      And alpha waits on over
      Then alpha is blocked on over
      When beta acquires over
      And beta notifies 1 waiter of over
      And beta releases over
      Then alpha returned True

    @COND-055.a
    Scenario: A condition over an RLock shows the lock's owner check
      When alpha acquires ready
      And alpha calls ready._is_owned()
      Then alpha returned True
      When beta calls ready._is_owned()
      Then beta returned False
      When alpha releases ready
      And beta calls ready._release_save()
      Then beta raised RuntimeError

  Rule: Only who holds the lock may wait and notify

    @COND-008.a
    Scenario Outline: wait(<arguments>) without the lock is refused
      When alpha calls ready.wait(<arguments>)
      Then alpha raised RuntimeError

      Examples:
        | case    | arguments |
        | forever |           |
        | timed   | timeout=1 |

    @COND-009.a
    Scenario Outline: <call> without the lock is refused
      When alpha calls ready.<call>
      Then alpha raised RuntimeError

      Examples:
        | case       | call         |
        | notify     | notify()     |
        | notify_all | notify_all() |

    @COND-009.b
    Scenario Outline: <call> without the lock wakes no waiter
      When alpha runs wait_once
      And beta calls ready.<call>
      Then beta raised RuntimeError
      And alpha is still blocked

      Examples:
        | case       | call         |
        | notify     | notify()     |
        | notify_all | notify_all() |

    @COND-010.a
    Scenario Outline: <call> is refused while another thread holds the RLock
      When alpha acquires ready
      And beta calls ready.<call>
      Then beta raised RuntimeError

      Examples:
        | case       | call         |
        | wait       | wait()       |
        | notify     | notify()     |
        | notify_all | notify_all() |

    @COND-011.a
    Scenario: Over a plain Lock it is enough that somebody holds it
      Given a Lock guard
      And a Condition over with lock=guard
      When beta calls over.notify()
      Then beta raised RuntimeError
      When alpha acquires over
      And beta calls over.notify()
      Then beta returned None

  Rule: wait gives the lock up while it blocks and has it again when it returns

    @COND-012.a
    Scenario: While a thread waits, others can have the lock
      When alpha acquires ready
      And alpha waits on ready
      Then alpha is blocked on ready
      When beta acquires ready without blocking
      Then beta returned True

    @COND-013.a
    Scenario: A waiter is blocked until another thread notifies, and returns True
      When alpha acquires ready
      And alpha waits on ready
      And 2s pass
      Then alpha is still blocked
      When beta acquires ready
      And beta notifies 1 waiter of ready
      And beta releases ready
      Then alpha returned True

    @COND-014.a
    Scenario: A notified waiter holds the lock when wait returns
      When alpha acquires ready
      And alpha waits on ready
      And beta acquires ready
      And beta notifies 1 waiter of ready
      And beta releases ready
      Then alpha returned True
      When beta acquires ready without blocking
      Then beta returned False
      When alpha releases ready
      Then alpha returned None

    @COND-014.b
    Scenario: A waiter whose time is up holds the lock when wait returns
      When alpha acquires ready
      And alpha waits on ready with timeout 1s
      And 1s pass
      Then alpha returned False
      When beta acquires ready without blocking
      Then beta returned False

    @COND-015.a
    Scenario: A timed wait gives up when its timeout has passed, not before
      When alpha acquires ready
      And alpha waits on ready with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False
      And alpha was blocked for exactly 2s

    @COND-016.a
    Scenario: A timed wait returns True as soon as it is notified
      When alpha acquires ready
      And alpha waits on ready with timeout 1h
      And beta acquires ready
      And beta notifies 1 waiter of ready
      Then alpha is still blocked
      When beta releases ready
      Then alpha returned True

    @COND-017.a
    Scenario Outline: wait(<arguments>) has no limit
      When alpha acquires ready
      And alpha calls ready.wait(<arguments>)
      And 2s pass
      Then alpha is blocked on ready
      When beta acquires ready
      And beta notifies 1 waiter of ready
      And beta releases ready
      Then alpha returned True

      Examples:
        | case    | arguments    |
        | default |              |
        | None    | timeout=None |

    @COND-018.a
    Scenario Outline: wait(<timeout>) returns False without waiting, the lock still held
      When alpha acquires ready
      And alpha calls ready.wait(<timeout>)
      Then alpha returned False
      When beta acquires ready without blocking
      Then beta returned False

      Examples:
        | case     | timeout |
        | zero     | 0       |
        | negative | -1      |

    @COND-019.a
    Scenario: A timeout above TIMEOUT_MAX is refused, and the lock is still held
      When alpha acquires ready
      And alpha calls ready.wait(1e100)
      Then alpha raised OverflowError
      When beta acquires ready without blocking
      Then beta returned False
      When alpha releases ready
      Then alpha returned None

    @COND-020.a
    Scenario: A waiter whose time is up still has to wait for the lock
      When alpha acquires ready
      And alpha waits on ready with timeout 1s
      And beta acquires ready
      And 3s pass
      Then alpha is blocked
      When beta releases ready
      Then alpha returned False
      And alpha was blocked for exactly 3s

    @COND-031.a
    Scenario: wait gives up every level of the lock
      When alpha acquires ready
      And alpha acquires ready
      And alpha acquires ready
      And alpha waits on ready
      Then alpha is blocked on ready
      When beta acquires ready without blocking
      Then beta returned True

    @COND-032.a
    Scenario: After wait the lock has the depth that it had before
      When alpha acquires ready
      And alpha acquires ready
      And alpha waits on ready with timeout 1s
      And 1s pass
      Then alpha returned False
      When alpha releases ready
      And beta acquires ready without blocking
      Then beta returned False
      When alpha releases ready
      And beta acquires ready without blocking
      Then beta returned True

    @COND-032.b
    Scenario: The depth is restored after a notification too
      When alpha acquires ready
      And alpha acquires ready
      And alpha waits on ready
      And main acquires ready
      And main notifies 1 waiter of ready
      And main releases ready
      Then alpha returned True
      When alpha releases ready
      And beta acquires ready without blocking
      Then beta returned False
      When alpha releases ready
      And beta acquires ready without blocking
      Then beta returned True

  Rule: A notification reaches those who wait, and nobody else

    @COND-021.a
    Scenario Outline: <notifying> does not let go of the lock
      When alpha runs wait_once
      And beta acquires ready
      And beta notifies <waiters> of ready
      Then beta returned None
      And alpha is still blocked
      When main acquires ready without blocking
      Then main returned False
      When beta releases ready
      Then alpha is not blocked

      Examples:
        | case       | notifying  | waiters     |
        | notify     | notify     | 1 waiter    |
        | notify_all | notify_all | all waiters |

    @COND-022.a
    Scenario Outline: <call> wakes at least <count> of three waiters
      Given a thread gamma
      When alpha, beta and gamma each run wait_once once
      Then alpha, beta and gamma are blocked
      When main acquires ready
      And main calls ready.<call>
      And main releases ready
      Then at most <left> of alpha, beta and gamma are blocked

      Examples:
        | case    | call        | count | left |
        | default | notify()    | 1     | 2    |
        | two     | notify(2)   | 2     | 1    |
        | keyword | notify(n=2) | 2     | 1    |

    @COND-023.a
    Scenario Outline: notify(<count>) wakes exactly <count> of three waiters
      Given a thread gamma
      When alpha, beta and gamma each run wait_once once
      And main acquires ready
      And main calls ready.notify(<count>)
      And main releases ready
      Then exactly <left> of alpha, beta and gamma are blocked

      Examples:
        | case | count | left |
        | one  | 1     | 2    |
        | two  | 2     | 1    |

    @COND-024.a
    Scenario: Notifying more than are waiting wakes them all and keeps nothing for later
      When alpha runs wait_once
      And main acquires ready
      And main notifies 5 waiters of ready
      And main releases ready
      Then alpha is not blocked
      When beta runs wait_once
      Then beta is blocked

    @COND-025.a
    Scenario Outline: <call> without waiters does nothing and is not remembered
      When main acquires ready
      And main calls ready.<call>
      Then main returned None
      When main releases ready
      And alpha acquires ready
      And alpha waits on ready with timeout 1s
      Then alpha is blocked on ready
      When 1s pass
      Then alpha returned False

      Examples:
        | case       | call         |
        | notify     | notify()     |
        | notify_all | notify_all() |

    @COND-026.a
    Scenario: notify_all wakes everybody who waits
      Given a thread gamma
      When alpha, beta and gamma each run wait_once once
      Then alpha, beta and gamma are blocked
      When main acquires ready
      And main notifies all waiters of ready
      And main releases ready
      Then alpha, beta and gamma are not blocked

    @COND-027.a
    Scenario: Who waits again after notify_all needs another notification
      Given a task wait_twice that does:
        | acquire ready |
        | wait on ready |
        | wait on ready |
        | release ready |
      When alpha and beta each run wait_twice once
      And main acquires ready
      And main notifies all waiters of ready
      And main releases ready
      Then alpha and beta are still blocked
      When main acquires ready
      And main notifies all waiters of ready
      And main releases ready
      Then alpha and beta are not blocked

    @COND-028.a
    Scenario: Threads that are woken together leave wait one at a time, with the lock
      When alpha acquires ready
      And alpha waits on ready
      And beta acquires ready
      And beta waits on ready
      And main acquires ready
      And main notifies all waiters of ready
      And main releases ready
      Then exactly 1 of alpha and beta is blocked
      When main acquires ready without blocking
      Then main returned False

    @COND-029.a
    Scenario: Waiters are notified in the order in which they came
      When alpha runs wait_once
      And beta runs wait_once
      And main acquires ready
      And main notifies 1 waiter of ready
      And main releases ready
      Then alpha is not blocked
      And beta is still blocked

    @COND-030.a
    Scenario: Whichever waiters are chosen, two notifications serve two of three
      Given a thread gamma
      When alpha, beta and gamma each run wait_once once
      Then alpha, beta and gamma are blocked
      When main acquires ready
      And main notifies 1 waiter of ready
      And main notifies 1 waiter of ready
      And main releases ready
      Then at most 1 of alpha, beta and gamma is blocked

    @COND-047.a
    Scenario: A waiter that has given up does not swallow a notification
      When alpha acquires ready
      And alpha waits on ready with timeout 1s
      And beta runs wait_once
      And 1s pass
      Then alpha returned False
      When alpha notifies 1 waiter of ready
      And alpha releases ready
      Then beta is not blocked

    @COND-048.a
    Scenario: Notified waiters get True, and those whose time is up get False
      When alpha acquires ready
      And alpha waits on ready with timeout 1s
      And beta acquires ready
      And beta waits on ready
      And 1s pass
      Then alpha returned False
      When alpha notifies all waiters of ready
      And alpha releases ready
      Then beta returned True

    @COND-044.a
    Scenario: Woken or not, a waiter in a loop goes on only when its state is there
      Given a shared variable level starting at 0
      When alpha acquires ready
      And alpha waits on ready until level is 1
      And main acquires ready
      And main notifies all waiters of ready
      And main releases ready
      Then alpha is still blocked
      When main acquires ready
      And main sets level.value to 1
      And main notifies all waiters of ready
      And main releases ready
      Then alpha returned True

    @COND-045.a
    Scenario: Without a notification a wait ends by its timeout alone
      When alpha acquires ready
      And alpha waits on ready with timeout 3s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False

    @COND-043.a
    Scenario: The state may have changed again when a notified waiter returns
      Given a shared variable items starting at 0
      When alpha acquires ready
      And alpha waits on ready
      And main acquires ready
      And main sets items.value to 1
      And main notifies 1 waiter of ready
      And main sets items.value to 0
      And main releases ready
      Then alpha returned True
      And the value of items is 0

    @COND-049.a
    Scenario: A notified waiter sees what was written before the notification
      Given a shared variable data starting at 0
      When alpha acquires ready
      And alpha waits on ready
      And beta acquires ready
      And beta sets data.value to 42
      And beta notifies 1 waiter of ready
      And beta releases ready
      Then alpha returned True
      When alpha reads data.value
      Then alpha returned 42

    @COND-046.a
    Scenario: Producers and consumers under one condition hand over every item exactly once
      Given a thread gamma
      And a shared variable items starting at 0
      And a shared variable taken starting at 0
      And a task produce that does:
        | acquire ready     |
        | read items        |
        | add 1 to items    |
        | write items       |
        | ready.notify()    |
        | release ready     |
      And a task consume that does:
        | acquire ready                        |
        | wait on ready until items is above 0 |
        | read items                           |
        | add -1 to items                      |
        | write items                          |
        | read taken                           |
        | add 1 to taken                       |
        | write taken                          |
        | release ready                        |
      When alpha and beta each run consume 10 times
      Then alpha and beta are blocked
      When main and gamma each run produce 10 times
      Then alpha and beta are not blocked
      And the value of items is 0
      And the value of taken is 20

  Rule: wait_for waits until a predicate is true

    @COND-033.a
    Scenario: A predicate that is true at once makes wait_for return without waiting
      Given a task check that returns True
      When alpha acquires ready
      And alpha calls ready.wait_for(check)
      Then alpha returned True
      And check ran once
      When beta acquires ready without blocking
      Then beta returned False

    @COND-034.a
    Scenario Outline: wait_for returns the predicate's value as it is: <value>
      Given a task check that returns <value>
      When alpha acquires ready
      And alpha calls ready.wait_for(check, 0)
      Then alpha returned <value>
      When beta acquires ready without blocking
      Then beta returned False

      Examples:
        | case       | value |
        | a list     | [1]   |
        | empty list | []    |
        | None       | None  |

    @COND-035.a
    Scenario: wait_for waits through notifications until the predicate is true
      Given a shared variable level starting at 0
      When alpha acquires ready
      And alpha waits on ready until level is 2
      And main acquires ready
      And main sets level.value to 1
      And main notifies 1 waiter of ready
      And main releases ready
      Then alpha is still blocked
      When main acquires ready
      And main sets level.value to 2
      And main notifies 1 waiter of ready
      And main releases ready
      Then alpha returned True

    @COND-036.a
    Scenario: A timed wait_for returns a false value when its time is up, with the lock
      Given a task check that returns False
      When alpha acquires ready
      And alpha calls ready.wait_for(check, timeout=2s)
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False
      When beta acquires ready without blocking
      Then beta returned False

    @COND-037.a
    Scenario: Notifications that change nothing do not prolong wait_for
      Given a task check that returns False
      When alpha acquires ready
      And alpha calls ready.wait_for(check, timeout=2s)
      And 1s pass
      And main acquires ready
      And main notifies 1 waiter of ready
      And main releases ready
      Then alpha is still blocked
      When 1s pass
      Then alpha returned False
      And alpha was blocked for exactly 2s

    @COND-038.a
    Scenario: The predicate is called without arguments and with the lock held, each time
      Given a task check
      When alpha acquires ready
      And alpha calls ready.wait_for(check)
      And beta acquires ready without blocking
      Then beta returned False
      And check was called with ()
      When check finishes with False
      And beta acquires ready
      And beta notifies 1 waiter of ready
      And beta releases ready
      And beta acquires ready without blocking
      Then beta returned False
      When check finishes with True
      Then alpha returned True

    @COND-039.a
    Scenario: An exception of the predicate leaves wait_for, and the lock is still held
      Given a task check
      And a KeyError called boom
      When alpha acquires ready
      And alpha calls ready.wait_for(check)
      And check dies of boom
      Then alpha raised boom
      When beta acquires ready without blocking
      Then beta returned False
      When alpha releases ready
      Then alpha returned None

    @COND-040.a
    Scenario: wait_for without the lock is refused when it would have to wait
      Given a task check that returns False
      When alpha calls ready.wait_for(check)
      Then alpha raised RuntimeError

    @COND-041.a
    Scenario: A change without notification is seen when the time is up
      Given a shared variable level starting at 0
      When alpha acquires ready
      And alpha waits on ready until level is 1 with timeout 2s
      And main sets level.value to 1
      Then alpha is still blocked
      When 2s pass
      Then alpha returned True

    @COND-041.b
    Scenario: With a timeout of 0 the predicate is asked twice
      Given a task check that returns False
      When alpha acquires ready
      And alpha calls ready.wait_for(check, 0)
      Then alpha returned False
      And check ran twice

    @COND-042.a
    Scenario: Of several wait_for callers only those return whose predicate is true now
      Given a shared variable level starting at 0
      When alpha acquires ready
      And alpha waits on ready until level is 1
      And beta acquires ready
      And beta waits on ready until level is 2
      And main acquires ready
      And main sets level.value to 2
      And main notifies all waiters of ready
      And main releases ready
      Then alpha is still blocked
      And beta returned True

  Rule: Signals and obsolete names

    @COND-050.a
    Scenario: A handler that raises ends the wait, and the lock is held again
      Given a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And main acquires ready
      And main waits on ready
      Then main is blocked on ready
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      When beta acquires ready without blocking
      Then beta returned False
      When main releases ready
      Then main returned None

    @COND-051.a
    Scenario: notifyAll is the deprecated name of notify_all
      When alpha and beta each run wait_once once
      And main acquires ready
      And main calls ready.notifyAll()
      And main releases ready
      Then alpha and beta are not blocked
      When main reads threadstone.warnings
      Then main returned ['DeprecationWarning']
