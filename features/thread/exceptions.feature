Feature: Errors that escape a thread
  Source: Python library reference 3.14, threading, "threading.excepthook"; sys.exit.
  Not here: errors in timers (timer.feature), in threads of the low-level module (low_level.feature) and in
  finalizers (finalizers.feature).

  Background:
    Given threads worker and alpha
    And a ValueError called boom

  Rule: An error ends the thread in which it occurred, and no other

    @EXC-001.a
    Scenario: When one thread dies, the others and main go on
      Given a Lock guard
      When worker dies of boom
      Then worker is finished
      When alpha acquires guard
      Then alpha returned True
      When main acquires guard without blocking
      Then main returned False

    @EXC-002.a
    Scenario: Who joins a thread that dies learns nothing of the error
      When main joins worker
      Then main is blocked on worker
      When worker dies of boom
      Then main returned None
      And worker is finished

    @EXC-002.b
    Scenario: A thread that has died can still be joined
      When worker dies of boom
      And main joins worker
      Then main returned None
      And worker is finished

    @EXC-003.a
    Scenario: A thread that dies does not change the exit status of the process
      Given a task job that raises ValueError
      When alpha finishes
      And worker finishes
      And main calls threading.Thread(target=job) as failing
      And main starts failing
      And main joins failing
      And main finishes
      Then job ran once
      And the interpreter has exited with status 0

    @EXC-003.b
    Scenario: The status that a thread passes to sys.exit is not that of the process
      When alpha finishes
      And worker exits with status 9
      And main joins worker
      And main finishes
      Then the interpreter has exited with status 0

    @EXC-014.a
    Scenario Outline: finally clauses run when a thread ends by <error>
      Given a task inside that raises <error>
      And a task clean_up that returns None
      And a task job that does:
        | threadstone.try_finally(inside, clean_up) |
      When main calls threading.Thread(target=job) as failing
      And main starts failing
      And main joins failing
      Then inside ran before clean_up
      And clean_up ran once

      Examples:
        | case         | error      |
        | error        | ValueError |
        | exit request | SystemExit |

    @EXC-014.b
    Scenario Outline: except clauses run when a thread ends by <error>
      Given a task inside that raises <error>
      And a task handler that returns None
      And a task job that does:
        | threadstone.try_except(inside, handler) |
      When main calls threading.Thread(target=job) as failing
      And main starts failing
      And main joins failing
      Then inside ran before handler
      And handler ran once

      Examples:
        | case         | error      |
        | error        | ValueError |
        | exit request | SystemExit |

  Rule: threading.excepthook hears of every error that escapes a thread, once

    @EXC-004.a
    Scenario: The hook is called once, with one argument
      Given a list reports
      When main reads reports.append as record
      And main sets threading.excepthook to record
      And worker dies of boom
      And main calls len(reports)
      Then main returned 1

    @EXC-004.b
    Scenario: A run method that fails is reported as a target is
      Given a task hook that returns None
      And a task own_run that raises ValueError
      When main sets threading.excepthook to hook
      And main derives a class Worker from threading.Thread whose run is own_run
      And main calls Worker() as failing
      And main starts failing
      Then own_run ran once
      And hook ran once

    @EXC-004.c
    Scenario: An error that is no Exception is reported too
      Given a task hook that returns None
      And a KeyboardInterrupt called stop
      When main sets threading.excepthook to hook
      And worker dies of stop
      Then hook ran once
      And worker is finished

    @EXC-005.a
    Scenario: The hook learns type, error, traceback and thread
      Given a list reports
      When main reads reports.append as record
      And main sets threading.excepthook to record
      And worker dies of boom
      And main calls reports.pop() as report
      Then the exc_value of report is boom
      And the thread of report is worker
      When main reads report.exc_type as kind
      And main calls operator.is_(kind, ValueError)
      Then main returned True
      When main reads report.exc_traceback as trace
      And main calls threadstone.tasks_in(trace)
      Then main returned ['worker']

    @EXC-006.a
    Scenario: The hook runs in the thread that fails, which is still alive
      Given a task hook
      When main sets threading.excepthook to hook
      And worker dies of boom
      Then hook ran in worker
      And worker is alive
      When hook calls threading.current_thread()
      Then hook returned worker
      When hook finishes
      Then worker is finished

    @EXC-008.a
    Scenario: The hook in force when the error occurs is used, not the one at the start of the thread
      Given a task earlier that returns None
      And a task later that returns None
      And an unstarted thread fresh
      When main sets threading.excepthook to earlier
      And main starts fresh
      And main sets threading.excepthook to later
      And fresh dies of boom
      Then later ran once
      And earlier ran never

    @EXC-012.a
    Scenario Outline: A thread that ends by <what> ends silently
      When alpha finishes
      And worker <ends>
      Then worker is finished
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

      Examples:
        | case             | what              | ends                |
        | sys.exit(1)      | sys.exit(1)       | exits with status 1 |
        | sys.exit(0)      | sys.exit(0)       | exits with status 0 |

    @EXC-013.a
    Scenario: The hook is not called for a thread that returns
      Given a task hook that returns None
      When main sets threading.excepthook to hook
      And alpha finishes
      Then hook ran never
      When worker dies of boom
      Then hook ran once

    @EXC-013.b
    Scenario: The hook is not called for an error that the thread handles itself
      Given a task hook that returns None
      And a task handler that returns None
      And a task inside that raises ValueError
      When main sets threading.excepthook to hook
      And worker calls threadstone.try_except(inside, handler)
      Then worker raised ValueError
      When worker finishes
      Then hook ran never
      When alpha dies of boom
      Then hook ran once

  Rule: The default hook reports to the error stream

    @EXC-007.a
    Scenario: The report names the thread and shows a traceback and the error
      Given a task job that raises LookupError
      When alpha finishes
      And worker finishes
      And main calls threading.Thread(name='smith', target=job) as failing
      And main starts failing
      And main joins failing
      And main finishes
      Then the interpreter has exited with status 0
      And standard error contains 'Exception in thread smith'
      And standard error contains 'Traceback (most recent call last)'
      And standard error contains 'LookupError'

    @EXC-009.a
    Scenario: The original hook has a name of its own, and can be installed again
      Given a task hook that returns None
      When main sets threading.excepthook to hook
      And main reads threading.__excepthook__ as original
      And main sets threading.excepthook to original
      And alpha finishes
      And worker dies of boom
      And main finishes
      Then hook ran never
      And the interpreter has exited with status 0
      And standard error contains 'ValueError'

    @EXC-017.a
    Scenario: Without an error stream the report goes to the stream that there was at the construction of the thread
      When main sets sys.stderr to None
      And alpha finishes
      And worker dies of boom
      And main finishes
      Then the interpreter has exited with status 0
      And standard error contains 'Exception in thread'

    @EXC-017.b
    Scenario: A thread that was made without an error stream dies silently
      Given a task job that raises ValueError
      When alpha finishes
      And worker finishes
      And main sets sys.stderr to None
      And main calls threading.Thread(target=job) as failing
      And main starts failing
      And main joins failing
      And main finishes
      Then job ran once
      And the interpreter has exited with status 0
      And nothing was written to standard error

  Rule: sys.excepthook is for the main thread, and for a hook that fails

    @EXC-010.a
    Scenario: sys.excepthook hears of the error of a hook that fails
      Given a task hook
      And a task last_resort that returns None
      And a KeyError called bang
      When main sets threading.excepthook to hook
      And main sets sys.excepthook to last_resort
      And alpha finishes
      And worker dies of boom
      And hook dies of bang
      Then last_resort ran once
      And last_resort was told of bang
      When main finishes
      Then the interpreter has exited with status 0
      And standard error contains 'Exception in threading.excepthook'

    @EXC-011.a
    Scenario: sys.excepthook does not hear of the errors of threads
      Given a task hook that returns None
      And a task last_resort that returns None
      When main sets threading.excepthook to hook
      And main sets sys.excepthook to last_resort
      And worker dies of boom
      Then hook ran once
      And last_resort ran never

    @EXC-011.b
    Scenario: sys.excepthook does not hear of them either when nobody else is installed
      Given a task last_resort that returns None
      When main sets sys.excepthook to last_resort
      And alpha finishes
      And worker dies of boom
      And main finishes
      Then last_resort ran never
      And the interpreter has exited with status 0
      And standard error contains 'ValueError'

  Rule: Errors belong to the thread that handles them

    @EXC-015.a
    Scenario: An error that one thread stores and another raises is the same and shows where it came from
      Given a task job
      When worker calls threadstone.caught(job) as stored
      And job dies of boom
      Then worker returned boom
      When main calls threadstone.throw(stored)
      Then main raised boom
      When main calls threadstone.tasks_in(stored)
      Then main returned ['job']

    @EXC-016.a
    Scenario: A bare raise in a new thread has nothing to raise, whatever its creator is handling
      Given an unstarted thread fresh
      And a task handler
      And a task inside that raises ValueError
      When main calls threadstone.try_except(inside, handler)
      And handler starts fresh
      And fresh calls threadstone.raise_again()
      Then fresh raised RuntimeError
      When handler calls threadstone.raise_again()
      Then handler raised ValueError
