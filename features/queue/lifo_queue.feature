Feature: LifoQueue
  Source: Python library reference 3.14, queue, "queue.LifoQueue".
  Not here: shutdown, which is a feature of its own.

  Background:
    Given threads alpha and beta

  Rule: The newest item comes out first

    @LIFO-001.a
    Scenario: Items come out in the opposite order
      Given a LifoQueue jobs
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And alpha puts 'third' into jobs
      And beta gets from jobs
      Then beta returned 'third'
      When beta gets from jobs
      Then beta returned 'second'
      When beta gets from jobs
      Then beta returned 'first'

    @LIFO-002.a
    Scenario: Every get returns the newest item that is still there
      Given a LifoQueue jobs
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And beta gets from jobs
      Then beta returned 2
      When alpha puts 3 into jobs
      And beta gets from jobs
      Then beta returned 3
      When beta gets from jobs
      Then beta returned 1

    @LIFO-005.a
    Scenario: Among many producers and consumers no item is lost and none comes twice
      Given a thread gamma
      And a LifoQueue jobs
      And a ledger books with queue=jobs
      And a task hand_on that does:
        | books.put(60) |
        | books.get(60) |
      When alpha, beta and gamma each run hand_on once
      And main calls books.balance()
      Then main returned {'put': 180, 'lost': 0, 'repeated': 0}

    @LIFO-005.b
    Scenario: No item is lost or repeated in a queue that is full most of the time
      Given threads gamma and delta
      And a LifoQueue jobs with maxsize=4
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(60) |
      And a task consume that does:
        | books.get(60) |
      When alpha and beta each run produce once
      And gamma and delta each run consume once
      And main calls books.balance()
      Then main returned {'put': 120, 'lost': 0, 'repeated': 0}

  Rule: Capacity, waiting and timeouts are those of a Queue

    @LIFO-003.a
    Scenario: put waits while the queue is full and goes on after a get
      Given a LifoQueue jobs with maxsize=1
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      Then alpha is blocked on jobs
      When beta gets from jobs
      Then beta returned 1
      And alpha returned None
      And jobs is full

    @LIFO-003.b
    Scenario: get waits while the queue is empty and returns what is put then
      Given a LifoQueue jobs
      When alpha gets from jobs
      Then alpha is blocked on jobs
      When beta puts 'work' into jobs
      Then alpha returned 'work'
      And jobs is empty

    @LIFO-003.c
    Scenario Outline: On a full queue put(<arguments>) raises <error>, and stores nothing
      Given a LifoQueue jobs with maxsize=1
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

    @LIFO-003.d
    Scenario Outline: On an empty queue get(<arguments>) raises <error>
      Given a LifoQueue jobs
      When alpha calls jobs.get(<arguments>)
      Then alpha raised <error>

      Examples:
        | case             | arguments   | error       |
        | without blocking | block=False | queue.Empty |
        | timeout 0        | timeout=0   | queue.Empty |
        | negative timeout | timeout=-1  | ValueError  |
        | timeout ignored  | False, -1   | queue.Empty |

    @LIFO-003.e
    Scenario: A timed put gives up when its timeout has passed, not before
      Given a LifoQueue jobs with maxsize=1
      When alpha calls jobs.put_nowait(1)
      And alpha puts 2 into jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Full
      And alpha was blocked for exactly 2s

    @LIFO-003.f
    Scenario: A timed get gives up when its timeout has passed, not before
      Given a LifoQueue jobs
      When alpha gets from jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Empty
      And alpha was blocked for exactly 2s

    @LIFO-003.g
    Scenario Outline: put_nowait and get_nowait never wait with maxsize=<maxsize>
      Given a LifoQueue jobs with maxsize=<maxsize>
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

    @LIFO-004.a
    Scenario: join returns when the last item is done, not before
      Given a LifoQueue jobs
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And main joins jobs
      And beta gets from jobs
      And beta gets from jobs
      And beta marks a task of jobs done
      Then main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None

    @LIFO-004.b
    Scenario: task_done is accepted once for each item and then refused
      Given a LifoQueue jobs
      When main puts 'work' into jobs
      And main gets from jobs
      And alpha marks a task of jobs done
      Then alpha returned None
      When alpha marks a task of jobs done
      Then alpha raised ValueError
