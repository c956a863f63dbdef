Feature: Deadlock, and how it is avoided
  Source: Python library reference 3.14, threading; the articles on locks that the catalogue cites.
  Not here: what a single primitive does (lock.feature and its neighbours).

  Background:
    Given threads alpha and beta

  Rule: A thread can lock itself out

    @DEADLOCK-001.a
    Scenario: A second acquire of its own Lock blocks a thread for good
      Given a Lock guard
      When alpha acquires guard
      And alpha acquires guard
      And 2s pass
      Then alpha is blocked on guard
      When beta releases guard
      Then alpha returned True

    @DEADLOCK-002.a
    Scenario: A with block inside a with block of the same Lock is never entered
      Given a Lock guard
      And a task outer
      And a task inner that returns None
      When alpha runs outer in a with block of guard
      And outer runs inner in a with block of guard
      And 2s pass
      Then outer is blocked on guard
      And inner ran never

    @DEADLOCK-003.a
    Scenario: A try or a timed acquire of its own Lock returns False
      Given a Lock guard
      When alpha acquires guard
      And alpha acquires guard without blocking
      Then alpha returned False
      When alpha acquires guard with timeout 1s
      Then alpha is blocked on guard
      When 1s pass
      Then alpha returned False

    @DEADLOCK-004.a
    Scenario: With an RLock the nested acquisition completes, and others get in afterwards
      Given an RLock guard
      And a shared variable balance starting at 100
      And a task note that does:
        | acquire guard |
        | release guard |
      And a task withdraw that does:
        | acquire guard      |
        | read balance       |
        | add -30 to balance |
        | write balance      |
        | note()             |
        | release guard      |
      When alpha runs withdraw
      Then alpha returned None
      And the value of balance is 70
      When beta runs withdraw
      Then beta returned None
      And the value of balance is 40

    @DEADLOCK-005.a
    Scenario: A Semaphore of one permit locks its holder out like a Lock
      Given a Semaphore gate
      When alpha acquires gate
      And alpha acquires gate
      And 2s pass
      Then alpha is blocked on gate
      When beta releases gate
      Then alpha returned True

    @DEADLOCK-005.b
    Scenario: A Condition over a plain Lock locks its holder out too
      Given a Lock guard
      And a Condition ready with lock=guard
      When alpha acquires ready
      And alpha acquires ready
      And 2s pass
      Then alpha is blocked on ready
      When beta releases guard
      Then alpha returned True

    @DEADLOCK-029.a
    Scenario: A main thread that locked itself out can still be interrupted
      Given a Lock guard
      And a task interrupt that raises KeyboardInterrupt
      When main installs interrupt for SIGUSR1
      And main acquires guard
      And main acquires guard
      Then main is blocked on guard
      When SIGUSR1 arrives
      Then main raised KeyboardInterrupt

  Rule: Threads that take locks in different orders block each other

    @DEADLOCK-006.a
    Scenario: Two threads that each hold one lock and want the other's are blocked; nobody else is
      Given a Lock first
      And a Lock second
      And a thread gamma
      When alpha acquires first
      And beta acquires second
      And alpha acquires second
      And beta acquires first
      And 2s pass
      Then alpha is blocked on second
      And beta is blocked on first
      And alpha and beta are deadlocked
      And first is locked
      And second is locked
      When gamma calls first.locked()
      Then gamma returned True

    @DEADLOCK-007.a
    Scenario: RLocks do not help against opposite orders
      Given an RLock first
      And an RLock second
      When alpha acquires first
      And beta acquires second
      And alpha acquires second
      And beta acquires first
      And 2s pass
      Then alpha is blocked on second
      And beta is blocked on first

    @DEADLOCK-008.a
    Scenario: A circle of three threads blocks all three
      Given a thread gamma
      And a Lock first
      And a Lock second
      And a Lock third
      When alpha acquires first
      And beta acquires second
      And gamma acquires third
      And alpha acquires second
      And beta acquires third
      And gamma acquires first
      Then alpha, beta and gamma are blocked
      And alpha, beta and gamma are deadlocked
      And first is locked

    @DEADLOCK-012.a
    Scenario: Timed acquires make the deadlock visible
      Given a Lock first
      And a Lock second
      When alpha acquires first
      And beta acquires second
      And alpha acquires second with timeout 1s
      And beta acquires first with timeout 1h
      And 1s pass
      Then alpha returned False
      When alpha releases first
      Then beta returned True

    @DEADLOCK-014.a
    Scenario: A third thread can resolve a deadlock on plain Locks
      Given a Lock first
      And a Lock second
      When alpha acquires first
      And beta acquires second
      And alpha acquires second
      And beta acquires first
      And main releases second
      Then alpha returned True
      And beta is still blocked

    @DEADLOCK-018.a
    Scenario: wait gives up its condition's lock only
      Given a Lock outer
      And a Condition ready
      When alpha acquires outer
      And alpha acquires ready
      And alpha waits on ready
      Then outer is locked
      When beta acquires outer
      Then beta is blocked on outer
      When main acquires ready without blocking
      Then main returned True

    @DEADLOCK-019.a
    Scenario: Joining a thread that needs the lock one holds blocks both, and a timeout shows it
      Given a Lock guard
      And a task work that does:
        | acquire guard |
        | release guard |
      And an unstarted thread worker with target=work
      When main acquires guard
      And main starts worker
      And main joins worker with timeout 1s
      Then main is blocked on worker
      When 1s pass
      Then main returned None
      And worker is alive
      When main releases guard
      Then worker is finished

    @DEADLOCK-017.a
    Scenario: One release too few keeps everybody else out of an RLock
      Given an RLock guard
      When alpha acquires guard
      And alpha acquires guard
      And alpha releases guard
      And beta acquires guard
      And 2s pass
      Then beta is blocked on guard

  Rule: One order for all, or one lock for all, cannot deadlock

    @DEADLOCK-009.a
    Scenario: Threads that take the locks in one order all finish
      Given a thread gamma
      And a Lock first
      And a Lock second
      And a task work that does:
        | acquire first  |
        | acquire second |
        | release second |
        | release first  |
      When alpha, beta and gamma each run work 30 times
      Then alpha, beta and gamma returned None
      And first is not locked
      And second is not locked

    @DEADLOCK-009.b
    Scenario: Threads that take the locks in one order finish under every schedule
      Given a Lock first
      And a Lock second
      And a shared variable finished starting at 0
      And a task work that does:
        | acquire first     |
        | acquire second    |
        | read finished     |
        | add 1 to finished |
        | write finished    |
        | release second    |
        | release first     |
      When alpha and beta each run work under 200 schedules
      Then the outcomes of finished are graded:
        | value | grade    |
        | 2     | required |

    @DEADLOCK-010.a
    Scenario: One common lock removes the inversion
      Given a Lock common
      And a shared variable left starting at 0
      And a shared variable right starting at 0
      And a task there that does:
        | acquire common |
        | read left      |
        | add 1 to left  |
        | write left     |
        | read right     |
        | add 1 to right |
        | write right    |
        | release common |
      When alpha and beta each run there 30 times
      Then alpha and beta returned None
      And the value of left is 60
      And the value of right is 60

    @DEADLOCK-011.a
    Scenario: Transfers that lock both accounts in a fixed order finish and preserve the total
      Given a Lock first
      And a Lock second
      And a shared variable left starting at 100
      And a shared variable right starting at 100
      And a task forth that does:
        | acquire first   |
        | acquire second  |
        | read left       |
        | add -1 to left  |
        | write left      |
        | read right      |
        | add 1 to right  |
        | write right     |
        | release second  |
        | release first   |
      When alpha and beta each run forth 20 times
      Then alpha and beta returned None
      And the value of left is 60
      And the value of right is 140

    @DEADLOCK-013.a
    Scenario: Who backs off when the second lock is taken lets the other one through
      Given a Lock first
      And a Lock second
      When alpha acquires first
      And beta acquires second
      And alpha acquires second without blocking
      Then alpha returned False
      When alpha releases first
      And beta acquires first without blocking
      Then beta returned True

    @DEADLOCK-020.a
    Scenario: No update is lost when every read-modify-write is under one lock
      Given a Lock guard
      And a thread gamma
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard    |
        | read counter     |
        | add 1 to counter |
        | write counter    |
        | release guard    |
      When alpha, beta and gamma each run bump 30 times
      Then the value of counter is 90

    @DEADLOCK-021.a
    Scenario: Without a lock an update may be lost
      Given a shared variable counter starting at 0
      When alpha calls counter.read()
      And beta calls counter.read()
      And alpha calls counter.add(1)
      And alpha calls counter.write()
      And beta calls counter.add(1)
      And beta calls counter.write()
      Then the value of counter is 1

    @DEADLOCK-021.b
    Scenario: An unguarded read-modify-write may lose an update but invents nothing
      Given a shared variable counter starting at 0
      And a task bump that does:
        | read counter     |
        | add 1 to counter |
        | write counter    |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade     |
        | 2     | required  |
        | 1     | permitted |
        | 0     | forbidden |

    @DEADLOCK-022.a
    Scenario: Check and computation inside one lock compute once
      Given a Lock guard
      And a shared variable computed starting at 0
      When alpha acquires guard
      And beta acquires guard
      Then beta is blocked on guard
      When alpha reads computed.value
      Then alpha returned 0
      When alpha sets computed.value to 1
      And alpha releases guard
      And beta reads computed.value
      Then beta returned 1

    @DEADLOCK-023.a
    Scenario: Without a lock two threads may both find the value missing
      Given a shared variable cached starting at 0
      And a task compute that returns 1
      When alpha reads cached.value
      And beta reads cached.value
      Then alpha returned 0
      And beta returned 0
      When alpha runs compute
      And beta runs compute
      Then compute ran twice

    @DEADLOCK-024.a
    Scenario: Contributions to a shared list under one lock are all kept
      Given a Lock guard
      And a list entries
      And a shared variable count starting at 0
      And a task contribute that does:
        | acquire guard     |
        | entries.append(1) |
        | read count        |
        | add 1 to count    |
        | write count       |
        | release guard     |
      When alpha and beta each run contribute 20 times
      And main calls len(entries)
      Then main returned 40
      And the value of count is 40

    @DEADLOCK-025.a
    Scenario: Who reads under the lock never sees a change half done
      Given a Lock guard
      And a shared variable left starting at 0
      And a shared variable right starting at 0
      When alpha acquires guard
      And alpha sets left.value to 1
      And beta acquires guard
      Then beta is blocked on guard
      When alpha sets right.value to 1
      And alpha releases guard
      And beta reads left.value
      Then beta returned 1
      When beta reads right.value
      Then beta returned 1

    @DEADLOCK-026.a
    Scenario: A method that takes its object's own lock can be called by many threads
      Given a Lock own
      And a shared variable total starting at 0
      And a task deposit that does:
        | acquire own    |
        | read total     |
        | add 5 to total |
        | write total    |
        | release own    |
      When alpha and beta each run deposit 20 times
      Then alpha and beta returned None
      And the value of total is 200

    @DEADLOCK-027.a
    Scenario: Changing a copy made under the lock leaves the guarded data alone
      Given a Lock guard
      And a list data
      When alpha acquires guard
      And alpha calls copy.deepcopy(data) as taken
      And alpha releases guard
      And alpha calls taken.append(1)
      And main calls len(taken)
      Then main returned 1
      When main calls len(data)
      Then main returned 0

    @DEADLOCK-028.a
    Scenario: Work under a lock is done one thread after the other
      Given a Lock guard
      And a task work that does:
        | acquire guard  |
        | time.sleep(2s) |
        | release guard  |
      When alpha and beta each run work once
      And 2s pass
      Then exactly 1 of alpha and beta is blocked
      When 2s pass
      Then alpha and beta returned None

  Rule: An exception leaves a lock held unless somebody sees to it

    @DEADLOCK-015.a
    Scenario: An exception between acquire and release leaves the lock held
      Given a Lock guard
      And a task fail that raises ValueError
      And a task careless that does:
        | acquire guard |
        | fail()        |
        | release guard |
      When alpha runs careless
      Then alpha raised ValueError
      And guard is locked
      When beta acquires guard with timeout 1s
      And 1s pass
      Then beta returned False

    @DEADLOCK-016.a
    Scenario: With a with statement a failing thread leaves no lock behind
      Given a Lock guard
      And a task block
      And a ValueError called boom
      When alpha runs block in a with block of guard
      And beta acquires guard
      Then beta is blocked on guard
      When block dies of boom
      Then alpha raised boom
      And beta returned True
