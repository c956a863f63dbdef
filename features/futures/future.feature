Feature: Future
  Source: Python library reference 3.14, concurrent.futures, "Future Objects".
  Not here: who runs the tasks (executors), asyncio.Future.

  Background:
    Given a Future first
    And threads alpha and beta

  Rule: x

    @FUTURE-001.a
    Scenario: A future that nobody has run is pending
      Then first is pending
      When main resolves first with 3
      Then first is done
      And first is not running
      And first is not cancelled

    @FUTURE-015.a
    Scenario: cancel wakes
      When alpha takes the result of first
      Then alpha is blocked on first
      When main cancels first
      Then main returned True
      And alpha raised concurrent.futures.CancelledError

    @FUTURE-006.a
    Scenario: times out
      Given a KeyError called boom
      When alpha takes the result of first with timeout 2s
      And 2s pass
      Then alpha raised concurrent.futures.TimeoutError
      When beta takes the exception of first
      And main fails first with boom
      Then beta returned boom
      When alpha takes the result of first
      Then alpha raised boom

    @WAIT-001.a
    Scenario: waits
      Given a Future second
      When alpha waits for first and second until ALL_COMPLETED with timeout 2s
      And main resolves first with 4
      And 2s pass
      Then alpha found first done and second not done
      When main calls concurrent.futures.as_completed([first, second]) as completed
      And alpha calls next(completed)
      Then alpha returned first
      When alpha calls next(completed)
      Then alpha is blocked
      When main cancels second
      And main calls second.set_running_or_notify_cancel()
      Then main returned False
      And alpha returned second
      When alpha calls next(completed)
      Then alpha raised StopIteration
      When alpha waits for first and second until ALL_COMPLETED
      Then alpha found first and second done and none not done

    @FUTURE-029.a
    Scenario: A callback
      Given a task note that returns None
      When main adds callback note to first
      And alpha resolves first with 3
      Then note was called with (first)
      And note ran in alpha
