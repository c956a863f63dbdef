Feature: SimpleQueue
  Source: Python library reference 3.14, queue, "SimpleQueue Objects".
  Not here: what only a Queue can do, except that it is missing.

  Background:
    Given a SimpleQueue jobs
    And threads alpha and beta

  Rule: Items come out in the order in which they were put in, each of them once

    @SIMPLEQ-001.a
    Scenario: The items of one producer come out in the order in which it put them
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And alpha puts 'third' into jobs
      And beta gets from jobs
      Then beta returned 'first'
      When beta gets from jobs
      Then beta returned 'second'
      When beta gets from jobs
      Then beta returned 'third'

    @SIMPLEQ-002.a
    Scenario Outline: SimpleQueue(<arguments>) is refused, for there is no capacity
      When main calls queue.SimpleQueue(<arguments>)
      Then main raised TypeError

      Examples:
        | case       | arguments |
        | positional | 5         |
        | keyword    | maxsize=5 |

    @SIMPLEQ-010.a
    Scenario: qsize counts the items, and a queue without items is empty
      Then jobs is empty
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      Then jobs holds 2 items
      And jobs is not empty
      When beta gets from jobs
      Then jobs holds 1 item
      When beta gets from jobs
      Then jobs holds 0 items
      And jobs is empty

    @SIMPLEQ-011.a
    Scenario Outline: Among many producers and <case> consumers no item is lost and none comes twice
      Given a thread gamma
      And a ledger books with queue=jobs
      And a task hand_on that does:
        | books.put(60)       |
        | books.<consume>(60) |
      When alpha, beta and gamma each run hand_on once
      And main calls books.balance()
      Then main returned {'put': 180, 'lost': 0, 'repeated': 0}

      Examples:
        | case     | consume   |
        | blocking | get       |
        | polling  | poll      |
        | timed    | get_timed |

    @SIMPLEQ-011.b
    Scenario: Consumers that wait before there is anything get it all
      Given threads gamma and delta
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(60) |
      And a task consume that does:
        | books.get(60) |
      When alpha and beta each run consume once
      Then alpha and beta are blocked
      When gamma and delta each run produce once
      And main calls books.balance()
      Then main returned {'put': 120, 'lost': 0, 'repeated': 0}
      When main calls books.overtakings()
      Then main returned 0

    @SIMPLEQ-013.a
    Scenario: A queue lets go of an item that was fetched
      Given an object token
      When alpha puts token into jobs
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When beta gets from jobs
      And main calls threadstone.is_reclaimed('token')
      Then main returned True

  Rule: put never waits

    @SIMPLEQ-003.a
    Scenario Outline: put(<arguments>) stores the item whatever its other arguments say
      When alpha calls jobs.put(<arguments>)
      Then alpha returned None
      And jobs holds 1 item
      When beta gets from jobs
      Then beta returned 'work'

      Examples:
        | case             | arguments          |
        | item alone       | 'work'             |
        | timeout          | 'work', True, 5    |
        | without blocking | 'work', False      |
        | negative timeout | 'work', timeout=-1 |

    @SIMPLEQ-004.a
    Scenario: put_nowait stores the item as put does
      When alpha calls jobs.put_nowait('first')
      And alpha puts 'second' into jobs
      And beta gets from jobs
      Then beta returned 'first'
      When beta gets from jobs
      Then beta returned 'second'

    @SIMPLEQ-012.a
    Scenario: A signal handler may put into the queue from which its thread is getting
      Given a task refill that does:
        | jobs.put('from the handler') |
      When main installs refill for SIGUSR1
      And main gets from jobs
      Then main is blocked on jobs
      When SIGUSR1 arrives
      Then main returned 'from the handler'
      And jobs is empty

  Rule: get waits for an item, as long as it is told to

    @SIMPLEQ-005.a
    Scenario: get waits while the queue is empty and returns the very object that is put then
      Given an object token
      When alpha gets from jobs
      And 2s pass
      Then alpha is blocked on jobs
      When beta puts token into jobs
      Then alpha returned token
      And jobs is empty

    @SIMPLEQ-005.b
    Scenario: None is an item like any other
      When alpha gets from jobs
      Then alpha is blocked on jobs
      When beta puts None into jobs
      Then alpha returned None
      And jobs holds 0 items

    @SIMPLEQ-006.a
    Scenario Outline: <call> tries once
      When alpha calls jobs.<call>
      Then alpha raised queue.Empty
      When beta puts 'work' into jobs
      And alpha calls jobs.<call>
      Then alpha returned 'work'

      Examples:
        | case             | call           |
        | without blocking | get(False)     |
        | keyword          | get(block=False) |
        | get_nowait       | get_nowait()   |
        | timeout 0        | get(timeout=0) |
        | timeout ignored  | get(False, 5)  |
        | negative ignored | get(False, -1) |

    @SIMPLEQ-007.a
    Scenario: A timed get gives up when its timeout has passed, not before
      When alpha gets from jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Empty
      And alpha was blocked for exactly 2s

    @SIMPLEQ-007.b
    Scenario: A timed get returns as soon as there is an item
      When alpha gets from jobs with timeout 1h
      Then alpha is blocked on jobs
      When beta puts 'work' into jobs
      Then alpha returned 'work'

    @SIMPLEQ-008.a
    Scenario: A get with a negative timeout is refused although there is an item, which stays
      When beta puts 'work' into jobs
      And alpha calls jobs.get(timeout=-1)
      Then alpha raised ValueError
      When alpha gets from jobs
      Then alpha returned 'work'

    @SIMPLEQ-008.b
    Scenario: A get with a negative timeout is refused while the queue is empty
      When alpha calls jobs.get(timeout=-1)
      Then alpha raised ValueError

    @SIMPLEQ-014.a
    Scenario: A timeout beyond what the platform can count is refused
      When alpha calls jobs.get(timeout=1e12)
      Then alpha raised OverflowError

  Rule: What only a Queue can do is missing

    @SIMPLEQ-009.a
    Scenario Outline: A SimpleQueue has no <name>
      When main calls hasattr(jobs, 'put_nowait')
      Then main returned True
      When main calls hasattr(jobs, '<name>')
      Then main returned False

      Examples:
        | case      | name      |
        | task_done | task_done |
        | join      | join      |
        | full      | full      |
        | maxsize   | maxsize   |
        | shutdown  | shutdown  |

    @SIMPLEQ-009.b
    Scenario: Reporting a task as done fails for want of the method
      When main calls jobs.task_done()
      Then main raised AttributeError
