Feature: Blocking functions in the threads of an event loop
  Source: Python library reference 3.14, asyncio, "Running in Threads", "Executing code in thread or process pools".
  Not here: calls into a loop from other threads (bridges.feature), pools without a loop (futures).

  Background:
    Given a thread alpha
    And a coroutine serve
    And a task job

  Rule: to_thread runs a function in a thread of its own

    @ASYNC-001.a
    Scenario: The function runs in another thread than the loop, and awaiting it gives what it returns
      When alpha runs the coroutine serve
      And serve awaits asyncio.to_thread(job)
      Then serve is blocked
      And serve ran in alpha
      And job ran in a thread of its own
      When job finishes with 3
      Then serve returned 3

    @ASYNC-002.a
    Scenario: Positional and keyword arguments are passed on, in one call
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve awaits asyncio.to_thread(note, 'a', 2, key=1)
      Then note was called with ('a', 2, key=1)
      And serve returned 3

    @ASYNC-003.a
    Scenario: The very exception that the function raises is raised at the await
      Given a KeyError called boom
      When alpha runs the coroutine serve
      And serve awaits asyncio.to_thread(job)
      And job dies of boom
      Then serve raised boom

    @ASYNC-004.a
    Scenario: The function sees the context of the coroutine, and its changes stay its own
      Given a context variable user with default='nobody'
      When alpha runs the coroutine serve
      And serve sets user to 'ann'
      And serve awaits asyncio.to_thread(job)
      Then job sees user as 'ann'
      When job sets user to 'bob'
      And job finishes
      Then serve sees user as 'ann'

    @ASYNC-005.a
    Scenario: Calling to_thread starts nothing; awaiting it does
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.to_thread(note) as later
      And serve awaits asyncio.sleep(0)
      Then note ran never
      When serve awaits later
      Then serve returned 3
      And note ran once

    @ASYNC-008.a
    Scenario: Cancelling the await ends it at once and leaves the function running
      Given a coroutine helper
      And a list seen
      When alpha runs the coroutine serve
      And serve creates an asyncio task waiting of helper
      And helper awaits asyncio.to_thread(job)
      And serve calls waiting.cancel()
      Then helper raised asyncio.CancelledError
      When job calls seen.append('done')
      And job finishes
      And main calls seen.copy()
      Then main returned ['done']

  Rule: A blocking call stops the loop, unless it runs in a thread

    @ASYNC-006.a @since-3.9
    Scenario: Other coroutines go on while a function runs through to_thread
      Given a coroutine other
      When alpha runs the coroutine serve
      And serve creates an asyncio task ticking of other
      And serve awaits asyncio.to_thread(job)
      And other awaits asyncio.sleep(0, 'tick')
      Then other returned 'tick'
      And other ran in alpha
      And serve is still blocked

    @ASYNC-006.b
    Scenario: Several functions run at the same time
      Given a task second
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as one
      And serve calls loop.run_in_executor(None, second) as two
      And second finishes with 2
      And serve awaits two
      Then serve returned 2
      When job finishes with 1
      And serve awaits one
      Then serve returned 1

    @ASYNC-006.c
    Scenario: Other coroutines go on while a function runs through run_in_executor
      Given a coroutine other
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve creates an asyncio task ticking of other
      And serve awaits loop.run_in_executor(None, job)
      And other awaits asyncio.sleep(0, 'tick')
      Then other returned 'tick'
      And serve is still blocked

    @ASYNC-007.a
    Scenario: While a coroutine blocks in a call, no other coroutine of the loop runs
      Given a coroutine other
      And a Lock guard
      When main acquires guard
      And alpha runs the coroutine serve
      And serve creates an asyncio task ticking of other
      And serve acquires guard
      And other awaits asyncio.sleep(0, 'tick')
      Then serve and other are blocked
      When main releases guard
      Then serve returned True
      And other returned 'tick'

  Rule: run_in_executor calls a function in a thread of an executor

    @ASYNC-009.a
    Scenario: The call begins in the given pool before anybody awaits it
      Given a ThreadPoolExecutor pool with thread_name_prefix='mine'
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(pool, job) as outcome
      Then job ran in a thread of its own
      When job calls threading.current_thread() as worker
      And job reads worker.name
      Then job returned a text that starts with "mine"
      When job finishes with 3
      And serve awaits outcome
      Then serve returned 3

    @ASYNC-009.b
    Scenario: What is returned is a future of asyncio
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And serve calls isinstance(outcome, asyncio.Future)
      Then serve returned True
      When job finishes with 3
      And serve calls outcome.result()
      Then serve returned 3

    @ASYNC-010.a
    Scenario: The default pool has no thread before its first use
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls threading.active_count()
      Then serve returned 2
      When serve awaits loop.run_in_executor(None, note)
      And serve calls threading.active_count()
      Then serve returned 3

    @ASYNC-010.b @since-3.9
    Scenario: None and to_thread use the same pool
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits loop.run_in_executor(None, job)
      And job finishes
      And serve awaits asyncio.to_thread(note)
      Then serve returned 3
      And note ran in job

    @ASYNC-011.a
    Scenario: Positional arguments are passed on
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits loop.run_in_executor(None, note, 1, 'two')
      Then note was called with (1, 'two')
      And serve returned 3

    @ASYNC-011.b
    Scenario: A keyword argument for the function is refused
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, note, size=1)
      Then serve raised TypeError
      And note ran never

    @ASYNC-012.a
    Scenario: The very exception that the function raises is raised where the future is awaited
      Given a KeyError called boom
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And job dies of boom
      And serve awaits outcome
      Then serve raised boom

    @ASYNC-013.a
    Scenario: After the await the coroutine is in the thread of its loop again
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits loop.run_in_executor(None, job)
      Then job ran in a thread of its own
      When job finishes
      And serve calls threading.current_thread()
      Then serve returned alpha

    @ASYNC-014.a
    Scenario: A StopIteration of the function reaches the coroutine as RuntimeError
      Given a task note that raises StopIteration
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits loop.run_in_executor(None, note)
      Then serve raised RuntimeError

    @ASYNC-015.a
    Scenario: A worker does not see the context of the coroutine that gives it something to do
      Given a context variable user with default='nobody'
      And a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits loop.run_in_executor(None, note)
      And serve sets user to 'ann'
      And serve calls loop.run_in_executor(None, job) as outcome
      Then job sees user as 'nobody'

    @ASYNC-015.b
    Scenario: A worker sees the context of the coroutine if the call goes through the run of a copy
      Given a context variable user with default='nobody'
      When alpha runs the coroutine serve
      And serve sets user to 'ann'
      And serve calls asyncio.get_running_loop() as loop
      And serve copies its context as copy
      And serve reads copy.run as inside
      And serve calls loop.run_in_executor(None, inside, job) as outcome
      Then job sees user as 'ann'

    @ASYNC-016.a
    Scenario: A call that is still queued does not happen once its future is cancelled
      Given a task note that returns 3
      And a ThreadPoolExecutor pool with max_workers=1
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(pool, job) as first
      And serve calls loop.run_in_executor(pool, note, 'cancelled') as second
      And serve calls second.cancel()
      And serve calls loop.run_in_executor(pool, note, 'kept') as third
      And job finishes
      Then note was called with ('kept')

    @ASYNC-016.b
    Scenario: A call that runs goes on although its future is cancelled
      Given a list seen
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And serve calls outcome.cancel()
      Then serve returned True
      When job calls seen.append('done')
      And job finishes
      And main calls seen.copy()
      Then main returned ['done']

  Rule: The default executor is shut down with its loop

    @ASYNC-017.a
    Scenario: shutdown_default_executor waits for the calls that run, and refuses more
      Given a task note that returns 3
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And serve awaits loop.shutdown_default_executor()
      Then serve is blocked
      When job finishes with 3
      Then serve returned None
      When serve calls loop.run_in_executor(None, note)
      Then serve raised RuntimeError

    @ASYNC-018.a
    Scenario: asyncio.run does not return before the calls in the default executor have ended
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And serve finishes with 5
      Then alpha is blocked
      When job finishes
      Then alpha returned 5

    @ASYNC-019.a
    Scenario: shutdown_default_executor gives up when its timeout has passed, with a RuntimeWarning
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And serve awaits loop.shutdown_default_executor(2s)
      Then serve is blocked
      When 2s pass
      Then serve returned None
      When main reads threadstone.warnings
      Then main returned ['RuntimeWarning']
      When job finishes

    @ASYNC-020.a
    Scenario: set_default_executor makes a pool the default
      Given a ThreadPoolExecutor pool with thread_name_prefix='mine'
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.set_default_executor(pool)
      And serve calls loop.run_in_executor(None, job) as outcome
      And job calls threading.current_thread() as worker
      And job reads worker.name
      Then job returned a text that starts with "mine"

    @ASYNC-020.b
    Scenario: set_default_executor refuses what is no thread pool
      Given an object token
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.set_default_executor(token)
      Then serve raised TypeError
