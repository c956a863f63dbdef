Feature: Future
  Source: Python library reference 3.14, concurrent.futures, "Future Objects".
  Not here: what executors do with futures, waiting for several of them, asyncio.Future.

  Background:
    Given a Future first
    And threads alpha and beta
    And a KeyError called boom

  Rule: A future is pending, then running, then done, and never goes back

    @FUTURE-001.a
    Scenario: A future whose task nobody has started is pending
      Then first is pending
      And first is not running
      And first is not done

    @FUTURE-002.a
    Scenario: While its task executes a future is running and not done
      When main calls first.set_running_or_notify_cancel()
      Then first is running
      And first is not done
      And first is not cancelled

    @FUTURE-003.a
    Scenario Outline: After its task has <ended> a future is done and stays so
      When main calls first.set_running_or_notify_cancel()
      And main calls first.<ending>
      Then first is done
      And first is not running
      When main cancels first
      Then main returned False
      And first is done
      And first is not cancelled

      Examples:
        | case      | ended    | ending              |
        | value     | returned | set_result(3)       |
        | exception | raised   | set_exception(boom) |

    @FUTURE-021.a
    Scenario: set_running_or_notify_cancel starts a pending future, which can then not be cancelled
      When main calls first.set_running_or_notify_cancel()
      Then main returned True
      And first is running
      When main cancels first
      Then main returned False

    @FUTURE-023.a
    Scenario Outline: set_running_or_notify_cancel is refused for a future that is <state> already
      When main calls first.<one>
      And main calls first.<other>
      And main calls first.set_running_or_notify_cancel()
      Then main raised RuntimeError
      When main cancels first
      Then main returned <cancelled>

      Examples:
        | case      | state                      | one                            | other                          | cancelled |
        | running   | running                    | running()                      | set_running_or_notify_cancel() | False     |
        | finished  | finished                   | set_running_or_notify_cancel() | set_result(3)                  | False     |
        | cancelled | cancelled and acknowledged | cancel()                       | set_running_or_notify_cancel() | True      |

    @FUTURE-024.a
    Scenario Outline: Who finishes a future with <one> is first, and <other> afterwards is refused
      When main calls first.<one>
      And main calls first.<other>
      Then main raised concurrent.futures.InvalidStateError
      And first is done
      When alpha takes the <part> of first
      Then alpha returned <outcome>

      Examples:
        | case                    | one                 | other               | part      | outcome |
        | result, result          | set_result(3)       | set_result(4)       | result    | 3       |
        | result, exception       | set_result(3)       | set_exception(boom) | result    | 3       |
        | exception, result       | set_exception(boom) | set_result(3)       | exception | boom    |

    @FUTURE-024.b
    Scenario: A second exception is refused, and the first is kept
      Given a ValueError called late
      When main fails first with boom
      And main fails first with late
      Then main raised concurrent.futures.InvalidStateError
      When alpha takes the exception of first
      Then alpha returned boom

    @FUTURE-025.a
    Scenario Outline: A cancelled future refuses <setter> and stays cancelled
      When main cancels first
      And main calls first.<setter>
      Then main raised concurrent.futures.InvalidStateError
      And first is cancelled
      When alpha takes the result of first
      Then alpha raised concurrent.futures.CancelledError

      Examples:
        | case      | setter              |
        | result    | set_result(3)       |
        | exception | set_exception(boom) |

  Rule: result waits for the end of the task and gives what it gave

    @FUTURE-004.a
    Scenario Outline: result blocks until the task is complete and returns <what>
      When main calls first.set_running_or_notify_cancel()
      And alpha takes the result of first
      Then alpha is blocked on first
      When main resolves first with <value>
      Then alpha returned <value>

      Examples:
        | case      | what                                         | value |
        | number    | what it returned                             | 3     |
        | None      | None if it returned that                     | None  |
        | exception | an exception that it returned and not raised | boom  |

    @FUTURE-005.a
    Scenario: result gives the same object to all who call it, as often as they call
      Given an object token
      When alpha takes the result of first
      And beta takes the result of first
      And main resolves first with token
      Then alpha and beta returned token
      When main takes the result of first
      Then main returned token
      When alpha takes the result of first
      Then alpha returned token

    @FUTURE-006.a
    Scenario: result gives up when its timeout has passed, and the task goes on
      When main calls first.set_running_or_notify_cancel()
      And alpha takes the result of first with timeout 2s
      And 1s pass
      Then alpha is blocked on first
      When 1s pass
      Then alpha raised concurrent.futures.TimeoutError
      And alpha was blocked for exactly 2s
      And first is running
      When main resolves first with 3
      And alpha takes the result of first
      Then alpha returned 3

    @FUTURE-006.b
    Scenario: A timed result returns as soon as the task is complete
      When alpha takes the result of first with timeout 1h
      Then alpha is blocked on first
      When main resolves first with 3
      Then alpha returned 3

    @FUTURE-007.a
    Scenario Outline: <part>(timeout=0) of a future that is <state> raises TimeoutError at once
      When main calls first.<preparation>
      And alpha takes the <part> of first without blocking
      Then alpha raised concurrent.futures.TimeoutError

      Examples:
        | case               | part      | state   | preparation                    |
        | result, pending    | result    | pending | cancelled()                    |
        | result, running    | result    | running | set_running_or_notify_cancel() |
        | exception, pending | exception | pending | cancelled()                    |
        | exception, running | exception | running | set_running_or_notify_cancel() |

    @FUTURE-007.b
    Scenario: With timeout 0 the outcome of a finished future is there at once
      Given a Future second
      When main resolves first with 3
      And alpha takes the result of first without blocking
      Then alpha returned 3
      When main fails second with boom
      And alpha takes the exception of second without blocking
      Then alpha returned boom
      When alpha takes the result of second without blocking
      Then alpha raised boom

    @FUTURE-007.c
    Scenario Outline: With timeout 0 the <part> of a cancelled future raises CancelledError
      When main cancels first
      And alpha takes the <part> of first without blocking
      Then alpha raised concurrent.futures.CancelledError

      Examples:
        | case      | part      |
        | result    | result    |
        | exception | exception |

    @FUTURE-008.a
    Scenario Outline: A negative timeout of <part> does not wait
      When alpha calls first.<part>(timeout=-1)
      Then alpha raised concurrent.futures.TimeoutError
      When main fails first with boom
      And alpha calls first.exception(timeout=-1)
      Then alpha returned boom

      Examples:
        | case      | part      |
        | result    | result    |
        | exception | exception |

    @FUTURE-009.a
    Scenario: The TimeoutError of futures is the built-in one
      When alpha takes the result of first without blocking
      Then alpha raised TimeoutError
      When alpha calls issubclass(concurrent.futures.TimeoutError, OSError)
      Then alpha returned True

    @FUTURE-010.a
    Scenario: result raises the very exception that the task raised, every time
      When alpha takes the result of first
      And main fails first with boom
      Then alpha raised boom
      When alpha takes the result of first
      Then alpha raised boom
      When beta takes the result of first
      Then beta raised boom

    @FUTURE-011.a
    Scenario: The traceback of what result raises shows where the task raised it
      Given a task job
      When alpha runs job
      And job dies of boom
      Then alpha raised boom
      When main fails first with boom
      And beta takes the result of first
      Then beta raised boom
      When beta calls threadstone.tasks_in(boom)
      Then beta returned ['job']

    @FUTURE-026.a
    Scenario Outline: set_result completes a <state> future and wakes everybody who waits
      Given a thread gamma
      When main calls first.<preparation>
      And alpha takes the result of first
      And beta takes the result of first
      And gamma takes the exception of first
      Then alpha, beta and gamma are blocked
      When main resolves first with 3
      Then alpha and beta returned 3
      And gamma returned None
      And first is done

      Examples:
        | case    | state   | preparation                    |
        | pending | pending | cancelled()                    |
        | running | running | set_running_or_notify_cancel() |

    @FUTURE-026.b
    Scenario Outline: set_exception completes a <state> future and wakes everybody who waits
      Given a thread gamma
      When main calls first.<preparation>
      And alpha takes the result of first
      And beta takes the result of first
      And gamma takes the exception of first
      Then alpha, beta and gamma are blocked
      When main fails first with boom
      Then alpha raised boom
      And beta raised boom
      And gamma returned boom

      Examples:
        | case    | state   | preparation                    |
        | pending | pending | cancelled()                    |
        | running | running | set_running_or_notify_cancel() |

    @FUTURE-035.a
    Scenario: What the task wrote before its end is seen by who has waited for its result
      Given a shared variable level starting at 0
      And a task job that does:
        | read level          |
        | add 7 to level      |
        | write level         |
        | first.set_result(1) |
      When alpha takes the result of first
      And beta runs job
      Then alpha returned 1
      When alpha reads level.value
      Then alpha returned 7

    @FUTURE-035.b
    Scenario Outline: What the task wrote is seen by who asks for its <part> afterwards
      Given a shared variable level starting at 0
      When beta sets level.value to 7
      And beta fails first with boom
      And alpha takes the <part> of first
      And alpha reads level.value
      Then alpha returned 7

      Examples:
        | case      | part      |
        | exception | exception |

  Rule: exception waits for the end of the task and gives what it raised

    @FUTURE-012.a
    Scenario: exception blocks until the task is complete and returns what it raised
      When alpha takes the exception of first
      Then alpha is blocked on first
      When main fails first with boom
      Then alpha returned boom

    @FUTURE-012.b
    Scenario: exception returns None once the task has returned normally
      When alpha takes the exception of first
      Then alpha is blocked on first
      When main resolves first with boom
      Then alpha returned None

    @FUTURE-013.a
    Scenario: exception gives up when its timeout has passed, and the task goes on
      When alpha takes the exception of first with timeout 2s
      And 1s pass
      Then alpha is blocked on first
      When 1s pass
      Then alpha raised concurrent.futures.TimeoutError
      And alpha was blocked for exactly 2s
      When main fails first with boom
      And alpha takes the exception of first
      Then alpha returned boom

    @FUTURE-036.a
    Scenario: An exception that is false is raised like any other
      Given a threadstone.FalsyError called nothing
      When alpha takes the result of first
      And main fails first with nothing
      Then alpha raised nothing
      When beta takes the exception of first
      Then beta returned nothing

  Rule: Only a pending future can be cancelled

    @FUTURE-016.a
    Scenario: A pending future can be cancelled, and its task is then not to run
      When main cancels first
      Then main returned True
      And first is cancelled
      And first is done
      When main calls first.set_running_or_notify_cancel()
      Then main returned False
      And first is not running

    @FUTURE-017.a
    Scenario: A running future cannot be cancelled, and goes on unharmed
      When main calls first.set_running_or_notify_cancel()
      And main cancels first
      Then main returned False
      And first is running
      When main resolves first with 3
      And alpha takes the result of first
      Then alpha returned 3

    @FUTURE-018.a
    Scenario: A future that has returned cannot be cancelled and keeps its result
      When main resolves first with 3
      And main cancels first
      Then main returned False
      And first is not cancelled
      When alpha takes the result of first
      Then alpha returned 3

    @FUTURE-018.b
    Scenario: A future that has raised cannot be cancelled and keeps its exception
      When main fails first with boom
      And main cancels first
      Then main returned False
      And first is not cancelled
      When alpha takes the result of first
      Then alpha raised boom

    @FUTURE-019.a
    Scenario: cancel on a cancelled future returns True again, also when the cancellation is acknowledged
      When main cancels first
      And main cancels first
      Then main returned True
      When main calls first.set_running_or_notify_cancel()
      Then main returned False
      When main cancels first
      Then main returned True
      And first is cancelled

    @FUTURE-014.a
    Scenario Outline: <part><arguments> of a cancelled future raises CancelledError
      When main cancels first
      And alpha calls first.<part><arguments>
      Then alpha raised concurrent.futures.CancelledError

      Examples:
        | case             | part      | arguments    |
        | result           | result    | (None)       |
        | exception        | exception | (None)       |
        | result, timed    | result    | (timeout=1h) |
        | exception, timed | exception | (timeout=1h) |

    @FUTURE-015.a
    Scenario Outline: Who is blocked in <part> is woken by a cancellation
      When alpha takes the <part> of first
      And beta takes the <part> of first
      Then alpha and beta are blocked
      When main cancels first
      Then main returned True
      And exactly 2 of alpha and beta raised concurrent.futures.CancelledError

      Examples:
        | case      | part      |
        | result    | result    |
        | exception | exception |

    @FUTURE-020.a
    Scenario: When cancel races with the start of the task exactly one of them succeeds
      When alpha calls first.cancel() and beta calls first.set_running_or_notify_cancel(), all at once
      Then exactly 1 of alpha and beta returned True
      And exactly 1 of alpha and beta returned False

    @FUTURE-022.a
    Scenario: set_running_or_notify_cancel on a cancelled future releases who waits for several
      When main cancels first
      And alpha waits for first until ALL_COMPLETED
      And beta calls concurrent.futures.as_completed([first]) as completed
      And beta calls next(completed)
      And main calls first.set_running_or_notify_cancel()
      Then main returned False
      And alpha found first done and none not done
      And beta returned first

    @FUTURE-037.a
    Scenario Outline: <error> is an Exception, and not what cancels a coroutine
      When main calls issubclass(concurrent.futures.<error>, Exception)
      Then main returned True
      When main calls issubclass(concurrent.futures.<error>, asyncio.CancelledError)
      Then main returned False
      When main calls issubclass(asyncio.CancelledError, concurrent.futures.<error>)
      Then main returned False

      Examples:
        | case              | error             |
        | CancelledError    | CancelledError    |
        | InvalidStateError | InvalidStateError |

  Rule: Callbacks are called once, in order, by who ends the future

    @FUTURE-027.a
    Scenario Outline: A callback is called once, with the future alone, when that ends with <ending>
      Given a task note that returns None
      When main adds callback note to first
      Then note ran never
      When main calls first.<ending>
      Then note was called with (first)

      Examples:
        | case         | ending              |
        | result       | set_result(3)       |
        | exception    | set_exception(boom) |
        | cancellation | cancel()            |

    @FUTURE-027.b
    Scenario: A cancellation that is acknowledged or repeated does not call back again
      Given a task note that returns None
      When main adds callback note to first
      And main cancels first
      And main cancels first
      And main calls first.set_running_or_notify_cancel()
      Then main returned False
      And note was called with (first)

    @FUTURE-028.a
    Scenario: Callbacks run in the order in which they were added, one added twice runs twice
      Given a list log
      And a task one that does:
        | log.append(1) |
      And a task two that does:
        | log.append(2) |
      And a task three that does:
        | log.append(3) |
      When main adds callback one to first
      And main adds callback two to first
      And main adds callback one to first
      And main adds callback three to first
      And main resolves first with 3
      And main calls log.copy()
      Then main returned [1, 2, 1, 3]

    @FUTURE-029.a
    Scenario Outline: A callback added to a <state> future runs at once, in the adding thread
      Given a task note
      When main calls first.<ending>
      And alpha adds callback note to first
      Then note ran in alpha
      And alpha is still blocked
      When note finishes
      Then alpha returned None
      And note was called with (first)

      Examples:
        | case      | state     | ending              |
        | finished  | finished  | set_result(3)       |
        | failed    | failed    | set_exception(boom) |
        | cancelled | cancelled | cancel()            |

    @FUTURE-030.a
    Scenario Outline: Callbacks run in the thread that ends the future, here by <ending>
      Given a task note that returns None
      When beta adds callback note to first
      And alpha calls first.<ending>
      Then note ran in alpha

      Examples:
        | case         | ending              |
        | result       | set_result(3)       |
        | exception    | set_exception(boom) |
        | cancellation | cancel()            |

    @FUTURE-031.a
    Scenario Outline: Inside a callback the future is done and its <part> is there
      Given a task note
      When main adds callback note to first
      And alpha calls first.<ending>
      Then alpha is blocked
      And first is done
      When note calls first.done()
      Then note returned True
      When note takes the <part> of first
      Then note returned <outcome>

      Examples:
        | case      | part      | ending              | outcome |
        | result    | result    | set_result(3)       | 3       |
        | exception | exception | set_exception(boom) | boom    |

    @FUTURE-032.a
    Scenario: What a callback raises reaches nobody; later callbacks run and the outcome stays
      Given a task bad that raises ValueError
      And a task note that returns None
      When main adds callback bad to first
      And main adds callback note to first
      And alpha resolves first with 3
      Then alpha returned None
      And bad ran once
      And note ran once
      When beta takes the result of first
      Then beta returned 3

    @FUTURE-032.b
    Scenario: What a callback of a finished future raises does not reach the thread that adds it
      Given a task bad that raises ValueError
      When main resolves first with 3
      And alpha adds callback bad to first
      Then alpha returned None
      And bad ran in alpha
      When beta takes the result of first
      Then beta returned 3

    @FUTURE-033.a
    Scenario: What a callback raises is logged as an error, with the exception
      Given a task bad
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logging.getLogger('concurrent.futures') as logger
      And main calls logger.addHandler(handler)
      And main adds callback bad to first
      And alpha resolves first with 3
      And bad dies of boom
      And main reads handler.buffer as records
      And main calls records.pop() as record
      Then the levelname of record is 'ERROR'
      When main reads record.exc_info as details
      And main calls operator.getitem(details, 1)
      Then main returned boom

  Rule: The futures of a pool are such futures

    @FUTURE-001.b
    Scenario: A future is pending while its task waits for a worker
      Given a ThreadPoolExecutor pool with max_workers=1
      And a task job
      When main submits job to pool as busy
      And main submits job to pool as queued
      Then busy is running
      And queued is pending

    @FUTURE-011.b
    Scenario: The traceback of what result raises shows the task that a worker ran
      Given a ThreadPoolExecutor pool with max_workers=1
      And a task job
      When main submits job to pool as failed
      And job dies of boom
      And alpha takes the result of failed
      Then alpha raised boom
      When alpha calls threadstone.tasks_in(boom)
      Then alpha returned ['job']

    @FUTURE-016.b
    Scenario: A task whose future was cancelled while it was queued never runs
      Given a ThreadPoolExecutor pool with max_workers=1
      And a task job
      And a task other that returns None
      When main submits job to pool as busy
      And main submits other to pool as queued
      And main cancels queued
      Then main returned True
      When job finishes
      And main calls pool.shutdown()
      Then main returned None
      And other ran never
      And queued is cancelled

    @FUTURE-030.b
    Scenario: The callbacks of a task's future run in its worker
      Given a ThreadPoolExecutor pool with max_workers=1
      And a task job
      And a task note that returns None
      When main submits job to pool as busy
      And main adds callback note to busy
      And job finishes with 3
      Then note was called with (busy)
      And note ran in job

  Rule: A future is an object like others

    @FUTURE-034.a
    Scenario: Futures are keys of a dict, each for itself
      Given a Future second
      When main calls dict([(first, 'one'), (second, 'two')]) as inputs
      And main resolves second with 3
      And main resolves first with 3
      And main calls inputs.get(second)
      Then main returned 'two'
      When main calls concurrent.futures.as_completed(inputs) as completed
      And main calls list(completed) as ended
      And main calls ended.pop() as last
      And main calls inputs.pop(last)
      And main calls ended.pop() as next_to_last
      And main calls inputs.pop(next_to_last)
      And main calls len(inputs)
      Then main returned 0

    @FUTURE-038.a
    Scenario Outline: repr shows that a future is <state>
      When main calls first.<one>
      And main calls first.<other>
      And main calls repr(first)
      Then main returned a text that contains "state=<shown>"

      Examples:
        | case      | state                | one                            | other               | shown                    |
        | pending   | pending              | running()                      | done()              | pending                  |
        | running   | running              | set_running_or_notify_cancel() | done()              | running                  |
        | cancelled | cancelled            | cancel()                       | done()              | cancelled                |
        | returned  | finished with an int | set_running_or_notify_cancel() | set_result(3)       | finished returned int    |
        | raised    | finished by an error | set_running_or_notify_cancel() | set_exception(boom) | finished raised KeyError |
