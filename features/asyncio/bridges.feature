Feature: Bridges from threads to an event loop
  Source: Python library reference 3.14, asyncio, "Event Loop", "Scheduling From Other Threads".
  Not here: functions that a loop runs in threads (executors.feature), asyncio's own locks and queues.

  Background:
    Given threads alpha and beta
    And a coroutine serve
    And a task note that returns None

  Rule: call_soon_threadsafe runs a callback in the thread of the loop

    @ASYNC-021.a
    Scenario: The callback runs with its arguments in the loop's thread
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls loop.call_soon_threadsafe(note, 1, 'two')
      Then note was called with (1, 'two')
      And note ran in alpha

    @ASYNC-022.a
    Scenario: A loop that has nothing to do for an hour wakes for it
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits asyncio.sleep(1h)
      And main calls loop.call_soon_threadsafe(note, 3)
      Then note was called with (3)
      And serve is still blocked

    @ASYNC-023.a
    Scenario: The callbacks of one thread run in the order in which it submitted them
      Given a list seen
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main reads seen.append as append
      Given a task send that does:
        | loop.call_soon_threadsafe(append, 1) |
        | loop.call_soon_threadsafe(append, 2) |
        | loop.call_soon_threadsafe(append, 3) |
        | loop.call_soon_threadsafe(note)      |
      When beta runs send
      Then note ran once
      When main calls seen.copy()
      Then main returned [1, 2, 3]

    @ASYNC-023.b
    Scenario: However many threads submit at once, each callback runs once
      Given a thread gamma
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      Given a task send that does:
        | loop.call_soon_threadsafe(note) |
      When beta and gamma each run send 20 times
      Then note ran 40 times
      And note ran in alpha

    @ASYNC-024.a
    Scenario: A handle that is cancelled before its turn keeps its callback from running
      Given a task job
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve runs job
      And job calls loop.call_soon_threadsafe(note, 'cancelled') as handle
      And job calls loop.call_soon_threadsafe(note, 'kept')
      And job calls handle.cancel()
      And job finishes
      Then note was called with ('kept')

    @ASYNC-025.a
    Scenario Outline: <method> of a closed loop raises RuntimeError
      When main calls asyncio.new_event_loop() as closed
      And main calls closed.close()
      And main calls closed.<method>(<arguments>)
      Then main raised RuntimeError
      And note ran never

      Examples:
        | case                 | method               | arguments  |
        | call_soon_threadsafe | call_soon_threadsafe | note       |
        | run_in_executor      | run_in_executor      | None, note |

    @ASYNC-026.a
    Scenario: The callback runs in a copy of the context of the calling thread
      Given a context variable user with default='nobody'
      And a task job
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main sets user to 'max'
      And main calls loop.call_soon_threadsafe(job)
      Then job ran in alpha
      And job sees user as 'max'
      When job sets user to 'bob'
      Then main sees user as 'max'

    @ASYNC-026.b
    Scenario: The callback runs in the context that was given
      Given a context variable user with default='nobody'
      And a task job
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main sets user to 'ann'
      And main copies its context as copy
      And main sets user to 'max'
      And main calls loop.call_soon_threadsafe(job, context=copy)
      Then job sees user as 'ann'

  Rule: Other methods of a loop belong to its own thread

    @ASYNC-027.a
    Scenario: A call_soon from another thread runs at the loop's next event at the latest
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve awaits asyncio.sleep(2s)
      And main calls loop.call_soon(note, 3)
      And 2s pass
      And serve awaits asyncio.sleep(0)
      Then note was called with (3)
      And note ran in alpha

    @ASYNC-028.a
    Scenario Outline: In debug mode a <method> from another thread raises RuntimeError
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.set_debug(True)
      And main calls loop.<method>(<arguments>)
      Then main raised RuntimeError
      When serve awaits asyncio.sleep(0)
      Then note ran never

      Examples:
        | case       | method     | arguments |
        | call_soon  | call_soon  | note      |
        | call_later | call_later | 0, note   |
        | call_at    | call_at    | 0, note   |

    @ASYNC-029.a
    Scenario: A future that another thread resolves through call_soon_threadsafe wakes its coroutine
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.create_future() as box
      And serve awaits box
      And main reads box.set_result as deliver
      And main calls loop.call_soon_threadsafe(deliver, 3)
      Then serve returned 3

    @ASYNC-029.b
    Scenario: What another thread puts into a queue through call_soon_threadsafe reaches the coroutine
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls asyncio.Queue() as inbox
      And serve awaits inbox.get()
      And main reads inbox.put_nowait as deliver
      And main calls loop.call_soon_threadsafe(deliver, 3)
      Then serve returned 3

  Rule: run_coroutine_threadsafe runs a coroutine in another thread's loop

    @ASYNC-030.a
    Scenario: The coroutine runs in the loop, and the caller gets its value from a future
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      Then fetch ran in alpha
      When main calls outcome.result(1h)
      Then main is blocked on outcome
      When fetch finishes with 3
      Then main returned 3

    @ASYNC-030.b
    Scenario: The future raises the very exception of the coroutine
      Given a coroutine fetch
      And a KeyError called boom
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And fetch dies of boom
      And main calls outcome.result()
      Then main raised boom

    @ASYNC-030.c
    Scenario: The future is one of concurrent.futures
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And main calls isinstance(outcome, concurrent.futures.Future)
      Then main returned True
      When main calls outcome.done()
      Then main returned False

    @ASYNC-031.a
    Scenario: A result that does not come in time leaves the coroutine running
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And main calls outcome.result(2s)
      And 2s pass
      Then main raised concurrent.futures.TimeoutError
      When fetch finishes with 3
      And main calls outcome.result()
      Then main returned 3

    @ASYNC-031.b
    Scenario: Cancelling the future cancels the coroutine in its loop
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And fetch awaits asyncio.sleep(1h)
      And main calls outcome.cancel()
      Then main returned True
      And fetch raised asyncio.CancelledError

    @ASYNC-032.a
    Scenario: If the coroutine is cancelled in its loop, the future is cancelled
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And fetch calls asyncio.current_task() as own
      And fetch calls own.cancel()
      And main calls outcome.result()
      Then main raised concurrent.futures.CancelledError
      When main calls outcome.cancelled()
      Then main returned True

    @ASYNC-033.a
    Scenario: What is no coroutine object is refused
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And main calls asyncio.run_coroutine_threadsafe(note, loop)
      Then main raised TypeError

    @ASYNC-033.b
    Scenario: The loop must be named
      Given a coroutine fetch
      When main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started)
      Then main raised TypeError

    @ASYNC-033.c
    Scenario: A closed loop is refused
      Given a coroutine fetch
      When main calls asyncio.new_event_loop() as closed
      And main calls closed.close()
      And main calls fetch() as started
      And main calls asyncio.run_coroutine_threadsafe(started, closed)
      Then main raised RuntimeError

    @ASYNC-034.a
    Scenario: A coroutine that waits for the future in the loop's own thread keeps the other from ending
      Given a coroutine fetch
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls fetch() as started
      And serve calls asyncio.run_coroutine_threadsafe(started, loop) as outcome
      And serve calls outcome.result(2s)
      And fetch finishes with 3
      Then serve is blocked on outcome
      When 2s pass
      Then serve raised concurrent.futures.TimeoutError
      When serve awaits asyncio.sleep(0)
      And serve calls outcome.result()
      Then serve returned 3

  Rule: One loop belongs to one thread

    @ASYNC-035.a
    Scenario: Coroutines of one loop lose no update as long as they do not await in between
      Given a shared variable counter starting at 0
      And a coroutine bump that does:
        | read counter           |
        | add 1 to counter       |
        | write counter          |
        | await asyncio.sleep(0) |
        | read counter           |
        | add 1 to counter       |
        | write counter          |
      When alpha runs the coroutine serve
      And serve creates an asyncio task first of bump
      And serve creates an asyncio task second of bump
      And serve awaits first
      And serve awaits second
      Then the value of counter is 4
      And bump ran twice
      And bump ran in alpha

    @ASYNC-036.a
    Scenario: A thread that runs no loop has no running loop
      Given a task job
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.run_in_executor(None, job) as outcome
      And job calls asyncio.get_running_loop()
      Then job raised RuntimeError
      When main calls asyncio.get_running_loop()
      Then main raised RuntimeError

    @ASYNC-036.b
    Scenario: Two threads run a loop each, at the same time
      Given a coroutine other
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And beta runs the coroutine other
      And other calls asyncio.get_running_loop() as second
      And other calls second.call_soon(note, 2)
      Then note ran in beta
      When serve calls asyncio.get_running_loop()
      Then serve returned loop
      When other calls asyncio.get_running_loop()
      Then other returned second

    @ASYNC-037.a
    Scenario: A wrapped future gives the value of the original
      When alpha runs the coroutine serve
      And main calls concurrent.futures.Future() as original
      And serve awaits asyncio.wrap_future(original)
      Then serve is blocked
      When main calls original.set_result(3)
      Then serve returned 3

    @ASYNC-037.b
    Scenario: A wrapped future raises the exception of the original
      Given a ThreadPoolExecutor pool
      And a task job
      And a KeyError called boom
      When alpha runs the coroutine serve
      And main calls pool.submit(job) as original
      And serve awaits asyncio.wrap_future(original)
      And job dies of boom
      Then serve raised boom

    @ASYNC-038.a
    Scenario: A loop in another thread than the main thread cannot handle signals
      When alpha runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.add_signal_handler(signal.SIGINT, note)
      Then serve raised RuntimeError

    @ASYNC-038.b
    Scenario: A loop in the main thread handles signals
      When main runs the coroutine serve
      And serve calls asyncio.get_running_loop() as loop
      And serve calls loop.add_signal_handler(signal.SIGINT, note, 3)
      And SIGINT arrives
      Then note was called with (3)
      And note ran in main
