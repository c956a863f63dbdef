Feature: ThreadPoolExecutor
  Source: Python library reference 3.14, concurrent.futures, "ThreadPoolExecutor".
  Not here: futures themselves (future.feature), map (map.feature), pools at interpreter exit (executor_exit.feature),
  process and interpreter pools.

  Background:
    Given a ThreadPoolExecutor pool with max_workers=1
    And a ThreadPoolExecutor pair with max_workers=2
    And a task job

  Rule: submit hands a callable to the pool and returns a future at once

    @EXEC-001.a
    Scenario: The callable gets the arguments of submit, and the future what it returns
      When main calls pool.submit(job, 2, 'two', size=8) as first
      Then job was called with (2, 'two', size=8)
      When main calls isinstance(first, concurrent.futures.Future)
      Then main returned True
      When job finishes with 256
      And main takes the result of first
      Then main returned 256

    @EXEC-002.a
    Scenario: Keyword arguments named fn and self belong to the callable
      When main calls pool.submit(job, 1, self=2, fn=3) as first
      Then job was called with (1, self=2, fn=3)

    @EXEC-002.b
    Scenario Outline: submit(<arguments>) is refused
      When main calls pool.submit(<arguments>)
      Then main raised TypeError
      And job ran never

      Examples:
        | case       | arguments |
        | as keyword | fn=job    |
        | nothing    |           |

    @EXEC-003.a
    Scenario: That something cannot be called is found out when the pool calls it
      When main calls pool.submit(None) as first
      And main takes the result of first
      Then main raised TypeError
      When main calls pool.submit(job)
      Then job ran once

    @EXEC-004.a
    Scenario: Five hundred submissions to a busy pool do not block, and wait for their turn
      Given threads alpha and beta
      And a task other that returns None
      And a task submit_other that does:
        | pool.submit(other) |
      When main calls pool.submit(job)
      And alpha and beta each run submit_other 250 times
      Then alpha and beta returned None
      And other ran never
      When job finishes
      Then other ran 500 times

    @EXEC-004.b
    Scenario: What waits for a worker is neither running nor done
      Given a task other
      When main calls pool.submit(job)
      And main calls pool.submit(other) as second
      Then second is not running
      When job finishes
      Then second is running
      And second is not done

  Rule: Workers run the tasks, as many at once as max_workers says

    @EXEC-005.a
    Scenario: A task runs in a thread of its own, whoever submitted it
      Given a thread alpha
      And a task other
      When alpha calls pool.submit(job)
      And main calls pair.submit(other)
      Then job ran in a thread of its own
      And other ran in a thread of its own

    @EXEC-006.a
    Scenario: However many threads submit, no more than max_workers tasks run at once
      Given threads alpha, beta and gamma
      And a task submit_job that does:
        | pair.submit(job) |
      When alpha, beta and gamma each run submit_job twice
      Then job ran twice
      When job finishes
      Then job ran 3 times
      When job finishes
      And job finishes
      Then job ran 5 times

    @EXEC-007.a
    Scenario: As many tasks as max_workers says run at the same time
      Given a ThreadPoolExecutor crew with max_workers=3
      When main calls crew.submit(job)
      And main calls crew.submit(job)
      And main calls crew.submit(job)
      Then job ran 3 times

    @EXEC-007.b
    Scenario: Tasks that wait for one another at a barrier all get through
      Given a Barrier gate with parties=2
      And a task meet that does:
        | gate.wait() |
      When main calls pair.submit(meet) as first
      Then the n_waiting of gate is 1
      When main calls pair.submit(meet) as second
      And main calls first.exception()
      Then main returned None
      And the n_waiting of gate is 0
      And meet ran twice

    @EXEC-008.a
    Scenario: Waiting tasks begin in the order in which they were submitted
      Given a task early that returns None
      And a task middle that returns None
      And a task late that returns None
      When main calls pool.submit(job)
      And main calls pool.submit(early)
      And main calls pool.submit(middle)
      And main calls pool.submit(late)
      And job finishes
      Then early ran before middle
      And middle ran before late

    @EXEC-009.a
    Scenario: Every task that a pool took runs once, whoever submits it when
      Given threads alpha, beta and gamma
      And a Lock guard
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      And a task submit_bump that does:
        | pair.submit(bump) |
      When alpha, beta and gamma each run submit_bump 20 times
      Then bump ran 60 times
      And the value of counter is 60

    @EXEC-009.b
    Scenario: In no schedule a task that is submitted beside others is lost or run twice
      Given threads alpha and beta
      And a shared variable counter starting at 0
      And a task bump that does:
        | read counter     |
        | add 1 to counter |
        | write counter    |
      And a task submit_bump that does:
        | pool.submit(bump) |
        | pool.submit(bump) |
      When alpha and beta each run submit_bump under 100 schedules
      Then the outcomes of counter are graded:
        | value | grade    |
        | 4     | required |

    @EXEC-010.a
    Scenario Outline: max_workers=<number> is refused
      When main calls concurrent.futures.ThreadPoolExecutor(max_workers=<number>)
      Then main raised ValueError

      Examples:
        | case     | number |
        | zero     | 0      |
        | negative | -1     |

    @EXEC-011.a
    Scenario Outline: A pool with <size> runs as many tasks at once as there are usable CPUs, and 4 more
      Given threads alpha and beta
      And a ThreadPoolExecutor crew with <arguments>
      And a task submit_job that does:
        | crew.submit(job) |
      When alpha and beta each run submit_job 20 times
      Then job ran once for each usable CPU and 4 times more, but at most 32 times

      Examples:
        | case    | size             | arguments                 |
        | default | no max_workers   | thread_name_prefix='crew' |
        | None    | max_workers=None | max_workers=None          |

    @EXEC-012.a
    Scenario: A pool starts a thread for a submission that finds no idle worker, up to max_workers
      When main calls threading.active_count()
      Then main returned 1
      When main calls pair.submit(job)
      And main calls threading.active_count()
      Then main returned 2
      When main calls pair.submit(job)
      And main calls pair.submit(job)
      And main calls threading.active_count()
      Then main returned 3

    @EXEC-013.a
    Scenario: An idle worker takes the next task, although there could be more workers
      Given a task other
      When main calls pair.submit(job)
      And job finishes
      And main calls pair.submit(other)
      Then other ran in job
      When main calls threading.active_count()
      Then main returned 2

    @EXEC-014.a
    Scenario: Any number of tasks is served by max_workers threads
      Given threads alpha and beta
      And a task other that returns None
      And a task submit_other that does:
        | pair.submit(other) |
      When main calls pair.submit(job)
      And main calls pair.submit(job)
      And alpha and beta each run submit_other 50 times
      And main calls threading.active_count()
      Then main returned 5
      When job finishes
      Then other ran 100 times
      When main calls threading.active_count()
      Then main returned 5

    @EXEC-014.b
    Scenario: There are never more workers than there were tasks
      Given a ThreadPoolExecutor crew with max_workers=10
      When main calls crew.submit(job)
      And main calls crew.submit(job)
      And main calls threading.active_count()
      Then main returned 3

    @EXEC-042.a
    Scenario: A worker is no daemon
      When main calls pool.submit(job)
      And job calls threading.current_thread() as worker
      Then worker is alive
      And worker is not daemonic

  Rule: Workers have names, and an initializer that runs before their first task

    @EXEC-015.a
    Scenario: A worker is called by the prefix, an underscore and a number below max_workers
      Given a ThreadPoolExecutor crew with max_workers=1, thread_name_prefix='crew'
      When main calls crew.submit(job)
      And job calls threading.current_thread() as worker
      Then the name of worker is 'crew_0'

    @EXEC-016.a
    Scenario: Without a prefix each pool makes up one of its own
      Given a task other
      When main calls pool.submit(job)
      And job calls threading.current_thread() as worker
      And main reads worker.name as one_name
      Then main returned a text that starts with "ThreadPoolExecutor-"
      When main calls pair.submit(other)
      And other calls threading.current_thread() as colleague
      And main reads colleague.name as other_name
      Then main returned a text that starts with "ThreadPoolExecutor-"
      When main calls operator.ne(one_name, other_name)
      Then main returned True

    @EXEC-017.a
    Scenario: The initializer is called with initargs in the worker, and tasks wait for it
      Given a task prepare
      And a ThreadPoolExecutor crew with max_workers=1, initializer=prepare, initargs=(1, 'two')
      When main calls crew.submit(job)
      Then prepare was called with (1, 'two')
      And job ran never
      When prepare finishes
      Then job ran in prepare

    @EXEC-017.b
    Scenario: The initializer runs once in every worker
      Given a task prepare that returns None
      And a ThreadPoolExecutor crew with max_workers=2, initializer=prepare
      When main calls crew.submit(job)
      Then prepare ran once
      When main calls crew.submit(job)
      And main calls crew.submit(job)
      Then prepare ran twice
      When job finishes
      Then job ran 3 times
      And prepare ran twice

    @EXEC-018.a
    Scenario: An initializer that cannot be called is refused
      When main calls concurrent.futures.ThreadPoolExecutor(initializer=1)
      Then main raised TypeError

    @EXEC-019.a
    Scenario: When the initializer fails, what waits fails with BrokenThreadPool and never runs
      Given a task prepare
      And a KeyError called boom
      And a ThreadPoolExecutor crew with max_workers=1, initializer=prepare
      When main calls crew.submit(job) as first
      And main calls crew.submit(job) as second
      And prepare dies of boom
      And main takes the result of first
      Then main raised concurrent.futures.thread.BrokenThreadPool
      When main takes the result of second
      Then main raised concurrent.futures.thread.BrokenThreadPool
      And job ran never

    @EXEC-020.a
    Scenario: A broken pool takes no more tasks
      Given a task prepare that raises KeyError
      And a ThreadPoolExecutor crew with max_workers=2, initializer=prepare
      When main calls crew.submit(job) as first
      And main calls crew.submit(job)
      Then main raised concurrent.futures.thread.BrokenThreadPool
      And job ran never

    @EXEC-020.b
    Scenario: A broken pool can be shut down
      Given a task prepare that raises KeyError
      And a ThreadPoolExecutor crew with max_workers=1, initializer=prepare
      When main calls crew.submit(job) as first
      And main calls crew.shutdown(wait=True)
      Then main returned None
      And prepare ran once
      When main takes the result of first
      Then main raised concurrent.futures.thread.BrokenThreadPool

    @EXEC-021.a
    Scenario Outline: BrokenThreadPool is a <base>, and not the other way round
      When main calls issubclass(concurrent.futures.thread.BrokenThreadPool, <base>)
      Then main returned True
      When main calls issubclass(<base>, concurrent.futures.thread.BrokenThreadPool)
      Then main returned False

      Examples:
        | case           | base                              |
        | BrokenExecutor | concurrent.futures.BrokenExecutor |
        | RuntimeError   | RuntimeError                      |

    @EXEC-021.b
    Scenario: BrokenExecutor is a RuntimeError, and not the other way round
      When main calls issubclass(concurrent.futures.BrokenExecutor, RuntimeError)
      Then main returned True
      When main calls issubclass(RuntimeError, concurrent.futures.BrokenExecutor)
      Then main returned False

    @EXEC-022.a
    Scenario: What an initializer raises is logged as critical, with the exception
      Given a task prepare
      And a KeyError called boom
      And a ThreadPoolExecutor crew with max_workers=1, initializer=prepare
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logging.getLogger('concurrent.futures') as logger
      And main calls logger.addHandler(handler)
      And main calls crew.submit(job)
      And prepare dies of boom
      And main reads handler.buffer as records
      And main calls records.pop() as record
      Then the levelname of record is 'CRITICAL'
      When main reads record.exc_info as details
      And main calls operator.getitem(details, 1)
      Then main returned boom

  Rule: shutdown ends the taking of tasks, and waits for those that were taken

    @EXEC-023.a
    Scenario Outline: A pool that was shut down refuses <call>
      When main shuts down pool
      And main calls pool.<call>
      Then main raised RuntimeError
      And job ran never

      Examples:
        | case   | call          |
        | submit | submit(job)   |
        | map    | map(job, [1]) |

    @EXEC-023.b
    Scenario Outline: After the end of its with block a pool refuses <call>
      Given a task block that returns None
      When main runs block in a with block of pool
      And main calls pool.<call>
      Then main raised RuntimeError
      And job ran never

      Examples:
        | case   | call          |
        | submit | submit(job)   |
        | map    | map(job, [1]) |

    @EXEC-024.a
    Scenario Outline: shutdown(<arguments>) waits for what runs, what is queued and the end of the workers
      Given a thread alpha
      And a task other
      When main calls pool.submit(job)
      And main calls pool.submit(other)
      And job calls threading.current_thread() as worker
      And alpha calls pool.shutdown(<arguments>)
      And job finishes
      Then alpha is blocked on pool
      When other finishes
      Then alpha returned None
      And worker is finished

      Examples:
        | case    | arguments |
        | default |           |
        | wait    | wait=True |

    @EXEC-025.a
    Scenario: shutdown without waiting returns at once, and the tasks run to their ends
      Given a task other that returns 4
      When main calls pool.submit(job) as first
      And main calls pool.submit(other) as second
      And main shuts down pool without waiting
      Then main returned None
      And other ran never
      When job finishes with 3
      And main takes the result of first
      Then main returned 3
      When main takes the result of second
      Then main returned 4

    @EXEC-026.a
    Scenario: shutdown can be repeated, and one that waits still waits
      Given a thread alpha
      When main calls pool.submit(job)
      And main shuts down pool without waiting
      Then main returned None
      When alpha shuts down pool
      Then alpha is blocked on pool
      When job finishes
      Then alpha returned None
      When alpha shuts down pool
      Then alpha returned None

    @EXEC-027.a
    Scenario: shutdown with cancel_futures cancels what has not begun, and lets the rest finish
      Given a thread alpha
      And a task other
      When main calls pool.submit(job) as first
      And main calls pool.submit(other) as second
      And alpha shuts down pool cancelling pending futures
      Then alpha is blocked on pool
      And second is cancelled
      When job finishes with 3
      Then alpha returned None
      And other ran never
      When main takes the result of first
      Then main returned 3

    @EXEC-028.a
    Scenario: cancel_futures goes together with wait=False
      Given a task other
      When main calls pool.submit(job) as first
      And main calls pool.submit(other) as second
      And main calls pool.shutdown(wait=False, cancel_futures=True)
      Then main returned None
      And second is cancelled
      And first is not cancelled
      When job finishes
      Then other ran never

    @EXEC-028.b
    Scenario: cancel_futures must be written as a keyword
      When main calls pool.shutdown(True, True)
      Then main raised TypeError

    @EXEC-037.a
    Scenario: A task cannot wait for the end of its own pool
      When main calls pool.submit(job) as first
      And job shuts down pool
      Then job raised RuntimeError
      When job finishes with 3
      And main takes the result of first
      Then main returned 3

    @EXEC-038.a
    Scenario: shutdown returns although the last task was cancelled before it began
      Given a thread alpha
      And a task other
      When main calls pool.submit(job)
      And main calls pool.submit(other) as second
      And main cancels second
      Then main returned True
      When alpha shuts down pool
      Then alpha is blocked on pool
      When job finishes
      Then alpha returned None
      And other ran never

    @EXEC-029.a
    Scenario: A with statement gives the pool, and waits at its end for every task that was submitted inside
      Given a thread alpha
      And a task block
      When alpha runs block in a with block of pool
      Then block was called with (pool)
      When block calls pool.submit(job) as first
      And block finishes
      Then alpha is still blocked
      When job finishes with 3
      Then alpha returned None
      When main takes the result of first
      Then main returned 3
      When main calls pool.submit(job)
      Then main raised RuntimeError

    @EXEC-030.a
    Scenario: An exception leaves the with statement as it is, once the tasks have finished
      Given a thread alpha
      And a task block
      And a KeyError called boom
      When alpha runs block in a with block of pool
      And block calls pool.submit(job) as first
      And block dies of boom
      Then alpha is still blocked
      When job finishes
      Then alpha raised boom

  Rule: What a task raises is its future's, and nobody else's

    @EXEC-031.a
    Scenario Outline: A <error> in a task ends neither the worker nor the pool
      Given a task other
      And a <error> called boom
      When main calls pool.submit(job) as first
      And job dies of boom
      And main calls pool.submit(other)
      Then other ran in job
      When main takes the result of first
      Then main raised boom

      Examples:
        | case              | error             |
        | ValueError        | ValueError        |
        | SystemExit        | SystemExit        |
        | KeyboardInterrupt | KeyboardInterrupt |

    @EXEC-032.a
    Scenario: Nobody hears of a failed task unless he asks its future
      Given a task failing that raises ValueError
      And a task hook that returns None
      When main sets threading.excepthook to hook
      And main calls pool.submit(failing)
      Then failing ran once
      And hook ran never
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @EXEC-033.a
    Scenario: shutdown does not raise what a task raised
      Given a task failing that raises ValueError
      When main calls pool.submit(failing) as first
      And main shuts down pool
      Then main returned None
      When main takes the result of first
      Then main raised ValueError

    @EXEC-033.b
    Scenario: A with block does not raise at its end what a task raised
      Given a task failing that raises ValueError
      And a task block
      And a thread alpha
      When alpha runs block in a with block of pool
      And block calls pool.submit(failing) as first
      And block finishes
      Then alpha returned None
      When main takes the result of first
      Then main raised ValueError

  Rule: Tasks may submit tasks, and must not wait for them on the last worker

    @EXEC-034.a
    Scenario: A task may submit another one to its own pool
      Given a task other that returns 4
      When main calls pool.submit(job) as first
      And job calls pool.submit(other) as nested
      Then job returned nested
      And other ran never
      When job finishes with nested
      And main takes the result of first
      Then main returned nested
      When main takes the result of nested
      Then main returned 4

    @EXEC-035.a
    Scenario: A task that waits for another one on the only worker waits in vain
      Given a task other that returns 4
      When main calls pool.submit(job)
      And job calls pool.submit(other) as nested
      Then job returned nested
      When job takes the result of nested with timeout 2s
      Then job is blocked on nested
      When 2s pass
      Then job raised concurrent.futures.TimeoutError
      And other ran never
      When job finishes
      Then other ran once

    @EXEC-036.a
    Scenario: Two tasks that wait for each other's futures wait in vain
      Given a task other
      When main calls pair.submit(job) as first
      And main calls pair.submit(other) as second
      And job takes the result of second with timeout 2s
      And other takes the result of first with timeout 2s
      Then job is blocked on second
      And other is blocked on first
      When 2s pass
      Then job raised concurrent.futures.TimeoutError
      And other raised concurrent.futures.TimeoutError

  Rule: A pool keeps nothing alive that it does not need

    @EXEC-039.a
    Scenario: A pool that nobody refers to any more finishes its tasks, and then its workers end
      Given a task other that returns 4
      When main calls pool.submit(job) as first
      And main calls pool.submit(other) as second
      And job calls threading.current_thread() as worker
      And main calls threadstone.drop('pool')
      And main calls threadstone.is_reclaimed('pool')
      Then main returned True
      And worker is alive
      When job finishes with 3
      And main takes the result of second
      Then main returned 4
      And worker is finished

    @EXEC-039.b
    Scenario: An idle worker ends once nobody refers to its pool any more
      When main calls pool.submit(job)
      And job calls threading.current_thread() as worker
      And job finishes
      Then worker is alive
      When main calls threadstone.drop('pool')
      And main calls threadstone.is_reclaimed('pool')
      Then main returned True
      And worker is finished

    @EXEC-040.a
    Scenario: Once a task has finished, its pool has forgotten its arguments
      Given a task other that returns None
      And an object token
      When main calls pool.submit(job)
      And main calls pool.submit(other, token)
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When job finishes
      Then other ran once
      When main calls threadstone.is_reclaimed('token')
      Then main returned True

  Rule: Executor is what pools have in common

    @EXEC-041.a
    Scenario: A ThreadPoolExecutor is an Executor, and an Executor alone runs nothing
      When main calls isinstance(pool, concurrent.futures.Executor)
      Then main returned True
      When main calls concurrent.futures.Executor() as abstract
      And main calls abstract.submit(job)
      Then main raised NotImplementedError
