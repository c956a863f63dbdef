Feature: Barrier
  Source: Python library reference 3.14, threading, "Barrier Objects".
  Not here: asyncio.Barrier.

  Background:
    Given threads alpha and beta

  Rule: A barrier is created for a number of parties

    @BARRIER-001.a
    Scenario: parties is the number given, and cannot be assigned
      Given a Barrier gate with parties=3
      Then the parties of gate is 3
      When main sets gate.parties to 4
      Then main raised AttributeError
      And the parties of gate is 3

    @BARRIER-002.a
    Scenario Outline: Barrier(<arguments>) is refused
      When main calls threading.Barrier(<arguments>)
      Then main raised ValueError

      Examples:
        | case       | arguments  |
        | positional | 0          |
        | keyword    | parties=-1 |

    @BARRIER-003.a
    Scenario: A number of parties that is no number is refused
      When main calls threading.Barrier('x')
      Then main raised TypeError

    @BARRIER-004.a
    Scenario Outline: Barrier(<arguments>) takes parties, action and timeout, in this order or by these names
      Given a task ring that returns None
      When main calls threading.Barrier(<arguments>) as gate
      And main calls gate.wait()
      Then main returned 0
      And ring ran once

      Examples:
        | case       | arguments                         |
        | positional | 1, ring, 5                        |
        | keywords   | timeout=5, action=ring, parties=1 |

    @BARRIER-010.a
    Scenario: A barrier for one party never blocks and returns 0
      Given a Barrier gate with parties=1
      When alpha waits on gate
      Then alpha returned 0
      When alpha waits on gate
      Then alpha returned 0

    @BARRIER-036.a
    Scenario: BrokenBarrierError is a RuntimeError
      When main calls issubclass(threading.BrokenBarrierError, RuntimeError)
      Then main returned True
      When main calls issubclass(threading.BrokenBarrierError, ValueError)
      Then main returned False

    @BARRIER-039.a
    Scenario: A barrier cannot be used in a with statement
      Given a Barrier gate with parties=1
      And a task block that returns None
      When main runs block in a with block of gate
      Then main raised TypeError
      And block ran never

    @BARRIER-040.a
    Scenario: repr shows waiters and parties, or that the barrier is broken
      Given a Barrier gate with parties=3
      When main calls repr(gate)
      Then main returned a text that contains "waiters=0/3"
      When alpha waits on gate
      And main calls repr(gate)
      Then main returned a text that contains "waiters=1/3"
      When main calls gate.abort()
      Then alpha raised threading.BrokenBarrierError
      When main calls repr(gate)
      Then main returned a text that contains "broken"

  Rule: It opens when all parties have come, for all of them, time after time

    @BARRIER-005.a
    Scenario: Nobody passes before the last party has come
      Given a Barrier gate with parties=3
      When alpha waits on gate
      And beta waits on gate
      Then alpha and beta are blocked
      When main waits on gate
      Then alpha, beta and main are not blocked

    @BARRIER-006.a
    Scenario: When the last party comes, all of them return
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      Then alpha and beta are blocked
      When main waits on gate
      Then exactly 0 of alpha, beta and main are blocked

    @BARRIER-007.a
    Scenario: Each party gets a different index
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      And main waits on gate
      Then exactly 1 of alpha, beta and main returned 0
      And exactly 1 of alpha, beta and main returned 1
      And exactly 1 of alpha, beta and main returned 2

    @BARRIER-008.a
    Scenario: The index is the position of arrival
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      And main waits on gate
      Then alpha returned 0
      And beta returned 1
      And main returned 2

    @BARRIER-009.a
    Scenario: Whoever gets which index, together they are 0 and 1
      Given a Barrier gate with parties=2
      When alpha waits on gate
      And beta waits on gate
      Then exactly 1 of alpha and beta returned 0
      And exactly 1 of alpha and beta returned 1

    @BARRIER-011.a
    Scenario: The same parties can pass any number of times
      Given a Barrier gate with parties=3
      And a thread gamma
      And a task pass_through that does:
        | wait on gate |
      When alpha, beta and gamma each run pass_through 10 times
      Then alpha, beta and gamma returned None
      And the n_waiting of gate is 0
      And gate is not broken

    @BARRIER-012.a
    Scenario: Nobody begins the next phase before everybody has ended the last one
      Given a Barrier gate with parties=2
      And a shared variable phases starting at 0
      And a Lock guard
      And a task phase that does:
        | acquire guard   |
        | read phases     |
        | add 1 to phases |
        | write phases    |
        | release guard   |
        | wait on gate    |
      When alpha runs phase
      Then alpha is blocked
      And the value of phases is 1
      When beta runs phase
      Then alpha and beta are not blocked
      And the value of phases is 2

    @BARRIER-013.a
    Scenario: Who comes again counts for the next generation
      Given a Barrier gate with parties=2
      When alpha waits on gate
      And beta waits on gate
      And alpha waits on gate
      Then alpha is blocked on gate
      When beta waits on gate
      Then alpha is not blocked

    @BARRIER-014.a
    Scenario: More threads than parties pass in groups
      Given threads gamma and delta
      And a Barrier gate with parties=2
      When alpha, beta, gamma and delta wait on gate in that order
      Then exactly 0 of alpha, beta, gamma and delta are blocked
      When main waits on gate
      Then main is blocked on gate

    @BARRIER-015.a
    Scenario: n_waiting counts those who are blocked, and cannot be assigned
      Given a Barrier gate with parties=3
      Then the n_waiting of gate is 0
      When alpha waits on gate
      Then the n_waiting of gate is 1
      When beta waits on gate
      Then the n_waiting of gate is 2
      When main waits on gate
      Then the n_waiting of gate is 0
      When main sets gate.n_waiting to 1
      Then main raised AttributeError

    @BARRIER-026.a
    Scenario: A missing party leaves the others blocked, without an error
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      And 2s pass
      Then alpha and beta are still blocked
      When main calls gate.abort()
      Then alpha raised threading.BrokenBarrierError
      And beta raised threading.BrokenBarrierError

    @BARRIER-037.a
    Scenario: What each party wrote before is seen by all parties behind the barrier
      Given a Barrier gate with parties=2
      And a shared variable left starting at 0
      And a shared variable right starting at 0
      When alpha sets left.value to 1
      And alpha waits on gate
      And beta sets right.value to 2
      And beta waits on gate
      Then alpha is not blocked
      When alpha reads right.value
      Then alpha returned 2
      When beta reads left.value
      Then beta returned 1

  Rule: An action runs once when all parties have come, before any of them goes on

    @BARRIER-017.a
    Scenario: The action is called once, without arguments, when the last party comes
      Given a task ring that returns 'ignored'
      And a Barrier gate with parties=2, action=ring
      When alpha waits on gate
      Then ring ran never
      When beta waits on gate
      Then ring was called with ()
      And exactly 1 of alpha and beta returned 0

    @BARRIER-017.b
    Scenario: No party returns while the action runs
      Given a task ring
      And a Barrier gate with parties=2, action=ring
      When alpha waits on gate
      And beta waits on gate
      Then alpha and beta are blocked
      When ring finishes
      Then alpha and beta are not blocked
      And ring ran once

    @BARRIER-018.a
    Scenario: The action runs in the thread of a party
      Given a task ring that returns None
      And a Barrier gate with parties=2, action=ring
      When alpha waits on gate
      And beta waits on gate
      Then ring ran in alpha or beta

    @BARRIER-019.a
    Scenario: The action runs in the thread that came last
      Given a task ring that returns None
      And a Barrier gate with parties=2, action=ring
      When alpha waits on gate
      And beta waits on gate
      Then ring ran in beta

    @BARRIER-020.a
    Scenario: An action that raises breaks the barrier for all
      Given a task ring
      And a KeyError called boom
      And a Barrier gate with parties=2, action=ring
      When alpha waits on gate
      And beta waits on gate
      And ring dies of boom
      Then exactly 1 of alpha and beta raised KeyError
      And exactly 1 of alpha and beta raised threading.BrokenBarrierError
      And gate is broken

  Rule: A timeout breaks the barrier

    @BARRIER-021.a
    Scenario: Who waits in vain gets BrokenBarrierError when the timeout has passed, not before
      Given a Barrier gate with parties=2
      When alpha waits on gate with timeout 2s
      And 1s pass
      Then alpha is still blocked
      And gate is not broken
      When 1s pass
      Then alpha raised threading.BrokenBarrierError
      And alpha was blocked for exactly 2s
      And gate is broken

    @BARRIER-022.a
    Scenario: One party's timeout breaks the barrier for the others
      Given a Barrier gate with parties=3
      When alpha waits on gate
      And beta waits on gate with timeout 1s
      And 1s pass
      Then beta raised threading.BrokenBarrierError
      And alpha raised threading.BrokenBarrierError

    @BARRIER-023.a
    Scenario: The constructor's timeout holds for every wait without one of its own
      Given a Barrier gate with parties=2, timeout=2s
      When alpha waits on gate
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised threading.BrokenBarrierError

    @BARRIER-024.a
    Scenario: A wait's own timeout wins when it is longer
      Given a Barrier gate with parties=2, timeout=1s
      When alpha waits on gate with timeout 1h
      And 2s pass
      Then alpha is still blocked
      When beta waits on gate
      Then alpha is not blocked
      And gate is not broken

    @BARRIER-024.b
    Scenario: A wait's own timeout wins when it is shorter
      Given a Barrier gate with parties=2, timeout=1h
      When alpha waits on gate with timeout 1s
      Then alpha is blocked on gate
      When 1s pass
      Then alpha raised threading.BrokenBarrierError

    @BARRIER-025.a
    Scenario: wait(0) breaks the barrier unless it completes it
      Given a Barrier gate with parties=2
      And a Barrier single with parties=1
      When alpha calls single.wait(0)
      Then alpha returned 0
      When alpha calls gate.wait(0)
      Then alpha raised threading.BrokenBarrierError
      And gate is broken

  Rule: A broken barrier stays broken until it is reset

    @BARRIER-016.a
    Scenario: broken is False at first and while threads wait, True afterwards, and cannot be assigned
      Given a Barrier gate with parties=2
      Then gate is not broken
      When alpha waits on gate
      Then gate is not broken
      When main calls gate.abort()
      Then alpha raised threading.BrokenBarrierError
      And gate is broken
      When main sets gate.broken to False
      Then main raised AttributeError

    @BARRIER-027.a
    Scenario: Waiting on a broken barrier raises at once, even for the only party
      Given a Barrier gate with parties=1
      When main calls gate.abort()
      And alpha waits on gate
      Then alpha raised threading.BrokenBarrierError

    @BARRIER-028.a
    Scenario: A broken barrier stays broken for whole groups
      Given a Barrier gate with parties=2
      When main calls gate.abort()
      And alpha waits on gate
      Then alpha raised threading.BrokenBarrierError
      When beta waits on gate
      Then beta raised threading.BrokenBarrierError
      And gate is broken

    @BARRIER-029.a
    Scenario: abort makes all who wait raise BrokenBarrierError, and returns None
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      Then alpha and beta are blocked
      When main calls gate.abort()
      Then main returned None
      And alpha raised threading.BrokenBarrierError
      And beta raised threading.BrokenBarrierError
      And gate is broken

    @BARRIER-030.a
    Scenario: abort without waiters breaks the barrier for those who come; a second one changes nothing
      Given a Barrier gate with parties=2
      When main calls gate.abort()
      And main calls gate.abort()
      Then main returned None
      And gate is broken
      When alpha waits on gate
      Then alpha raised threading.BrokenBarrierError

    @BARRIER-031.a
    Scenario: reset without waiters leaves the barrier usable
      Given a Barrier gate with parties=2
      When main calls gate.reset()
      Then main returned None
      When alpha waits on gate
      Then alpha is blocked on gate
      When beta waits on gate
      Then alpha is not blocked
      And gate is not broken

    @BARRIER-032.a
    Scenario: reset makes those who wait raise, and leaves the barrier empty and whole
      Given a Barrier gate with parties=3
      When alpha and beta wait on gate in that order
      And main calls gate.reset()
      Then alpha raised threading.BrokenBarrierError
      And beta raised threading.BrokenBarrierError
      And gate is not broken
      And the n_waiting of gate is 0

    @BARRIER-033.a
    Scenario: reset mends a barrier that abort broke
      Given a Barrier gate with parties=2
      When main calls gate.abort()
      Then gate is broken
      When main calls gate.reset()
      Then gate is not broken
      When alpha waits on gate
      And beta waits on gate
      Then exactly 1 of alpha and beta returned 0
      And exactly 1 of alpha and beta returned 1

    @BARRIER-033.b
    Scenario: reset mends a barrier that a timeout broke
      Given a Barrier gate with parties=2
      When alpha waits on gate with timeout 1s
      And 1s pass
      Then alpha raised threading.BrokenBarrierError
      When main calls gate.reset()
      Then gate is not broken
      When alpha waits on gate
      And beta waits on gate
      Then exactly 1 of alpha and beta returned 0

    @BARRIER-033.c
    Scenario: reset mends a barrier that its action broke
      Given a task ring that raises KeyError
      And a Barrier gate with parties=1, action=ring
      When alpha waits on gate
      Then alpha raised KeyError
      And gate is broken
      When main calls gate.reset()
      Then gate is not broken

    @BARRIER-034.a
    Scenario: Whoever comes right after a reset passes with the new generation
      Given a Barrier gate with parties=2
      And a thread gamma
      When alpha waits on gate
      And main calls gate.reset()
      Then alpha raised threading.BrokenBarrierError
      When beta waits on gate
      Then beta is blocked on gate
      When gamma waits on gate
      Then exactly 1 of beta and gamma returned 0

    @BARRIER-035.a
    Scenario: abort right after a completed generation leaves its threads an index or an error
      Given a Barrier gate with parties=2
      And a task last_and_abort that does:
        | wait on gate |
        | gate.abort() |
      When alpha waits on gate
      And beta runs last_and_abort
      Then alpha returned 0 or raised threading.BrokenBarrierError
      And gate is broken

    @BARRIER-038.a
    Scenario: A handler that raises ends the wait without breaking the barrier
      Given a Barrier gate with parties=2
      And a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And main waits on gate
      Then main is blocked on gate
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt
      And the n_waiting of gate is 0
      And gate is not broken
