Feature: as_completed
  Source: Python library reference 3.14, concurrent.futures, "Module Functions": as_completed.
  Not here: wait, asyncio.as_completed.

  Background:
    Given a Future first
    And a Future second
    And a thread alpha

  Rule: as_completed yields each future once, when it is done

    @ASCOMP-001.a
    Scenario: Futures are yielded in the order in which they complete
      Given a Future third
      When main calls concurrent.futures.as_completed([first, second, third]) as completed
      And alpha calls list(completed)
      Then alpha is blocked
      When main resolves second with 2
      And main resolves third with 3
      And main resolves first with 1
      Then alpha returned [second, third, first]

    @ASCOMP-001.b
    Scenario: When all futures have been yielded the iteration ends
      When main calls concurrent.futures.as_completed([first]) as completed
      And main resolves first with 1
      And alpha calls next(completed)
      Then alpha returned first
      When alpha calls next(completed)
      Then alpha raised StopIteration

    @ASCOMP-002.a
    Scenario: Futures that are done already come before those that are not
      Given a Future third
      When main resolves third with 3
      And main calls concurrent.futures.as_completed([first, second, third]) as completed
      And alpha calls list(completed)
      Then alpha is blocked
      When main resolves second with 2
      And main resolves first with 1
      Then alpha returned [third, second, first]

    @ASCOMP-003.a
    Scenario: A future is yielded as soon as it is done, while another one still runs
      When main calls first.set_running_or_notify_cancel()
      And main calls concurrent.futures.as_completed([first, second]) as completed
      And alpha calls next(completed)
      Then alpha is blocked
      When main resolves second with 2
      Then alpha returned second
      And first is running

    @ASCOMP-004.a
    Scenario: A future that failed is yielded like any other, and only its result raises
      Given a KeyError called boom
      When main calls concurrent.futures.as_completed([first, second]) as completed
      And alpha calls next(completed)
      And main fails second with boom
      Then alpha returned second
      When alpha takes the result of second
      Then alpha raised boom

    @ASCOMP-004.b
    Scenario: A future that was cancelled is yielded like any other
      When main calls concurrent.futures.as_completed([first, second]) as completed
      And alpha calls next(completed)
      And main cancels first
      And main calls first.set_running_or_notify_cancel()
      Then alpha returned first
      When alpha calls next(completed)
      And main resolves second with 3
      Then alpha returned second

    @ASCOMP-005.a
    Scenario Outline: A <container> may give the futures; each is yielded once
      When main calls <made> as futures
      And main resolves first with 3
      And main calls concurrent.futures.as_completed(futures) as completed
      And alpha calls list(completed)
      Then alpha returned [first]

      Examples:
        | case     | container                      | made                       |
        | list     | list with a future twice       | list([first, first])       |
        | set      | set                            | set([first])               |
        | dict     | dict with futures for keys     | dict([(first, 1)])         |
        | iterator | iterator that can be used once | iter([first, first])       |
        | repeat   | repetition                     | itertools.repeat(first, 3) |

    @ASCOMP-005.b
    Scenario: A future that is given twice and ends later is yielded once
      When main calls concurrent.futures.as_completed([first, second, first]) as completed
      And alpha calls list(completed)
      And main resolves first with 1
      And main resolves second with 2
      Then alpha returned [first, second]

    @ASCOMP-006.a
    Scenario Outline: Nothing is yielded of nothing, with <arguments>
      When main calls concurrent.futures.as_completed([], <arguments>) as completed
      And main calls list(completed)
      Then main returned []

      Examples:
        | case     | arguments    |
        | forever  | timeout=None |
        | timed    | timeout=1h   |
        | no time  | timeout=0    |

    @ASCOMP-012.a
    Scenario: The iterator keeps no future that it has yielded
      When main resolves first with 3
      And main calls concurrent.futures.as_completed([first, second]) as completed
      And main calls next(completed)
      Then main returned first
      When main calls threadstone.drop('first')
      And main calls threadstone.is_reclaimed('first')
      Then main returned True
      And second is not done

  Rule: When the time is up the iteration raises TimeoutError

    @ASCOMP-007.a
    Scenario: What is done in time is yielded, then the next step raises
      When main resolves first with 3
      And main calls concurrent.futures.as_completed([first, second], timeout=2s) as completed
      And alpha calls next(completed)
      Then alpha returned first
      When alpha calls next(completed)
      Then alpha is blocked
      When 2s pass
      Then alpha raised concurrent.futures.TimeoutError

    @ASCOMP-007.b
    Scenario: A step that waits raises when the time is up, not before
      When main calls concurrent.futures.as_completed([first, second], timeout=2s) as completed
      And alpha calls next(completed)
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised concurrent.futures.TimeoutError
      And alpha was blocked for at least 1s

    @ASCOMP-008.a
    Scenario: With timeout 0 what is done is yielded, then the next step raises at once
      When main resolves second with 3
      And main calls concurrent.futures.as_completed([first, second], timeout=0) as completed
      And alpha calls next(completed)
      Then alpha returned second
      When alpha calls next(completed)
      Then alpha raised concurrent.futures.TimeoutError

    @ASCOMP-008.b
    Scenario: With timeout 0 the iteration ends as usual if all are done
      When main resolves first with 3
      And main calls concurrent.futures.as_completed([first], timeout=0) as completed
      And alpha calls list(completed)
      Then alpha returned [first]

    @ASCOMP-009.a
    Scenario: A timeout leaves the futures as they are, and they can be waited for again
      When main calls concurrent.futures.as_completed([first], timeout=0) as completed
      And alpha calls next(completed)
      Then alpha raised concurrent.futures.TimeoutError
      And first is pending
      When main calls concurrent.futures.as_completed([first]) as again
      And alpha calls next(again)
      And main resolves first with 3
      Then alpha returned first

    @ASCOMP-010.a
    Scenario: The time begins with the call or with the first step
      When main calls concurrent.futures.as_completed([first], timeout=2s) as completed
      And 1s pass
      And alpha calls next(completed)
      Then alpha is blocked
      When 2s pass
      Then alpha raised concurrent.futures.TimeoutError

    @ASCOMP-011.a
    Scenario: The error says how many of how many futures are missing
      Given a Future third
      When main resolves first with 3
      And main calls concurrent.futures.as_completed([first, second, third], timeout=0) as completed
      And alpha calls next(completed)
      Then alpha returned first
      When alpha calls next(completed)
      Then alpha raised concurrent.futures.TimeoutError saying "2 (of 3) futures unfinished"
