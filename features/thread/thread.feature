Feature: Thread
  Source: Python library reference 3.14, threading, "Thread Objects".
  Not here: names and identifiers (identity.feature), daemon threads (daemon.feature), errors that escape a
  thread (exceptions.feature).

  Rule: Constructing a thread runs nothing; starting it runs its target in a thread of its own

    @THREAD-001.a
    Scenario: A thread that was not started has not run its target
      Given a task job that returns None
      And an unstarted thread worker with target=job
      Then job ran never
      And worker is unstarted
      And worker is not alive

    @THREAD-002.a
    Scenario: The target runs in a thread of its own
      Given a task job that returns None
      And an unstarted thread worker with target=job
      When main starts worker
      Then job ran once
      And job ran in a thread of its own

    @THREAD-003.a
    Scenario: start does not wait for the target
      Given a Lock guard
      And a task job that does:
        | acquire guard |
      And an unstarted thread worker with target=job
      When main acquires guard
      And main starts worker
      Then main returned None
      And worker is alive

    @THREAD-004.a
    Scenario: A thread counts as started once start has returned, however short its target is
      Given a task job that returns None
      And an unstarted thread worker with target=job
      When main starts worker
      Then worker is not unstarted
      When main starts worker
      Then main raised RuntimeError
      And job ran once

    @THREAD-010.a
    Scenario: A thread without a target starts, does nothing and ends
      When main calls threading.Thread() as idler
      And main starts idler
      And main joins idler
      Then main returned None
      And idler is finished
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @THREAD-011.a
    Scenario: A target whose truth value is false is called all the same
      Given a callable object that is false job
      And an unstarted thread worker with target=job
      When main starts worker
      Then job ran once

    @THREAD-012.a
    Scenario Outline: A <form> can be a target
      Given a <form> job
      And an unstarted thread worker with target=job, args=(1,)
      When main starts worker
      Then job ran once
      And job was called with (1)

      Examples:
        | case            | form            |
        | function        | function        |
        | bound method    | bound method    |
        | partial object  | partial object  |
        | callable object | callable object |

    @THREAD-018.a
    Scenario: A subclass that overrides run has its own run executed, and its target left alone
      Given a task job that returns None
      And a task own_run that returns None
      When main derives a class Worker from threading.Thread whose run is own_run
      And main calls Worker(target=job) as worker
      And main starts worker
      Then own_run was called with (worker)
      And own_run ran in a thread of its own
      And job ran never

    @THREAD-019.a
    Scenario: A subclass that skipped the constructor can be neither started nor joined
      Given a task skip that returns None
      When main derives a class Broken from threading.Thread whose __init__ is skip
      And main calls Broken() as broken
      And main starts broken
      Then main raised RuntimeError
      When main joins broken
      Then main raised RuntimeError

    @THREAD-020.a
    Scenario: Calling run directly runs the target in the caller and starts no thread
      Given a task job that returns None
      And an unstarted thread worker with target=job
      When main calls worker.run()
      Then job ran in main
      And worker is unstarted

    @THREAD-038.a
    Scenario: Any thread may start a thread, and any other may join it
      Given threads alpha and beta
      And an unstarted thread worker
      When alpha starts worker
      And beta joins worker
      Then beta is blocked on worker
      When worker finishes
      Then beta returned None

    @THREAD-039.a
    Scenario: Whatever the order in which threads run, each does its part once
      Given a Lock guard
      And a shared variable counter starting at 0
      And threads alpha, beta and gamma
      And a task bump that does:
        | acquire guard    |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha, beta and gamma each run bump once
      Then the value of counter is 3

  Rule: The target gets the arguments that the constructor was given

    @THREAD-005.a
    Scenario: The elements of args are the positional arguments, in order
      Given a task job that returns None
      And an unstarted thread worker with target=job, args=(3, 'two', 1)
      When main starts worker
      Then job was called with (3, 'two', 1)

    @THREAD-006.a
    Scenario: The entries of kwargs are the keyword arguments
      Given a task job that returns None
      And an unstarted thread worker with target=job, kwargs={'size': 2, 'name': 'b'}
      When main starts worker
      Then job was called with (name='b', size=2)

    @THREAD-007.a
    Scenario: Without args and kwargs the target is called without arguments
      Given a task job that returns None
      And an unstarted thread worker with target=job
      When main starts worker
      Then job was called with ()

    @THREAD-008.a
    Scenario Outline: args may be a <container>
      Given a task job that returns None
      And an unstarted thread worker with target=job, args=<args>
      When main starts worker
      Then job was called with (1, 2)

      Examples:
        | case  | container | args   |
        | list  | list      | [1, 2] |
        | tuple | tuple     | (1, 2) |

    @THREAD-009.a
    Scenario: The target gets the very objects that were passed
      Given a task job that returns None
      And an object token
      And an unstarted thread worker with target=job, args=(token,), kwargs={'again': token}
      When main starts worker
      Then job was called with (token, again=token)

    @THREAD-013.a
    Scenario: The reserved argument group must be None
      Given an object token
      When main calls threading.Thread(group=token)
      Then main raised AssertionError

    @THREAD-014.a
    Scenario: The positional order is group, target, name, args, kwargs
      Given a task job that returns None
      When main calls threading.Thread(None, job, 'named', (1,), {'size': 2}) as worker
      And main starts worker
      Then job was called with (1, size=2)
      And the name of worker is 'named'

    @THREAD-014.b
    Scenario Outline: Thread(<arguments>) is refused
      When main calls threading.Thread(<arguments>)
      Then main raised TypeError

      Examples:
        | case            | arguments                      |
        | sixth argument  | None, None, 'n', (), {}, True |
        | unknown keyword | priority=1                     |

    @THREAD-021.a
    Scenario: A thread that has ended no longer holds on to its arguments
      Given a task job that returns None
      And an object token
      And an unstarted thread worker with target=job, args=(token,)
      When main sets token.owner to worker
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When main starts worker
      And main joins worker
      And main calls threadstone.is_reclaimed('token')
      Then main returned True

  Rule: A thread is started once

    @THREAD-015.a
    Scenario: A running thread cannot be started, and goes on unharmed
      Given a task job
      And an unstarted thread worker with target=job
      When main starts worker
      And main starts worker
      Then main raised RuntimeError
      And worker is alive
      When job finishes
      Then worker is finished
      And job ran once

    @THREAD-016.a
    Scenario: A finished thread cannot be started again
      Given a task job that returns None
      And an unstarted thread worker with target=job
      When main starts worker
      And main joins worker
      And main starts worker
      Then main raised RuntimeError
      And job ran once

    @THREAD-017.a
    Scenario: Of several threads that start one thread at once, one succeeds
      Given threads alpha, beta and gamma
      And a task job that returns None
      And an unstarted thread worker with target=job
      When alpha, beta and gamma start worker, all at once
      Then exactly 2 of alpha, beta and gamma raised RuntimeError
      And job ran once

    @THREAD-042.a
    Scenario: A start that the system refuses raises, and leaves the thread neither alive nor listed
      Given an unstarted thread worker
      When main calls threading.stack_size(140737488355328)
      And main starts worker
      Then main raised RuntimeError
      And worker is not alive
      And the live threads are main

    @THREAD-047.a
    Scenario: Without thread support no thread starts and no target runs
      Given a subinterpreter pocket with allow_threads=False
      When main calls pocket.start_thread()
      Then main raised RuntimeError
      And the target_ran of pocket is False

  Rule: A thread is alive from its start to its end, and never again

    @THREAD-022.a
    Scenario: A running thread is alive, also in its own eyes
      Given an unstarted thread worker
      Then worker is not alive
      When main starts worker
      Then worker is alive
      When worker calls worker.is_alive()
      Then worker returned True

    @THREAD-023.a
    Scenario: A thread whose target has ended is not alive, and stays so
      Given a thread worker
      Then worker is alive
      When worker finishes
      Then worker is not alive
      When main joins worker
      Then worker is not alive

    @THREAD-024.a
    Scenario: A thread goes from unstarted to alive to finished
      Given an unstarted thread worker
      Then worker is unstarted
      When main starts worker
      Then worker is alive
      And worker is not unstarted
      When worker finishes
      Then worker is finished
      And worker is not unstarted

    @THREAD-040.a
    Scenario Outline: A thread has no <name>
      Given a thread worker
      When main calls hasattr(worker, '<name>')
      Then main returned False

      Examples:
        | case      | name         |
        | kill      | kill         |
        | terminate | terminate    |
        | stop      | stop         |
        | suspend   | suspend      |
        | resume    | resume       |
        | interrupt | interrupt    |
        | priority  | set_priority |

    @THREAD-041.a
    Scenario: A thread that polls a stop flag ends once the flag is set
      Given an Event stop
      And threads worker and alpha
      When worker waits on stop with timeout 1s
      And main joins worker
      And 1s pass
      Then worker returned False
      And main is blocked on worker
      When worker waits on stop with timeout 1h
      And alpha sets stop
      Then worker returned True
      When worker finishes
      Then main returned None

    @THREAD-043.a
    Scenario: repr shows class, name, status and, once started, the identifier
      Given an unstarted thread worker with name='smith'
      When main calls repr(worker)
      Then main returned a text that starts with "<Thread(smith, initial"
      When main starts worker
      And main calls repr(worker)
      Then main returned a text that starts with "<Thread(smith, started "
      When worker finishes
      And main joins worker
      And main calls repr(worker)
      Then main returned a text that starts with "<Thread(smith, stopped "

    @THREAD-043.b
    Scenario: repr shows that a thread is a daemon
      Given a thread worker with name='smith', daemon=True
      When main calls repr(worker)
      Then main returned a text that starts with "<Thread(smith, started daemon "

    @THREAD-044.a
    Scenario: Threads that nobody joins still go away
      Given threads alpha, beta and gamma
      When main calls threading.active_count()
      Then main returned 4
      When alpha finishes
      And beta finishes
      And gamma finishes
      And main calls threading.active_count()
      Then main returned 1
      And the live threads are main

    @THREAD-045.a
    Scenario: A thousand threads live at the same time
      Given an Event go
      And a task wait_for_go that does:
        | go.wait() |
      When main starts 1000 threads with target wait_for_go
      And main calls threading.active_count()
      Then main returned 1001
      When main sets go
      And main calls threading.active_count()
      Then main returned 1

  Rule: join waits for the end of a thread, and tells nothing else

    @THREAD-025.a
    Scenario: join blocks until the thread has ended
      Given a thread worker
      When main joins worker
      Then main is blocked on worker
      When worker finishes
      Then main returned None
      And worker is finished

    @THREAD-026.a
    Scenario: join returns None whatever the target returns
      Given a task job
      And an unstarted thread worker with target=job
      When main starts worker
      And main joins worker
      Then main is blocked on worker
      When job finishes with 42
      Then main returned None

    @THREAD-026.b
    Scenario: A join that timed out returns None too
      Given a thread worker
      When main joins worker with timeout 1s
      And 1s pass
      Then main returned None
      And worker is alive

    @THREAD-027.a
    Scenario: A timed join gives up when its timeout has passed, not before
      Given a thread worker
      When main joins worker with timeout 1.5s
      And 1s pass
      Then main is still blocked
      When 500ms pass
      Then main returned None
      And main was blocked for exactly 1.5s
      And worker is alive

    @THREAD-028.a
    Scenario: A timed join returns as soon as the thread ends
      Given a thread worker
      When main joins worker with timeout 1h
      Then main is blocked on worker
      When worker finishes
      Then main returned None
      And worker is finished

    @THREAD-029.a
    Scenario: A join that timed out can be repeated
      Given a thread worker
      When main joins worker with timeout 1s
      And 1s pass
      Then main returned None
      When main joins worker
      Then main is blocked on worker
      When worker finishes
      Then main returned None

    @THREAD-030.a
    Scenario: A join with timeout 0 only polls
      Given a thread worker
      When main calls worker.join(0)
      Then main returned None
      And worker is alive

    @THREAD-031.a
    Scenario: A join with a negative timeout only polls
      Given a thread worker
      When main calls worker.join(-5)
      Then main returned None
      And worker is alive

    @THREAD-032.a
    Scenario: A join timeout that is no number is refused, and the thread stays joinable
      Given a thread worker
      When main calls worker.join('1')
      Then main raised TypeError
      When main joins worker
      Then main is blocked on worker
      When worker finishes
      Then main returned None

    @THREAD-033.a
    Scenario Outline: A <type> is a number of seconds
      Given a thread worker
      When main calls <type>(0) as nothing
      And main calls worker.join(nothing)
      Then main returned None
      And worker is alive

      Examples:
        | case     | type               |
        | fraction | fractions.Fraction |
        | decimal  | decimal.Decimal    |

    @THREAD-034.a
    Scenario: A finished thread can be joined any number of times
      Given a thread worker
      When worker finishes
      And main joins worker
      Then main returned None
      When main joins worker
      Then main returned None
      And worker is finished

    @THREAD-035.a
    Scenario: All who join a thread are released when it ends
      Given threads worker, alpha, beta and gamma
      When alpha, beta and gamma join worker
      Then alpha, beta and gamma are blocked
      When worker finishes
      Then alpha, beta and gamma returned None

    @THREAD-036.a
    Scenario Outline: <who> cannot join itself
      Given a thread worker
      When <who> calls threading.current_thread() as itself
      And <who> calls itself.join()
      Then <who> raised RuntimeError

      Examples:
        | case   | who    |
        | main   | main   |
        | worker | worker |

    @THREAD-037.a
    Scenario Outline: A thread that was never started cannot be joined by join(<arguments>)
      Given an unstarted thread worker
      When main calls worker.join(<arguments>)
      Then main raised RuntimeError
      And worker is unstarted

      Examples:
        | case            | arguments |
        | without timeout |           |
        | with timeout    | timeout=1 |

  Rule: The module offers what its documentation lists

    @THREAD-046.a
    Scenario Outline: threading.<name> can be called
      When main calls callable(threading.<name>)
      Then main returned True
      When main calls callable(threading.TIMEOUT_MAX)
      Then main returned False

      Examples:
        | case               | name               |
        | active_count       | active_count       |
        | current_thread     | current_thread     |
        | enumerate          | enumerate          |
        | excepthook         | excepthook         |
        | get_ident          | get_ident          |
        | get_native_id      | get_native_id      |
        | main_thread        | main_thread        |
        | stack_size         | stack_size         |
        | Thread             | Thread             |
        | Lock               | Lock               |
        | RLock              | RLock              |
        | Condition          | Condition          |
        | Semaphore          | Semaphore          |
        | BoundedSemaphore   | BoundedSemaphore   |
        | Event              | Event              |
        | Barrier            | Barrier            |
        | Timer              | Timer              |
        | ThreadError        | ThreadError        |
        | local              | local              |
        | BrokenBarrierError | BrokenBarrierError |
        | settrace           | settrace           |
        | setprofile         | setprofile         |

    @THREAD-046.b @since-3.10
    Scenario Outline: threading.<name> can be called, as new in 3.10
      When main calls callable(threading.<name>)
      Then main returned True
      When main calls callable(threading.TIMEOUT_MAX)
      Then main returned False

      Examples:
        | case       | name       |
        | gettrace   | gettrace   |
        | getprofile | getprofile |
