Feature: Visibility of writes between threads
  Source: Python library reference 3.14, threading, queue, concurrent.futures; CPython's free-threading HOWTO.
  Not here: what is one step and what is several (atomicity.feature).

  Background:
    Given threads alpha and beta
    And a shared variable data starting at 0
    And a shared variable seen starting at 0

  Rule: Whoever synchronizes with a writer sees what it wrote

    @VISIB-001.a
    Scenario: What a thread wrote before it started another one is seen by that one
      Given an unstarted thread worker
      When alpha sets data.value to 1
      And alpha starts worker
      And worker reads data.value
      Then worker returned 1

    @VISIB-002.a
    Scenario: What a thread wrote before it ended is seen by whoever has joined it
      Given a thread worker
      When beta joins worker
      And worker sets data.value to 1
      And worker finishes
      Then beta returned None
      When beta reads data.value
      Then beta returned 1

    @VISIB-003.a
    Scenario: What a thread wrote before it ended is seen by whoever finds it dead
      Given a thread worker
      When worker sets data.value to 1
      And worker finishes
      And beta calls worker.is_alive()
      Then beta returned False
      When beta reads data.value
      Then beta returned 1

    @VISIB-004.a
    Scenario Outline: What a thread wrote before it released a <kind> is seen by the next holder
      Given a <kind> guard
      When alpha acquires guard
      And beta acquires guard
      And alpha sets data.value to 1
      And alpha releases guard
      Then beta returned True
      When beta reads data.value
      Then beta returned 1

      Examples:
        | case  | kind  |
        | Lock  | Lock  |
        | RLock | RLock |

    @VISIB-005.a
    Scenario: Under every schedule, what was written before an event was set is seen after the wait for it
      Given an Event ready
      And a task publish that does:
        | data.assign(1) |
        | set ready      |
      And a task look that does:
        | wait on ready   |
        | seen.copy(data) |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |

    @VISIB-006.a
    Scenario: What was written under a condition's lock before the notification is seen by the waiter
      Given a Condition ready
      When beta acquires ready
      And beta waits on ready
      And alpha acquires ready
      And alpha sets data.value to 1
      And alpha notifies 1 waiter of ready
      And alpha releases ready
      Then beta returned True
      When beta reads data.value
      Then beta returned 1

    @VISIB-007.a
    Scenario: Under every schedule, what was written before an item was put is seen by whoever gets it
      Given a Queue jobs
      And a task publish that does:
        | data.assign(1) |
        | jobs.put('go') |
      And a task look that does:
        | jobs.get()      |
        | seen.copy(data) |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |

    @VISIB-008.a
    Scenario: Under every schedule, what was written before a future was completed is seen with its result
      Given a Future outcome
      And a task publish that does:
        | data.assign(1)             |
        | outcome.set_result('done') |
      And a task look that does:
        | outcome.result() |
        | seen.copy(data)  |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |

    @VISIB-009.a
    Scenario: Under every schedule, what was written before a semaphore's release is seen after its acquire
      Given a Semaphore gate with value=0
      And a task publish that does:
        | data.assign(1) |
        | release gate   |
      And a task look that does:
        | acquire gate    |
        | seen.copy(data) |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |

    @VISIB-009.b
    Scenario: Under every schedule, what was written before a barrier is seen behind it
      Given a Barrier gate with parties=2
      And a task publish that does:
        | data.assign(1) |
        | wait on gate   |
      And a task look that does:
        | wait on gate    |
        | seen.copy(data) |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |

    @VISIB-010.a
    Scenario: What one thread passed to a second is seen by a third that the second passes it to
      Given a thread gamma
      And an Event ready
      And a Queue jobs
      When gamma calls jobs.get()
      And beta waits on ready
      And alpha sets data.value to 1
      And alpha sets ready
      Then beta returned True
      When beta calls jobs.put('go')
      Then gamma returned 'go'
      When gamma reads data.value
      Then gamma returned 1

  Rule: Without synchronization nothing is promised

    @VISIB-011.a
    Scenario: A reader may run before the writer, or after it
      Given a task publish that does:
        | data.assign(1) |
      And a task look that does:
        | seen.copy(data) |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade       |
        | 0     | interesting |
        | 1     | interesting |

    @VISIB-012.a
    Scenario: After a sleep another thread's work may still be incomplete; after a wait for it, it is not
      Given an Event go
      And an Event done
      And a task work that does:
        | wait on go     |
        | data.assign(1) |
        | set done       |
      When alpha runs work
      And beta calls time.sleep(2s)
      And 2s pass
      And beta reads data.value
      Then beta returned 0
      When beta waits on done
      And main sets go
      Then beta returned True
      When beta reads data.value
      Then beta returned 1

    @VISIB-013.a
    Scenario: With the interpreter lock, writes are seen in the order in which they were made
      Given a shared variable flag starting at 0
      And a task publish that does:
        | data.assign(1) |
        | flag.assign(1) |
      And a task look that does:
        | threadstone.spin(flag, 1) |
        | seen.copy(data)           |
      When alpha runs publish and beta runs look under 100 schedules
      Then the outcomes of seen are graded:
        | value | grade    |
        | 1     | required |
