Feature: Queue
  Source: Python library reference 3.14, queue, "Queue Objects".
  Not here: shutdown, which is a feature of its own; multiprocessing.Queue.

  Background:
    Given threads alpha and beta

  Rule: Items come out in the order in which they were put in, each of them once

    @QUEUE-001.a
    Scenario: The items of one producer come out in the order in which it put them
      Given a Queue jobs
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And alpha puts 'third' into jobs
      And beta gets from jobs
      Then beta returned 'first'
      When beta gets from jobs
      Then beta returned 'second'
      When beta gets from jobs
      Then beta returned 'third'

    @QUEUE-002.a
    Scenario: However producers take turns, the items of each keep their order
      Given a thread gamma
      And a Queue jobs with maxsize=2
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(60) |
      When alpha, beta and gamma each run produce once
      And main calls books.get(180)
      And main calls books.overtakings()
      Then main returned 0
      When main calls books.balance()
      Then main returned {'put': 180, 'lost': 0, 'repeated': 0}

    @QUEUE-003.a
    Scenario: Among many producers and consumers no item is lost and none comes twice
      Given threads gamma and delta
      And a Queue jobs with maxsize=4
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(80) |
      And a task consume that does:
        | books.get(80) |
      When alpha and beta each run produce once
      And gamma and delta each run consume once
      And main calls books.balance()
      Then main returned {'put': 160, 'lost': 0, 'repeated': 0}

    @QUEUE-003.b
    Scenario: An unbounded queue loses nothing either while all put and get at once
      Given a thread gamma
      And a Queue jobs
      And a ledger books with queue=jobs
      And a task hand_on that does:
        | books.put(60) |
        | books.get(60) |
      When alpha, beta and gamma each run hand_on once
      And main calls books.balance()
      Then main returned {'put': 180, 'lost': 0, 'repeated': 0}

    @QUEUE-021.a
    Scenario: put returns None, and get the very object that was put
      Given a Queue jobs
      And an object token
      When alpha puts token into jobs
      Then alpha returned None
      When beta gets from jobs
      Then beta returned token

    @QUEUE-021.b
    Scenario: None is an item like any other
      Given a Queue jobs
      When beta gets from jobs
      Then beta is blocked on jobs
      When alpha puts None into jobs
      Then beta returned None
      When alpha puts None into jobs
      Then jobs holds 1 item

    @QUEUE-040.a
    Scenario: A consumer that waited reads what the producer wrote before its put
      Given a Queue jobs
      And a shared variable data starting at 1
      And a task publish that does:
        | read data        |
        | add 41 to data   |
        | write data       |
        | jobs.put('done') |
      When alpha gets from jobs
      Then alpha is blocked on jobs
      When main runs publish
      Then alpha returned 'done'
      When alpha reads data.value
      Then alpha returned 42

    @QUEUE-040.b
    Scenario: A consumer that finds an item reads what the producer wrote before its put
      Given a Queue jobs
      And a shared variable data starting at 1
      And a task publish that does:
        | read data        |
        | add 41 to data   |
        | write data       |
        | jobs.put('done') |
      When beta runs publish
      And alpha gets from jobs
      Then alpha returned 'done'
      When alpha reads data.value
      Then alpha returned 42

    @QUEUE-046.a
    Scenario: A queue lets go of an item that was fetched
      Given a Queue jobs
      And an object token
      When alpha puts token into jobs
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When beta gets from jobs
      And main calls threadstone.is_reclaimed('token')
      Then main returned True

  Rule: A positive maxsize is a capacity; without one there is none

    @QUEUE-004.a
    Scenario: A queue built without arguments takes thousands of items
      Given a Queue jobs
      And a task feed that does:
        | jobs.put(1) |
      When alpha and beta each run feed 1000 times
      Then jobs holds 2000 items
      And the maxsize of jobs is 0

    @QUEUE-005.a
    Scenario Outline: A maxsize of <maxsize> is no limit
      Given a Queue jobs with maxsize=<maxsize>
      And a task feed that does:
        | jobs.put_nowait(1) |
      When alpha and beta each run feed 50 times
      Then alpha and beta returned None
      And jobs holds 100 items

      Examples:
        | case     | maxsize |
        | zero     | 0       |
        | minus 1  | -1      |
        | minus 7  | -7      |

    @QUEUE-006.a
    Scenario: There are never more items than maxsize, whoever puts and gets
      Given threads gamma and delta
      And a Queue jobs with maxsize=3
      And a ledger books with queue=jobs
      And a task produce that does:
        | books.put(60) |
      When alpha, beta and gamma each run produce once
      And delta calls books.get(1)
      Then jobs holds 3 items
      When delta calls books.get(179)
      And main calls books.largest_size()
      Then main returned 3

    @QUEUE-022.a
    Scenario: qsize counts the items
      Given a Queue jobs
      Then jobs holds 0 items
      When alpha puts 'first' into jobs
      Then jobs holds 1 item
      When alpha puts 'second' into jobs
      Then jobs holds 2 items
      When beta gets from jobs
      Then jobs holds 1 item

    @QUEUE-023.a
    Scenario: A positive qsize promises nothing to a consumer that is not alone
      Given a Queue jobs
      When main puts 'only' into jobs
      And alpha calls jobs.qsize()
      Then alpha returned 1
      When beta gets from jobs
      And alpha calls jobs.get_nowait()
      Then beta returned 'only'
      And alpha raised queue.Empty

    @QUEUE-024.a
    Scenario: A queue is empty while it has no item
      Given a Queue jobs
      Then jobs is empty
      When alpha puts 'work' into jobs
      Then jobs is not empty
      When beta gets from jobs
      Then jobs is empty

    @QUEUE-025.a
    Scenario: A bounded queue is full as soon as it has maxsize items
      Given a Queue jobs with maxsize=2
      Then jobs is not full
      When alpha puts 'first' into jobs
      Then jobs is not full
      When alpha puts 'second' into jobs
      Then jobs is full
      When beta gets from jobs
      Then jobs is not full

    @QUEUE-025.b
    Scenario: An unbounded queue is never full
      Given a Queue jobs
      Then jobs is not full
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      Then jobs is not full
      And jobs holds 2 items

    @QUEUE-026.a
    Scenario: A capacity that is lowered below the size keeps the items, and counts for the next put
      Given a Queue jobs with maxsize=3
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And alpha puts 3 into jobs
      And main sets jobs.maxsize to 2
      And alpha puts 4 into jobs without blocking
      Then alpha raised queue.Full
      And jobs holds 3 items

    @QUEUE-026.b
    Scenario: Below the lowered capacity there is room again
      Given a Queue jobs with maxsize=2
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And main sets jobs.maxsize to 1
      And beta gets from jobs
      And alpha puts 3 into jobs without blocking
      Then alpha raised queue.Full
      When beta gets from jobs
      And alpha puts 4 into jobs without blocking
      Then alpha returned None
      And jobs holds 1 item

  Rule: A full queue makes producers wait

    @QUEUE-007.a
    Scenario: put waits while the queue is full and goes on after a get
      Given a Queue jobs with maxsize=1
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And 2s pass
      Then alpha is blocked on jobs
      When beta gets from jobs
      Then beta returned 'first'
      And alpha returned None
      And jobs holds 1 item

    @QUEUE-009.a
    Scenario Outline: A put without blocking (<case>) raises Full at once, and stores nothing
      Given a Queue jobs with maxsize=1
      When alpha puts 'first' into jobs
      And alpha calls jobs.put('second', <arguments>)
      Then alpha raised queue.Full
      And jobs holds 1 item
      When beta gets from jobs
      Then beta returned 'first'

      Examples:
        | case       | arguments   |
        | positional | False       |
        | keyword    | block=False |
        | zero       | block=0     |

    @QUEUE-010.a
    Scenario: put_nowait stores the item when there is room and raises Full when there is none
      Given a Queue jobs with maxsize=2
      When alpha calls jobs.put_nowait('first')
      And alpha calls jobs.put_nowait('second')
      Then alpha returned None
      And jobs holds 2 items
      When alpha calls jobs.put_nowait('third')
      Then alpha raised queue.Full
      And jobs holds 2 items

    @QUEUE-013.a
    Scenario: A timed put gives up when its timeout has passed, not before
      Given a Queue jobs with maxsize=1
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Full
      And alpha was blocked for exactly 2s
      And jobs holds 1 item

    @QUEUE-015.a
    Scenario: A timed put goes on as soon as there is room
      Given a Queue jobs with maxsize=1
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs with timeout 1h
      Then alpha is blocked on jobs
      When beta gets from jobs
      Then alpha returned None
      And jobs holds 1 item

    @QUEUE-016.a
    Scenario: A put with timeout 0 tries once
      Given a Queue jobs with maxsize=1
      When alpha calls jobs.put('first', timeout=0)
      Then alpha returned None
      When alpha calls jobs.put('second', timeout=0)
      Then alpha raised queue.Full
      And jobs holds 1 item

    @QUEUE-018.a
    Scenario Outline: A put with timeout <timeout> is refused although there is room
      Given a Queue jobs with maxsize=1
      When alpha calls jobs.put('first', timeout=<timeout>)
      Then alpha raised ValueError
      And jobs holds 0 items

      Examples:
        | case     | timeout |
        | minus 1  | -1      |
        | fraction | -0.5    |

    @QUEUE-019.a
    Scenario: An unbounded queue does not look at the timeout of a put
      Given a Queue jobs
      When alpha calls jobs.put('first', timeout=-1)
      Then alpha returned None
      And jobs holds 1 item

    @QUEUE-020.a
    Scenario Outline: put(item, False, <timeout>) does not look at its timeout
      Given a Queue jobs with maxsize=1
      When alpha calls jobs.put('first', False, <timeout>)
      Then alpha returned None
      When alpha calls jobs.put('second', False, <timeout>)
      Then alpha raised queue.Full

      Examples:
        | case     | timeout |
        | negative | -1      |
        | long     | 1h      |

    @QUEUE-037.a
    Scenario: Each get lets one waiting producer go on
      Given a Queue jobs with maxsize=1
      And a thread gamma
      When main puts 1 into jobs
      And alpha puts 2 into jobs
      And beta puts 3 into jobs
      And gamma puts 4 into jobs
      Then alpha, beta and gamma are blocked
      When main gets from jobs
      Then exactly 2 of alpha, beta and gamma are blocked
      And jobs is full

  Rule: An empty queue makes consumers wait

    @QUEUE-008.a
    Scenario: get waits while the queue is empty and returns what is put then
      Given a Queue jobs
      When alpha gets from jobs
      And 2s pass
      Then alpha is blocked on jobs
      When beta puts 'work' into jobs
      Then alpha returned 'work'
      And jobs is empty

    @QUEUE-011.a
    Scenario Outline: A get without blocking (<case>) raises Empty at once
      Given a Queue jobs
      When alpha calls jobs.get(<arguments>)
      Then alpha raised queue.Empty
      When beta puts 'work' into jobs
      And alpha calls jobs.get(<arguments>)
      Then alpha returned 'work'

      Examples:
        | case       | arguments   |
        | positional | False       |
        | keyword    | block=False |
        | zero       | block=0     |

    @QUEUE-012.a
    Scenario: get_nowait returns an item if there is one and raises Empty if there is none
      Given a Queue jobs
      When beta puts 'work' into jobs
      And alpha calls jobs.get_nowait()
      Then alpha returned 'work'
      When alpha calls jobs.get_nowait()
      Then alpha raised queue.Empty

    @QUEUE-014.a
    Scenario: A timed get gives up when its timeout has passed, not before
      Given a Queue jobs
      When alpha gets from jobs with timeout 2s
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Empty
      And alpha was blocked for exactly 2s

    @QUEUE-015.b
    Scenario: A timed get returns as soon as there is an item
      Given a Queue jobs
      When alpha gets from jobs with timeout 1h
      Then alpha is blocked on jobs
      When beta puts 'work' into jobs
      Then alpha returned 'work'

    @QUEUE-016.b
    Scenario: A get with timeout 0 tries once
      Given a Queue jobs
      When alpha calls jobs.get(timeout=0)
      Then alpha raised queue.Empty
      When beta puts 'work' into jobs
      And alpha calls jobs.get(timeout=0)
      Then alpha returned 'work'

    @QUEUE-017.a
    Scenario Outline: A get with timeout <timeout> is refused while the queue is empty
      Given a Queue jobs
      When alpha calls jobs.get(timeout=<timeout>)
      Then alpha raised ValueError

      Examples:
        | case     | timeout |
        | minus 1  | -1      |
        | fraction | -0.5    |

    @QUEUE-017.b
    Scenario: A get with a negative timeout is refused although there is an item, which stays
      Given a Queue jobs
      When beta puts 'work' into jobs
      And alpha calls jobs.get(timeout=-1)
      Then alpha raised ValueError
      And jobs holds 1 item
      When alpha gets from jobs
      Then alpha returned 'work'

    @QUEUE-020.b
    Scenario Outline: get(False, <timeout>) does not look at its timeout
      Given a Queue jobs
      When alpha calls jobs.get(False, <timeout>)
      Then alpha raised queue.Empty
      When beta puts 'work' into jobs
      And alpha calls jobs.get(False, <timeout>)
      Then alpha returned 'work'

      Examples:
        | case     | timeout |
        | negative | -1      |
        | long     | 1h      |

    @QUEUE-036.a
    Scenario: Each put lets one waiting consumer go on, with an item of its own
      Given a Queue jobs
      And a thread gamma
      When alpha, beta and gamma get from jobs in that order
      Then alpha, beta and gamma are blocked
      When main puts 'first' into jobs
      And main puts 'second' into jobs
      Then exactly 1 of alpha, beta and gamma is blocked
      And exactly 1 of alpha, beta and gamma returned 'first'
      And exactly 1 of alpha, beta and gamma returned 'second'
      And jobs is empty

    @QUEUE-038.a
    Scenario: Who waits longest gets the next item
      Given a Queue jobs
      And a thread gamma
      When alpha, beta and gamma get from jobs in that order
      And main puts 'first' into jobs
      Then alpha returned 'first'
      And beta and gamma are still blocked
      When main puts 'second' into jobs
      Then beta returned 'second'
      When main puts 'third' into jobs
      Then gamma returned 'third'

    @QUEUE-039.a
    Scenario: Of several timed consumers of one item one returns it, and the others wait their time out
      Given a Queue jobs
      And a thread gamma
      When alpha gets from jobs with timeout 2s
      And beta gets from jobs with timeout 2s
      And gamma gets from jobs with timeout 2s
      And 1s pass
      And main puts 'only' into jobs
      Then exactly 1 of alpha, beta and gamma returned 'only'
      And exactly 2 of alpha, beta and gamma are blocked
      When 1s pass
      Then exactly 2 of alpha, beta and gamma raised queue.Empty

    @QUEUE-039.b
    Scenario: A timed consumer that is woken for nothing waits for the rest of its time
      Given a Queue jobs
      When main reads jobs.not_empty as item_came
      And alpha gets from jobs with timeout 2s
      And 1s pass
      And main calls item_came.acquire()
      And main calls item_came.notify()
      And main calls item_came.release()
      Then alpha is still blocked
      When 1s pass
      Then alpha raised queue.Empty
      And alpha was blocked for exactly 2s

    @QUEUE-041.a
    Scenario Outline: A thread that is blocked in <call> keeps nobody from running
      Given a Queue jobs with maxsize=1
      When main calls jobs.<before>
      And alpha calls jobs.<call>
      Then alpha is blocked on jobs
      When beta calls len([7, 8, 9])
      Then beta returned 3

      Examples:
        | case | before    | call   |
        | get  | qsize()   | get()  |
        | put  | put('it') | put(1) |
        | join | put('it') | join() |

    @QUEUE-042.a
    Scenario: The interrupt key ends a get of the main thread, and the queue remains usable
      Given a Queue jobs
      When main gets from jobs
      Then main is blocked on jobs
      When SIGINT arrives
      Then main raised KeyboardInterrupt
      When alpha puts 'work' into jobs
      And main gets from jobs
      Then main returned 'work'

  Rule: join waits until all items are done

    @QUEUE-027.a
    Scenario: task_done is refused on a queue that never held an item
      Given a Queue jobs
      When main marks a task of jobs done
      Then main raised ValueError

    @QUEUE-027.b
    Scenario: task_done is accepted once for each item and then refused
      Given a Queue jobs
      When main puts 'first' into jobs
      And main puts 'second' into jobs
      And main gets from jobs
      And main gets from jobs
      And alpha marks a task of jobs done
      And beta marks a task of jobs done
      Then alpha and beta returned None
      When alpha marks a task of jobs done
      Then alpha raised ValueError

    @QUEUE-028.a
    Scenario: An item that is still in the queue can be reported as done
      Given a Queue jobs
      When main puts 'work' into jobs
      And alpha joins jobs
      Then alpha is blocked on jobs
      When main marks a task of jobs done
      Then alpha returned None
      And jobs holds 1 item

    @QUEUE-029.a
    Scenario: Nobody waits in join of a queue that was never used
      Given a Queue jobs
      When main joins jobs
      Then main returned None
      When main joins jobs
      Then main returned None
      And jobs is empty

    @QUEUE-030.a
    Scenario: An empty queue whose items are not done keeps join waiting
      Given a Queue jobs
      When alpha puts 'work' into jobs
      And beta gets from jobs
      And main joins jobs
      Then jobs is empty
      And main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None

    @QUEUE-031.a
    Scenario: join returns when the last item is done, not before
      Given a Queue jobs
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And alpha puts 3 into jobs
      And main joins jobs
      And beta marks a task of jobs done
      And beta marks a task of jobs done
      Then main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None

    @QUEUE-032.a
    Scenario: join also waits for an item that is put while it waits
      Given a Queue jobs
      When alpha puts 'first' into jobs
      And main joins jobs
      And alpha puts 'second' into jobs
      And beta marks a task of jobs done
      Then main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None

    @QUEUE-033.a
    Scenario: All who join are released together, and the next item makes join wait again
      Given a Queue jobs
      And a thread gamma
      When main puts 'first' into jobs
      And alpha, beta and gamma join jobs
      Then alpha, beta and gamma are blocked
      When main marks a task of jobs done
      Then alpha, beta and gamma returned None
      When main puts 'second' into jobs
      And alpha joins jobs
      Then alpha is blocked on jobs

    @QUEUE-034.a
    Scenario Outline: join(<arguments>) is refused, for it has no timeout
      Given a Queue jobs
      When main calls jobs.join(<arguments>)
      Then main raised TypeError

      Examples:
        | case       | arguments |
        | keyword    | timeout=1 |
        | positional | 1         |

    @QUEUE-035.a
    Scenario: Puts and gets that failed do not count as tasks
      Given a Queue jobs with maxsize=1
      When alpha gets from jobs without blocking
      Then alpha raised queue.Empty
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs without blocking
      Then alpha raised queue.Full
      When alpha marks a task of jobs done
      Then alpha returned None
      When alpha marks a task of jobs done
      Then alpha raised ValueError

  Rule: Subclasses may store items in their own way

    @QUEUE-043.a
    Scenario: An operation of the queue from inside of its own storage may never return
      Given a task store
      When main derives a class Bag from queue.Queue whose _put is store
      And main calls Bag() as jobs
      And alpha calls jobs.put('work')
      And store calls jobs.qsize()
      Then store returned 0 or is still blocked
      And alpha is still blocked

    @QUEUE-044.a
    Scenario Outline: What the storage raises comes out of put(<arguments>), and the queue remains usable
      Given a task store
      And a KeyError called boom
      When main derives a class Bag from queue.Queue whose _put is store
      And main calls Bag(maxsize=2) as jobs
      And alpha calls jobs.put(<arguments>)
      And store dies of boom
      Then alpha raised boom
      When alpha calls jobs.put(<arguments>)
      And store calls queue.Queue._put(jobs, 'work')
      And store finishes
      And beta calls jobs.get()
      Then beta returned 'work'

      Examples:
        | case             | arguments            |
        | blocking         | 'work'               |
        | timed            | 'work', timeout=1h   |
        | without blocking | 'work', block=False  |

    @QUEUE-044.b
    Scenario Outline: What the storage raises comes out of get(<arguments>), and the queue remains usable
      Given a task fetch
      And a KeyError called boom
      When main derives a class Bag from queue.Queue whose _get is fetch
      And main calls Bag() as jobs
      And alpha calls jobs.put('work')
      And beta calls jobs.get(<arguments>)
      And fetch dies of boom
      Then beta raised boom
      When beta calls jobs.get(<arguments>)
      And fetch finishes with 'fetched'
      Then beta returned 'fetched'

      Examples:
        | case             | arguments   |
        | blocking         |             |
        | timed            | timeout=1h  |
        | without blocking | block=False |

  Rule: Empty and Full are errors of their own

    @QUEUE-045.a
    Scenario: Empty and Full derive from Exception, and not from each other
      When main calls issubclass(queue.Empty, Exception)
      Then main returned True
      When main calls issubclass(queue.Full, Exception)
      Then main returned True
      When main calls issubclass(queue.Empty, queue.Full)
      Then main returned False
      When main calls issubclass(queue.Full, queue.Empty)
      Then main returned False

    @QUEUE-045.b
    Scenario: What handles any Exception handles Empty and Full
      Given a Queue jobs with maxsize=1
      When alpha gets from jobs without blocking
      Then alpha raised Exception
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs without blocking
      Then alpha raised Exception
      And jobs holds 1 item
