Feature: Shutdown of queues
  Source: Python library reference 3.14, queue, "Terminating queues"; since Python 3.13.
  Not here: the shutdown of executors.

  Background:
    Given threads alpha and beta

  Rule: Nothing can be put into a queue that was shut down

    @QSHUT-001.a
    Scenario Outline: After shutdown <call> raises ShutDown and stores nothing
      Given a Queue jobs with maxsize=3
      When main puts 'first' into jobs
      And main shuts down jobs
      And alpha calls jobs.<call>
      Then alpha raised queue.ShutDown
      And jobs holds 1 item

      Examples:
        | case             | call                          |
        | put              | put('second')                 |
        | without blocking | put('second', block=False)    |
        | timed            | put('second', timeout=1h)     |
        | put_nowait       | put_nowait('second')          |

    @QSHUT-001.b
    Scenario Outline: A <kind> that was shut down takes nothing
      Given a <kind> jobs
      When main shuts down jobs
      And alpha puts 'late' into jobs
      Then alpha raised queue.ShutDown
      And jobs is empty

      Examples:
        | case          | kind          |
        | LifoQueue     | LifoQueue     |
        | PriorityQueue | PriorityQueue |

    @QSHUT-002.a
    Scenario Outline: On a full queue that was shut down <call> raises ShutDown, not Full
      Given a Queue jobs with maxsize=1
      When main puts 'first' into jobs
      And main shuts down jobs
      And alpha calls jobs.<call>
      Then alpha raised queue.ShutDown

      Examples:
        | case       | call                    |
        | put_nowait | put_nowait('second')    |
        | timeout 0  | put('second', timeout=0) |
        | put        | put('second')           |

    @QSHUT-003.a
    Scenario: Producers that wait for room are woken by shutdown and raise ShutDown
      Given a Queue jobs with maxsize=1
      When main puts 'first' into jobs
      And alpha puts 'second' into jobs
      And beta puts 'third' into jobs with timeout 1h
      Then alpha and beta are blocked
      When main shuts down jobs
      Then alpha raised queue.ShutDown
      And beta raised queue.ShutDown
      And jobs holds 1 item

    @QSHUT-003.b
    Scenario: Room that an immediate shutdown makes is not for those who waited for it
      Given a Queue jobs with maxsize=1
      When main puts 'first' into jobs
      And alpha puts 'second' into jobs
      And beta puts 'third' into jobs with timeout 1h
      And main shuts down jobs immediately
      Then alpha raised queue.ShutDown
      And beta raised queue.ShutDown
      And jobs is empty

  Rule: What is in the queue at a shutdown can still be fetched, unless it is immediate

    @QSHUT-004.a
    Scenario Outline: Consumers that wait for an item are all woken by <case> and raise ShutDown
      Given a thread gamma
      And a Queue jobs
      When alpha gets from jobs
      And beta gets from jobs with timeout 1h
      And gamma gets from jobs
      Then alpha, beta and gamma are blocked
      When main calls jobs.<call>
      Then exactly 3 of alpha, beta and gamma raised queue.ShutDown

      Examples:
        | case                  | call           |
        | shutdown              | shutdown()     |
        | an immediate shutdown | shutdown(True) |

    @QSHUT-005.a
    Scenario Outline: After shutdown a <kind> gives its items in its own order
      Given a <kind> jobs
      When alpha puts 2 into jobs
      And alpha puts 1 into jobs
      And alpha puts 3 into jobs
      And main shuts down jobs
      And beta gets from jobs
      Then beta returned <first>
      When beta gets from jobs
      Then beta returned <second>
      When beta gets from jobs
      Then beta returned <third>

      Examples:
        | case          | kind          | first | second | third |
        | Queue         | Queue         | 2     | 1      | 3     |
        | LifoQueue     | LifoQueue     | 3     | 1      | 2     |
        | PriorityQueue | PriorityQueue | 1     | 2      | 3     |

    @QSHUT-006.a
    Scenario Outline: Once the rest is fetched <call> raises ShutDown
      Given a Queue jobs
      When alpha puts 'last' into jobs
      And main shuts down jobs
      And beta calls jobs.<call>
      Then beta returned 'last'
      When beta calls jobs.<call>
      Then beta raised queue.ShutDown

      Examples:
        | case             | call            |
        | get              | get()           |
        | without blocking | get(False)      |
        | timed            | get(timeout=1h) |
        | get_nowait       | get_nowait()    |

    @QSHUT-007.a
    Scenario: Of three consumers two get the two last items, and one raises ShutDown
      Given a thread gamma
      And a Queue jobs
      And a task close_down that does:
        | jobs.put(1)     |
        | jobs.put(2)     |
        | jobs.shutdown() |
      When alpha, beta and gamma get from jobs in that order
      And main runs close_down
      Then exactly 1 of alpha, beta and gamma returned 1
      And exactly 1 of alpha, beta and gamma returned 2
      And exactly 1 of alpha, beta and gamma raised queue.ShutDown

    @QSHUT-008.a
    Scenario: An immediate shutdown drops what is in the queue
      Given a Queue jobs
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And main shuts down jobs immediately
      Then jobs holds 0 items
      When beta gets from jobs
      Then beta raised queue.ShutDown

    @QSHUT-012.a
    Scenario: A queue that was shut down can be shut down again, and never takes anything again
      Given a Queue jobs
      When main shuts down jobs
      And main shuts down jobs immediately
      And main calls jobs.shutdown(False)
      Then main returned None
      When alpha puts 'late' into jobs
      Then alpha raised queue.ShutDown
      And jobs holds 0 items

    @QSHUT-012.b
    Scenario: A later immediate shutdown drops what the first one left
      Given a Queue jobs
      When alpha puts 'left' into jobs
      And main shuts down jobs
      Then jobs holds 1 item
      When main shuts down jobs immediately
      Then jobs holds 0 items
      When beta gets from jobs
      Then beta raised queue.ShutDown

    @QSHUT-013.a
    Scenario: A queue tells whether it was shut down
      Given a Queue jobs
      Then jobs is not shut down
      When main shuts down jobs
      Then jobs is shut down

    @QSHUT-015.a
    Scenario Outline: On a queue that was shut down the timeout of <call> is not looked at
      Given a Queue jobs with maxsize=1
      When main shuts down jobs
      And alpha calls jobs.<call>
      Then alpha raised queue.ShutDown

      Examples:
        | case | call                   |
        | get  | get(timeout=-1)        |
        | put  | put('x', timeout=-1)   |

  Rule: join waits for what was not dropped

    @QSHUT-009.a
    Scenario: Items that an immediate shutdown drops are done, so join returns
      Given a Queue jobs
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And beta joins jobs
      Then beta is blocked on jobs
      When main shuts down jobs immediately
      Then beta returned None
      When alpha marks a task of jobs done
      Then alpha raised ValueError

    @QSHUT-010.a
    Scenario: An item that was fetched before an immediate shutdown keeps join waiting until it is done
      Given a Queue jobs
      When main puts 'first' into jobs
      And main puts 'second' into jobs
      And alpha gets from jobs
      And beta joins jobs
      And main shuts down jobs immediately
      Then beta is still blocked
      When alpha marks a task of jobs done
      Then beta returned None

    @QSHUT-011.a
    Scenario: Another shutdown leaves join waiting until the rest is fetched and done
      Given a Queue jobs
      When main puts 'last' into jobs
      And beta joins jobs
      And main shuts down jobs
      Then beta is still blocked
      When alpha gets from jobs
      Then alpha returned 'last'
      And beta is still blocked
      When alpha marks a task of jobs done
      Then beta returned None

  Rule: ShutDown is an error of its own

    @QSHUT-014.a
    Scenario: ShutDown derives from Exception, and neither from Empty nor from Full
      When main calls issubclass(queue.ShutDown, Exception)
      Then main returned True
      When main calls issubclass(queue.ShutDown, (queue.Empty, queue.Full))
      Then main returned False
