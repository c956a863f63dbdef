Feature: Interpreter and process shutdown
  Source: Python library reference 3.14, atexit, threading ("Thread Objects") and sys; C API reference, Py_FinalizeEx.
  Not here: what becomes of daemon threads in detail (daemon.feature), and executors at exit.

  Background:
    Given a thread worker
    And a task bye that returns None

  Rule: The end of the main module waits for the threads that are no daemons

    @SHUTDOWN-001.a
    Scenario: The process exits only when the last thread has finished, and what it wrote is not lost
      When main finishes
      Then the interpreter has not exited
      When worker calls sys.stdout.write('late')
      And worker finishes
      Then the interpreter has exited with status 0
      And standard output was 'late'

    @SHUTDOWN-002.a
    Scenario Outline: The status of a main module that ends by <way> is kept while threads are waited for
      Given a <error> called leave
      When main dies of leave
      Then the interpreter has not exited
      When worker calls sys.stdout.write('late')
      And worker finishes
      Then the interpreter has exited with status <status>
      And standard output was 'late'

      Examples:
        | case      | way                  | error      | status |
        | SystemExit | an exit request     | SystemExit | 0      |
        | exception | an uncaught exception | ValueError | 1      |

    @SHUTDOWN-002.b
    Scenario: The status that the main module asked for is kept while threads are waited for
      When main exits with status 5
      Then the interpreter has not exited
      When worker finishes
      Then the interpreter has exited with status 5

    @SHUTDOWN-003.a
    Scenario: A thread that lingers finds globals, imports and streams as ever
      Given a shared variable level starting at 3
      When main finishes
      And worker reads level.value
      Then worker returned 3
      When worker calls importlib.import_module('colorsys') as colours
      And worker calls importlib.import_module('colorsys')
      Then worker returned colours
      When worker calls sys.stdout.write('still here')
      And worker finishes
      Then the interpreter has exited with status 0
      And standard output was 'still here'

    @SHUTDOWN-003.b
    Scenario: A thread that lingers may start another one, which is waited for as well
      Given a task job
      And an unstarted thread successor with target=job
      When main finishes
      And worker starts successor
      Then worker returned None
      When worker finishes
      Then the interpreter has not exited
      When job calls sys.stdout.write('from the successor')
      And job finishes
      Then the interpreter has exited with status 0
      And standard output was 'from the successor'

    @SHUTDOWN-004.a
    Scenario: A thread that joins the main thread goes on when the main module has ended
      When main calls threading.main_thread() as chief
      And worker calls chief.join()
      Then worker is blocked on chief
      When main finishes
      Then worker returned None
      And the interpreter has not exited
      When worker finishes
      Then the interpreter has exited with status 0

    @SHUTDOWN-024.a
    Scenario: A low-level thread is not waited for
      Given a task job
      When main calls _thread.start_new_thread(job, ())
      And job calls time.sleep(1h)
      And worker finishes
      And main finishes
      Then the interpreter has exited with status 0

    @SHUTDOWN-025.a
    Scenario: The wait for a thread includes the finalizers of its thread-local values
      Given a local store
      And a task clean_up
      When main derives a class Resource from object whose __del__ is clean_up
      And worker calls Resource() as resource
      And worker sets store.value to resource
      And worker calls threadstone.drop('resource')
      And main finishes
      And worker finishes
      Then the interpreter has not exited
      When clean_up calls sys.stdout.write('cleaned')
      And clean_up finishes
      Then the interpreter has exited with status 0
      And standard output was 'cleaned'
      And nothing was written to standard error

    @SHUTDOWN-028.a
    Scenario: The end of a subinterpreter waits for its threads
      Given a subinterpreter pocket
      When main calls threadstone.Pipe() as pipe
      And main calls pocket.start_thread_and_end(pipe)
      Then main is blocked
      When worker calls pipe.send(1)
      Then main returned None
      And the target_ran of pocket is True

  Rule: Exit callbacks run in the main thread, latest first, when the threads have finished

    @SHUTDOWN-005.a
    Scenario: Exit callbacks run after the last thread has finished
      When main calls atexit.register(bye)
      And main finishes
      Then bye ran never
      When worker finishes
      Then bye ran once
      And the interpreter has exited with status 0

    @SHUTDOWN-006.a
    Scenario: The exit callback that was registered last runs first
      Given a task first that returns None
      And a task second that returns None
      When main calls atexit.register(first)
      And main calls atexit.register(second)
      And main calls atexit.register(bye)
      And worker finishes
      And main finishes
      Then bye ran before second
      And second ran before first

    @SHUTDOWN-007.a
    Scenario: Exit callbacks run in the main thread, whoever registered them
      When worker calls atexit.register(bye)
      And worker finishes
      And main finishes
      Then bye ran once
      And bye ran in main

    @SHUTDOWN-008.a
    Scenario: An exit callback that raises is reported, and the others run all the same
      Given a task first that returns None
      And a task fail that raises ValueError
      When main calls atexit.register(first)
      And main calls atexit.register(fail)
      And main calls atexit.register(bye)
      And worker finishes
      And main finishes
      Then bye ran before fail
      And fail ran before first
      And standard error contains 'ValueError'

    @SHUTDOWN-009.a
    Scenario: Threading's own exit callbacks run before the threads are waited for, latest first
      Given an Event go
      And a task release that does:
        | go.set() |
      And a task late that returns None
      And a task work that does:
        | go.wait() |
        | late()    |
      And a task early that returns None
      When main calls atexit.register(bye)
      And main calls threading._register_atexit(release)
      And main calls threading._register_atexit(early)
      And worker runs work
      And main finishes
      Then early ran before release
      And release ran before late
      And worker returned None
      When worker finishes
      Then late ran before bye

    @SHUTDOWN-009.b
    Scenario: Threading's exit callbacks cannot be added to once they run
      Given a task release
      When main calls threading._register_atexit(release)
      And main finishes
      And release calls threading._register_atexit(bye)
      Then release raised RuntimeError
      When release finishes
      And worker finishes
      Then the interpreter has exited with status 0
      And bye ran never

    @SHUTDOWN-010.a
    Scenario: An exit callback that starts a thread is refused, or the thread is on its own
      Given a task leave
      And a task job that returns None
      And an unstarted thread successor with target=job
      When main calls atexit.register(leave)
      And worker finishes
      And main finishes
      And leave starts successor
      Then leave returned None or raised RuntimeError
      When leave finishes
      Then the interpreter has exited with status 0

    @SHUTDOWN-011.a
    Scenario: An exit callback that forks is refused, or gets its child
      Given a task leave
      When main calls atexit.register(leave)
      And worker finishes
      And main finishes
      And leave calls threadstone.fork()
      Then leave returned 0 or raised RuntimeError
      When leave finishes
      Then the interpreter has exited with status 0

    @SHUTDOWN-015.a
    Scenario: Daemon threads go on while an exit callback runs
      Given a Lock guard
      And a thread keeper with daemon=True
      And a task leave
      When main calls atexit.register(leave)
      And worker finishes
      And main finishes
      And keeper acquires guard
      Then keeper returned True
      And guard is locked
      When leave finishes
      Then the interpreter has exited with status 0

  Rule: Once the interpreter finalizes, nobody but the main thread runs

    @SHUTDOWN-012.a
    Scenario: No thread can be started while modules are torn down
      Given a task job that returns None
      And an unstarted thread successor with target=job
      And a task last that does:
        | successor.start() |
      When main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      Then the interpreter has exited with status 0
      And last ran once
      And job ran never
      And standard error contains 'Error: '

    @SHUTDOWN-013.a
    Scenario: The error of what is refused at finalization is a RuntimeError
      When main calls issubclass(PythonFinalizationError, RuntimeError)
      Then main returned True
      When main calls issubclass(RuntimeError, PythonFinalizationError)
      Then main returned False

    @SHUTDOWN-013.b
    Scenario: Starting a thread while modules are torn down raises PythonFinalizationError
      Given an unstarted thread successor
      And a task last that does:
        | successor.start() |
      When main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      Then the interpreter has exited with status 0
      And standard error contains 'PythonFinalizationError'

    @SHUTDOWN-014.a
    Scenario: Joining a daemon while modules are torn down raises an error instead of hanging
      Given a thread keeper with daemon=True
      And a task last that does:
        | keeper.join() |
      When main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      Then the interpreter has exited with status 0
      And standard error contains 'PythonFinalizationError'

    @SHUTDOWN-016.a
    Scenario: A daemon that gets its lock while modules are torn down does not run on
      Given a Lock guard
      And a thread keeper with daemon=True
      And a task go_on that does:
        | guard.acquire() |
        | bye()           |
      And a task last that does:
        | guard.release() |
        | time.sleep(1s)  |
      When main acquires guard
      And keeper runs go_on
      And main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      And 1s passes
      Then the interpreter has exited with status 0
      And last ran once
      And bye ran never

    @SHUTDOWN-017.a
    Scenario: sys.is_finalizing tells when the interpreter tears its modules down, and not before
      Given a task leave
      And a task last that does:
        | threadstone.show(sys.is_finalizing) |
      When main calls atexit.register(leave)
      And main calls threadstone.at_teardown(last)
      And main calls sys.is_finalizing()
      Then main returned False
      When worker finishes
      And main finishes
      And leave calls sys.is_finalizing()
      Then leave returned False
      When leave finishes
      Then standard output was '[True]'

    @SHUTDOWN-018.a
    Scenario: A lock whose holder was frozen at finalization stays locked
      Given a Lock guard
      And a thread keeper with daemon=True
      And a task last that does:
        | threadstone.show(guard.acquire, True, 1s) |
      When keeper acquires guard
      And main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      And 1s passes
      Then the interpreter has exited with status 0
      And standard output was '[False]'

    @SHUTDOWN-019.a
    Scenario: While modules are torn down the current thread is the main thread
      Given a task last that does:
        | threadstone.show(threading.current_thread) |
        | threadstone.show(threading.main_thread)    |
      When main calls threading.main_thread() as chief
      And main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      Then the interpreter has exited with status 0
      And standard output was '[chief][chief]'

    @SHUTDOWN-020.a
    Scenario: An import while modules are torn down may fail and does no harm
      Given a task last that does:
        | threadstone.show(importlib.import_module, 'colorsys') |
      When main calls threadstone.at_teardown(last)
      And worker finishes
      And main finishes
      Then last ran once
      And the interpreter has exited with status 0

  Rule: A process can end without any ceremony

    @SHUTDOWN-022.a
    Scenario: os._exit ends the process at once, from any thread
      Given a thread other
      When main calls atexit.register(bye)
      And main calls sys.stdout.write('never flushed')
      And worker calls os._exit(3)
      Then the interpreter has exited with status 3
      And bye ran never
      And standard output was ''

    @SHUTDOWN-023.a
    Scenario: A signal that nobody handles kills the process at once
      When main calls atexit.register(bye)
      And main calls sys.stdout.write('never flushed')
      And SIGTERM arrives
      Then the interpreter has exited with status -15
      And bye ran never
      And standard output was ''

  Rule: An interrupt can end the wait for threads, and leaves its mark on the status

    @SHUTDOWN-026.a
    Scenario: An interrupt ends the wait for threads
      When main finishes
      Then the interpreter has not exited
      When SIGINT arrives
      Then the interpreter has exited
      And standard error contains 'KeyboardInterrupt'

    @SHUTDOWN-027.a
    Scenario: An interrupt that nobody catches ends the main module, and the status is death by that signal
      When SIGINT arrives
      Then the interpreter has not exited
      When worker calls sys.stdout.write('late')
      And worker finishes
      Then the interpreter has exited with status -2
      And standard output was 'late'
