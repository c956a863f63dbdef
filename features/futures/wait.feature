Feature: wait
  Source: Python library reference 3.14, concurrent.futures, "Module Functions": wait.
  Not here: as_completed, asyncio.wait.

  Background:
    Given a Future first
    And a Future second
    And threads alpha and beta

  Rule: wait returns which futures are done and which are not

    @WAIT-001.a
    Scenario: wait returns a pair with the fields done and not_done
      When main resolves first with 3
      And main calls concurrent.futures.wait([first, second], timeout=0) as outcome
      And main reads outcome.done as done
      And main calls list(done)
      Then main returned [first]
      When main reads outcome.not_done as not_done
      And main calls list(not_done)
      Then main returned [second]

    @WAIT-001.b
    Scenario: The pair can be unpacked
      When main calls concurrent.futures.wait([first, second], timeout=0) as outcome
      And main reads outcome.done as done
      And main reads outcome.not_done as not_done
      And main calls operator.getitem(outcome, 0)
      Then main returned done
      When main calls operator.getitem(outcome, 1)
      Then main returned not_done
      When main calls len(outcome)
      Then main returned 2

    @WAIT-007.a
    Scenario: A future that is given twice counts once
      When alpha calls concurrent.futures.wait([first, first]) as outcome
      Then alpha is blocked
      When main resolves first with 3
      And alpha reads outcome.done as done
      And alpha calls list(done)
      Then alpha returned [first]
      When alpha reads outcome.not_done as not_done
      And alpha calls len(not_done)
      Then alpha returned 0

    @WAIT-008.a
    Scenario Outline: The futures may come as a <container>
      When main calls <made> as futures
      And alpha calls concurrent.futures.wait(futures, timeout=1h) as outcome
      Then alpha is blocked
      When main resolves first with 3
      And main resolves second with 4
      And alpha reads outcome.done as done
      And alpha calls len(done)
      Then alpha returned 2

      Examples:
        | case     | container                        | made                           |
        | list     | list                             | list([first, second])          |
        | tuple    | tuple                            | tuple([first, second])         |
        | set      | set                              | set([first, second])           |
        | dict     | dict with futures for keys       | dict([(first, 1), (second, 2)]) |
        | iterator | iterator that can be used once   | iter([first, second])          |

    @WAIT-008.b
    Scenario: The futures may be of different executors
      Given a ThreadPoolExecutor pool with max_workers=1
      And a ThreadPoolExecutor pond with max_workers=1
      And a task job
      And a task other
      When main submits job to pool as one
      And main submits other to pond as two
      And alpha waits for one and two
      And other finishes
      Then alpha is still blocked
      When job finishes
      Then alpha found one and two done and none not done

    @WAIT-009.a
    Scenario Outline: wait for nothing returns two empty sets at once, also until <constant>
      When main waits for none until <constant>
      Then main found none done and none not done

      Examples:
        | case            | constant        |
        | FIRST_COMPLETED | FIRST_COMPLETED |
        | FIRST_EXCEPTION | FIRST_EXCEPTION |
        | ALL_COMPLETED   | ALL_COMPLETED   |

    @WAIT-010.a
    Scenario: A return_when that is none of the constants is refused
      When main calls concurrent.futures.wait([first], return_when='SOME_DAY')
      Then main raised ValueError
      And first is not done

  Rule: By default wait returns when all futures are done

    @WAIT-002.a
    Scenario: wait returns only when the last future is done, and raises nothing that a task raised
      Given a Future third
      And a KeyError called boom
      When alpha waits for first, second and third
      And main fails first with boom
      And main resolves second with 3
      Then alpha is still blocked
      When main cancels third
      And main calls third.set_running_or_notify_cancel()
      Then alpha found first, second and third done and none not done

    @WAIT-002.b
    Scenario: wait returns at once if all are done already
      Given a KeyError called boom
      When main fails first with boom
      And main resolves second with 3
      And alpha waits for first and second
      Then alpha found first and second done and none not done

    @WAIT-002.c
    Scenario: With ALL_COMPLETED wait returns only when the last future is done
      When alpha waits for first and second until ALL_COMPLETED
      And main resolves first with 3
      Then alpha is still blocked
      When main resolves second with 4
      Then alpha found first and second done and none not done

    @WAIT-006.a
    Scenario: When its timeout has passed wait returns what is not done, and harms nobody
      When main resolves second with 3
      And alpha waits for first and second with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha found second done and first not done
      And alpha was blocked for exactly 2s
      And first is not cancelled
      When main resolves first with 4
      And alpha waits for first and second with timeout 1h
      Then alpha found first and second done and none not done

    @WAIT-006.b
    Scenario: wait with timeout 0 only looks
      When main resolves second with 3
      And alpha waits for first and second without blocking
      Then alpha found second done and first not done

    @WAIT-006.c
    Scenario: A timed wait returns as soon as all futures are done
      When alpha waits for first and second with timeout 1h
      And main resolves second with 3
      And main resolves first with 3
      Then alpha found first and second done and none not done

    @WAIT-011.a
    Scenario: A cancelled future counts as done at the latest when its cancellation is acknowledged
      When main cancels first
      And alpha waits for first with timeout 2s
      And 2s pass
      Then alpha is not blocked
      When main calls first.set_running_or_notify_cancel()
      And alpha waits for first without blocking
      Then alpha found first done and none not done

    @WAIT-012.a
    Scenario: Several threads wait for some of the same futures, each for its own end
      Given a Future third
      And a KeyError called boom
      And a thread gamma
      When alpha waits for first and second until FIRST_COMPLETED
      And beta waits for second and third
      And gamma waits for first, second and third until FIRST_EXCEPTION
      And main resolves second with 3
      Then alpha found second done and first not done
      And beta and gamma are blocked
      When main fails third with boom
      Then beta found second and third done and none not done
      And gamma found second and third done and first not done

  Rule: FIRST_COMPLETED asks for one future that is done

    @WAIT-003.a
    Scenario: wait returns as soon as one future is done
      When alpha waits for first and second until FIRST_COMPLETED
      Then alpha is blocked
      When main resolves second with 3
      Then alpha found second done and first not done

    @WAIT-003.b
    Scenario: All futures that are done by then are reported
      Given a Future third
      And a KeyError called boom
      When main resolves first with 3
      And main fails third with boom
      And alpha waits for first, second and third until FIRST_COMPLETED
      Then alpha found first and third done and second not done

    @WAIT-003.c
    Scenario: A cancelled future counts like any other
      When alpha waits for first and second until FIRST_COMPLETED
      Then alpha is blocked
      When main cancels second
      And main calls second.set_running_or_notify_cancel()
      Then alpha found second done and first not done

  Rule: FIRST_EXCEPTION asks for one future that has raised

    @WAIT-004.a
    Scenario: wait goes on while futures return, and ends when one raises
      Given a Future third
      And a KeyError called boom
      When alpha waits for first, second and third until FIRST_EXCEPTION
      And main resolves first with 3
      Then alpha is still blocked
      When main fails second with boom
      Then alpha found first and second done and third not done

    @WAIT-004.b
    Scenario: wait returns at once if one has raised already
      Given a KeyError called boom
      When main fails second with boom
      And alpha waits for first and second until FIRST_EXCEPTION
      Then alpha found second done and first not done

    @WAIT-005.a
    Scenario: With FIRST_EXCEPTION wait returns when all are done if none raises
      When alpha waits for first and second until FIRST_EXCEPTION
      And main resolves second with 3
      Then alpha is still blocked
      When main resolves first with 4
      Then alpha found first and second done and none not done

    @WAIT-005.b
    Scenario: A cancellation is no exception
      When alpha waits for first and second until FIRST_EXCEPTION
      And main cancels first
      And main calls first.set_running_or_notify_cancel()
      Then alpha is still blocked
      When main resolves second with 4
      Then alpha found first and second done and none not done

    @WAIT-005.c
    Scenario: A cancellation before the call is no exception either
      When main cancels first
      And main calls first.set_running_or_notify_cancel()
      And alpha waits for first and second until FIRST_EXCEPTION
      Then alpha is blocked
      When main resolves second with 4
      Then alpha found first and second done and none not done
