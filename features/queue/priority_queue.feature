Feature: PriorityQueue
  Source: Python library reference 3.14, queue, "queue.PriorityQueue".
  Not here: shutdown, which is a feature of its own; heapq.

  Background:
    Given threads alpha and beta

  Rule: The smallest entry comes out first

    @PRIO-001.a
    Scenario: Entries come out in ascending order
      Given a PriorityQueue jobs
      When alpha puts 5 into jobs
      And alpha puts 1 into jobs
      And alpha puts 3 into jobs
      And beta gets from jobs
      Then beta returned 1
      When beta gets from jobs
      Then beta returned 3
      When beta gets from jobs
      Then beta returned 5

    @PRIO-002.a
    Scenario: Every get returns the smallest entry that is still there
      Given a PriorityQueue jobs
      When alpha puts 5 into jobs
      And alpha puts 2 into jobs
      And beta gets from jobs
      Then beta returned 2
      When alpha puts 1 into jobs
      And beta gets from jobs
      Then beta returned 1
      When beta gets from jobs
      Then beta returned 5

    @PRIO-003.a
    Scenario: Entries with a priority in front are ordered by it
      Given a PriorityQueue jobs
      When alpha puts (2, 'a') into jobs
      And alpha puts (1, 'b') into jobs
      And alpha puts (3, 'c') into jobs
      And beta gets from jobs
      Then beta returned (1, 'b')
      When beta gets from jobs
      Then beta returned (2, 'a')
      When beta gets from jobs
      Then beta returned (3, 'c')

    @PRIO-010.a
    Scenario: What several threads put comes out in ascending order, and all of it
      Given a thread gamma
      And a PriorityQueue jobs
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(60) |
      When alpha, beta and gamma each run produce once
      And main calls books.get(180)
      And main calls books.descents()
      Then main returned 0
      When main calls books.balance()
      Then main returned {'put': 180, 'lost': 0, 'repeated': 0}

  Rule: Entries of the same priority must be comparable too

    @PRIO-004.a
    Scenario: A tie between data that cannot be compared is refused
      Given a PriorityQueue jobs
      And an object one
      And an object other
      When alpha puts (1, one) into jobs
      Then alpha returned None
      When alpha puts (1, other) into jobs
      Then alpha raised TypeError

    @PRIO-004.b
    Scenario: A tie between data that can be compared is decided by them
      Given a PriorityQueue jobs
      When alpha puts (1, 'b') into jobs
      And alpha puts (1, 'a') into jobs
      And beta gets from jobs
      Then beta returned (1, 'a')
      When beta gets from jobs
      Then beta returned (1, 'b')

    @PRIO-005.a
    Scenario: An entry that could not be compared is in the queue, but is no unfinished task
      Given a PriorityQueue jobs
      And an object one
      And an object other
      When alpha puts (1, one) into jobs
      And alpha puts (1, other) into jobs
      Then alpha raised TypeError
      And jobs holds 2 items
      And the unfinished_tasks of jobs is 1

    @PRIO-006.a
    Scenario: Entries of which only the priority is compared may have the same one
      Given a PriorityQueue jobs
      And an object one
      And an object other
      When main calls threadstone.Prioritized(1, one) as entry
      And main calls threadstone.Prioritized(1, other) as rival
      And alpha puts entry into jobs
      And alpha puts rival into jobs
      And alpha gets from jobs
      And beta gets from jobs
      Then exactly 1 of alpha and beta returned entry
      And exactly 1 of alpha and beta returned rival

    @PRIO-006.b
    Scenario: Of entries of which only the priority is compared the smallest priority comes first, whatever the data
      Given a PriorityQueue jobs
      And an object one
      When main calls threadstone.Prioritized(2, one) as late
      And main calls threadstone.Prioritized(1, one) as early
      And alpha puts late into jobs
      And alpha puts early into jobs
      And beta gets from jobs
      Then beta returned early
      When beta gets from jobs
      Then beta returned late

    @PRIO-007.a
    Scenario: Equal entries all come out, in whatever order
      Given a PriorityQueue jobs
      And a thread gamma
      When main calls threadstone.Prioritized(1, 'a') as first
      And main calls threadstone.Prioritized(1, 'b') as second
      And main calls threadstone.Prioritized(1, 'c') as third
      And main puts first into jobs
      And main puts second into jobs
      And main puts third into jobs
      And alpha, beta and gamma get from jobs in that order
      Then exactly 1 of alpha, beta and gamma returned first
      And exactly 1 of alpha, beta and gamma returned second
      And exactly 1 of alpha, beta and gamma returned third

  Rule: Capacity, waiting and timeouts are those of a Queue

    @PRIO-008.a
    Scenario: put waits while the queue is full and goes on after a get
      Given a PriorityQueue jobs with maxsize=1
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      Then alpha is blocked on jobs
      When beta gets from jobs
      Then beta returned 1
      And alpha returned None
      And jobs is full

    @PRIO-008.b
    Scenario: get waits while the queue is empty and returns what is put then
      Given a PriorityQueue jobs
      When alpha gets from jobs
      Then alpha is blocked on jobs
      When beta puts 'work' into jobs
      Then alpha returned 'work'
      And jobs is empty

    @PRIO-008.c
    Scenario Outline: On a full queue put(<arguments>) raises <error>, and stores nothing
      Given a PriorityQueue jobs with maxsize=1
      When alpha puts 1 into jobs
      And alpha calls jobs.put(<arguments>)
      Then alpha raised <error>
      And jobs holds 1 item

      Examples:
        | case             | arguments      | error      |
        | without blocking | 2, block=False | queue.Full |
        | timeout 0        | 2, timeout=0   | queue.Full |
        | negative timeout | 2, timeout=-1  | ValueError |
        | timeout ignored  | 2, False, -1   | queue.Full |

    @PRIO-008.d
    Scenario Outline: On an empty queue get(<arguments>) raises <error>
      Given a PriorityQueue jobs
      When alpha calls jobs.get(<arguments>)
      Then alpha raised <error>

      Examples:
        | case             | arguments   | error       |
        | without blocking | block=False | queue.Empty |
        | timeout 0        | timeout=0   | queue.Empty |
        | negative timeout | timeout=-1  | ValueError  |
        | timeout ignored  | False, -1   | queue.Empty |

    @PRIO-008.e
    Scenario: A timed put gives up when its timeout has passed, not before
      Given a PriorityQueue jobs with maxsize=1
      When alpha calls jobs.put_nowait(1)
      And alpha puts 2 into jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Full
      And alpha was blocked for exactly 2s

    @PRIO-008.f
    Scenario: A timed get gives up when its timeout has passed, not before
      Given a PriorityQueue jobs
      When alpha gets from jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Empty
      And alpha was blocked for exactly 2s

    @PRIO-008.g
    Scenario Outline: put_nowait and get_nowait never wait with maxsize=<maxsize>
      Given a PriorityQueue jobs with maxsize=<maxsize>
      When alpha calls jobs.put_nowait(1)
      And alpha calls jobs.put_nowait(2)
      And alpha calls jobs.put_nowait(3)
      Then jobs holds 3 items
      And jobs <is full>
      When beta calls jobs.get_nowait()
      Then jobs holds 2 items
      And jobs is not full

      Examples:
        | case      | maxsize | is full     |
        | bounded   | 3       | is full     |
        | unbounded | 0       | is not full |
        | negative  | -1      | is not full |

  Rule: Tasks are tracked as those of a Queue

    @PRIO-009.a
    Scenario: join returns when the last item is done, not before
      Given a PriorityQueue jobs
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And main joins jobs
      And beta gets from jobs
      And beta gets from jobs
      And beta marks a task of jobs done
      Then main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None

    @PRIO-009.b
    Scenario: task_done is accepted once for each item and then refused
      Given a PriorityQueue jobs
      When main puts 'work' into jobs
      And main gets from jobs
      And alpha marks a task of jobs done
      Then alpha returned None
      When alpha marks a task of jobs done
      Then alpha raised ValueError
