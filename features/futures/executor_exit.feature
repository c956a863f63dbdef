Feature: Thread pools at interpreter exit
  Source: Python library reference 3.14, concurrent.futures, "ThreadPoolExecutor" (deadlocks and exit), atexit.
  Not here: other threads at exit (daemon.feature); a submit from a live thread that is no worker, after main has ended.

  Background:
    Given a ThreadPoolExecutor pool with max_workers=1
    And a task job
    And a task other that returns None

  Rule: The interpreter exits when the accepted tasks have finished

    @EXECEXIT-001.a
    Scenario: A pool that nobody shut down finishes its tasks first, those that run and those that wait
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And main calls pool.submit(other)
      And main finishes
      Then the interpreter has not exited
      And other ran never
      When job finishes
      Then the interpreter has exited with status 0
      And other ran twice

    @EXECEXIT-002.a
    Scenario: A shutdown that does not wait makes the exit no shorter
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And main shuts down pool without waiting
      Then main returned None
      When main finishes
      Then the interpreter has not exited
      When job finishes
      Then the interpreter has exited with status 0
      And other ran once

    @EXECEXIT-003.a
    Scenario: A shutdown that cancels makes the exit wait for the running task alone
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And main calls pool.shutdown(wait=False, cancel_futures=True)
      And main finishes
      Then the interpreter has not exited
      When job finishes
      Then the interpreter has exited with status 0
      And other ran never

    @EXECEXIT-004.a
    Scenario: Idle workers do not delay the exit
      When main calls pool.submit(other)
      Then other ran once
      When main calls threading.active_count()
      Then main returned 2
      When main finishes
      Then the interpreter has exited with status 0

    @EXECEXIT-008.a
    Scenario: An exception in main discards no task, and the status is 1
      Given a KeyError called boom
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And main dies of boom
      Then the interpreter has not exited
      When job finishes
      Then the interpreter has exited with status 1
      And other ran once

    @EXECEXIT-008.b
    Scenario: sys.exit in main discards no task, and the status is the one that it gave
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And main exits with status 3
      Then the interpreter has not exited
      When job finishes
      Then the interpreter has exited with status 3
      And other ran once

    @EXECEXIT-009.a
    Scenario: A task that never ends keeps the interpreter from exiting
      Given a shared variable level starting at 7
      When main calls pool.submit(job)
      And main finishes
      Then the interpreter has not exited
      When job reads level.value
      Then job returned 7
      And the interpreter has not exited

  Rule: Once the exit has begun, pools take no more tasks

    @EXECEXIT-005.a
    Scenario: The tasks finish before the exit callbacks are called
      Given a task bye that returns None
      When main calls atexit.register(bye)
      And main calls pool.submit(job)
      And main calls pool.submit(other)
      And main finishes
      Then bye ran never
      When job finishes
      Then the interpreter has exited with status 0
      And other ran before bye

    @EXECEXIT-006.a
    Scenario: An exit callback cannot submit
      Given a task bye
      When main calls atexit.register(bye)
      And main calls pool.submit(other)
      And main finishes
      And bye calls pool.submit(other)
      Then bye raised RuntimeError
      When bye finishes
      Then the interpreter has exited with status 0
      And other ran once

    @EXECEXIT-007.a
    Scenario: A task that still runs when main has ended cannot submit
      When main calls pool.submit(job)
      And main finishes
      And job calls pool.submit(other)
      Then job raised RuntimeError
      When job finishes
      Then the interpreter has exited with status 0
      And other ran never
