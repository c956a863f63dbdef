Feature: The global interpreter lock
  Source: Python library reference 3.14, sys; C API reference, "Thread State and the Global Interpreter Lock".
  Not here: what single operations on containers guarantee (atomicity.feature), builds without the lock
  (free_threading.feature).

  Rule: One thread at a time executes Python code

    @GIL-001.a
    Scenario: Three threads that compute for a second each take three seconds
      Given a task crunch that does:
        | threadstone.compute(1s) |
      And an unstarted thread first with target=crunch
      And an unstarted thread second with target=crunch
      And an unstarted thread third with target=crunch
      And a task all_three that does:
        | first.start()  |
        | second.start() |
        | third.start()  |
        | first.join()   |
        | second.join()  |
        | third.join()   |
      When main runs all_three
      And 3s pass
      Then main returned None
      And crunch ran 3 times
      And main was blocked for exactly 3s

    @GIL-001.b @GIL-010
    Scenario: However often the lock changes hands, one thread holds it at a time
      Given threads alpha, beta and gamma
      When alpha, beta and gamma compute for 1s at the same time
      And 3s pass
      Then alpha, beta and gamma returned None
      And at most 1 thread held the GIL at once
      And the GIL changed hands at least 500 times

    @GIL-002.a
    Scenario: While native code keeps the lock, a thread that computes does not go on
      Given threads alpha and beta
      When alpha computes for 1h
      And beta keeps the GIL in native code for 2s
      And 2s pass
      Then beta returned None
      And alpha was kept from computing for more than 1.5s

    @GIL-020.a
    Scenario: Two threads take as long for two computations as one after the other would
      Given a task crunch that does:
        | threadstone.compute(1s) |
      And an unstarted thread one with target=crunch
      And an unstarted thread other with target=crunch
      And a task both that does:
        | one.start()   |
        | other.start() |
        | one.join()    |
        | other.join()  |
      When main runs both
      And 2s pass
      Then main was blocked for exactly 2s
      And crunch ran twice

  Rule: Who computes gives others their turn

    @GIL-003.a
    Scenario: Two threads that spin, each until the other has come by, both go on
      Given threads alpha and beta
      And a shared variable here starting at 0
      And a shared variable there starting at 0
      And a task go that does:
        | here.assign(1)             |
        | threadstone.spin(there, 1) |
      And a task come that does:
        | there.assign(1)           |
        | threadstone.spin(here, 1) |
      When alpha runs go
      Then alpha is blocked
      When beta runs come
      Then alpha and beta returned None

    @GIL-003.b
    Scenario: Two threads that compute do not keep a third from its work
      Given threads alpha, beta and gamma
      And a shared variable counter starting at 0
      When alpha computes for 1h
      And beta computes for 1h
      And gamma calls counter.increment(3)
      Then gamma returned None
      And alpha and beta are still blocked
      And the value of counter is 3

    @GIL-004.a
    Scenario: A thread that spins on a variable sees that another thread has changed it
      Given a thread alpha
      And a shared variable flag starting at 0
      When alpha spins until flag is 1
      Then alpha is blocked
      When main sets flag.value to 1
      Then alpha returned None
      And the value of flag is 1

    @GIL-009.a
    Scenario Outline: Who waits for the lock first waits one interval: <interval>
      Given threads alpha and beta
      And the switch interval is <interval>
      When alpha computes for 1h
      And beta calls time.sleep(1s)
      And 1s pass
      And <interval> pass
      Then beta returned None
      And beta was blocked for exactly <total>

      Examples:
        | case  | interval | total  |
        | short | 5ms      | 1.005s |
        | long  | 2s       | 3s     |

    @GIL-010.a
    Scenario: Two busy threads alternate, one switch interval each
      Given threads alpha and beta
      And the switch interval is 5ms
      When alpha and beta compute for 1s at the same time
      And 2s pass
      Then each of alpha and beta ran at least every 5ms
      And the GIL changed hands at least 390 times
      And the GIL changed hands at most 400 times

    @GIL-011.a
    Scenario: Each of three busy threads gets its turns
      Given threads alpha, beta and gamma
      When alpha, beta and gamma compute for 1s at the same time
      And 3s pass
      Then each of alpha, beta and gamma ran at least every 20ms
      And alpha was blocked for at least 1s

    @GIL-012.a
    Scenario: A thread that has slept goes on although another one computes
      Given threads alpha and beta
      When alpha computes for 1h
      And beta calls time.sleep(2s)
      And 2s pass
      Then beta returned None
      And alpha is still blocked

    @GIL-012.b
    Scenario: A thread that gets its lock goes on although another one computes
      Given threads alpha and beta
      And a Lock guard
      When main acquires guard
      And beta acquires guard
      And alpha computes for 1h
      And main releases guard
      Then beta returned True
      And alpha is still blocked

  Rule: The switch interval is a number of seconds that can be set

    @GIL-005.a
    Scenario Outline: An interval of <seconds> seconds is read back as it was set
      When main calls sys.setswitchinterval(<seconds>)
      Then main returned None
      When main calls sys.getswitchinterval()
      Then main returned <seconds>

      Examples:
        | case    | seconds |
        | shorter | 0.0005  |
        | longer  | 0.25    |
        | longest | 100.0   |

    @GIL-006.a
    Scenario: The interval is five milliseconds at first
      When main calls sys.getswitchinterval()
      Then main returned 0.005

    @GIL-007.a
    Scenario Outline: An interval of <value> is refused, and the old one stays
      When main calls sys.setswitchinterval(0.25)
      And main calls sys.setswitchinterval(<value>)
      Then main raised <error>
      When main calls sys.getswitchinterval()
      Then main returned 0.25

      Examples:
        | case     | value | error      |
        | zero     | 0     | ValueError |
        | negative | -1    | ValueError |
        | text     | '1'   | TypeError  |
        | nothing  | None  | TypeError  |

    @GIL-008.a
    Scenario: What one thread sets, all threads read
      Given threads alpha and beta
      When alpha calls sys.setswitchinterval(0.25)
      And beta calls sys.getswitchinterval()
      Then beta returned 0.25
      When main calls sys.getswitchinterval()
      Then main returned 0.25

    @GIL-008.b @GIL-009
    Scenario: What one thread sets is how long the others wait
      Given threads alpha, beta and gamma
      When gamma calls sys.setswitchinterval(2s)
      And alpha computes for 1h
      And beta calls time.sleep(1s)
      And 3s pass
      Then beta was blocked for exactly 3s

  Rule: Who waits does so without the lock

    @GIL-013.a
    Scenario: A sleeping thread lets others run
      Given threads alpha and beta
      And a shared variable counter starting at 0
      When alpha calls time.sleep(1h)
      And beta calls counter.increment(2)
      Then beta returned None
      And the value of counter is 2
      And alpha is still blocked

    @GIL-013.b
    Scenario: A thread computes while another one sleeps, in the same time
      Given threads alpha and beta
      And a task nap that does:
        | time.sleep(2s) |
      When alpha runs nap
      And beta computes for 2s
      And 2s pass
      Then alpha and beta returned None
      And beta was blocked for exactly 2s

    @GIL-014.a
    Scenario Outline: A thread that waits for another by <call> lets that one run
      Given a thread alpha
      And a Lock guard
      And an Event ready
      And a Queue jobs
      When main acquires guard
      And alpha calls <call>
      Then alpha is blocked
      When main calls <end>
      Then alpha returned <result>

      Examples:
        | case        | call            | end               | result |
        | acquire     | guard.acquire() | guard.release()   | True   |
        | event wait  | ready.wait()    | ready.set()       | True   |
        | queue get   | jobs.get()      | jobs.put('first') | 'first' |

    @GIL-014.b
    Scenario: A thread that joins another lets that one run
      Given a thread alpha
      And a thread worker
      And a shared variable counter starting at 0
      When alpha joins worker
      And worker calls counter.increment(4)
      Then worker returned None
      And the value of counter is 4
      When worker finishes
      Then alpha returned None

    @GIL-014.c
    Scenario: A thread that waits on a condition lets the notifier run
      Given threads alpha and beta
      And a Condition ready
      When alpha acquires ready
      And alpha waits on ready
      Then alpha is blocked on ready
      When beta acquires ready
      And beta notifies 1 waiter of ready
      And beta releases ready
      Then alpha returned True

    @GIL-015.a
    Scenario: A thread that reads from an empty pipe lets the writer run
      Given a thread alpha
      When main calls threadstone.BytePipe() as pipe
      And alpha calls pipe.read(3)
      Then alpha is blocked on pipe
      When main calls pipe.write(3)
      Then main returned 3
      And alpha returned 3

    @GIL-015.b
    Scenario: A thread that writes to a full pipe lets the reader run
      Given a thread alpha
      When main calls threadstone.BytePipe() as pipe
      And alpha calls pipe.write(200000)
      Then alpha is blocked on pipe
      When main calls pipe.read(200000)
      Then main returned 200000
      And alpha returned 200000

    @GIL-016.a
    Scenario Outline: A thread that waits in <wait> lets its partner run
      Given a thread alpha
      When main calls threadstone.Connection() as connection
      And alpha calls connection.<wait>
      Then alpha is blocked on connection
      When main calls connection.<partner>
      Then main returned <count>
      And alpha returned <result>

      Examples:
        | case    | wait       | partner   | count | result |
        | accept  | accept()   | connect() | 1     | 1      |
        | receive | receive(5) | send(5)   | 5     | 5      |
        | select  | select()   | send(5)   | 5     | True   |

    @GIL-017.a
    Scenario: A thread that waits for a child process lets others run
      Given a thread alpha
      When main calls threadstone.Child() as child
      And alpha calls child.wait()
      Then alpha is blocked on child
      When main calls child.end()
      Then main returned None
      And alpha returned -9

    @GIL-018.a
    Scenario: A native computation that needs no objects leaves the lock to others
      Given threads alpha and beta
      And a shared variable counter starting at 0
      And a task digest that does:
        | threadstone.native_computation(2s) |
        | counter.increment(5)               |
      When alpha runs digest
      And beta computes for 2s
      And 2s pass
      Then alpha and beta returned None
      And beta was blocked for exactly 2s
      And the value of counter is 5

    @GIL-019.a
    Scenario: Threads that only wait take no longer than one of them
      Given threads alpha, beta, gamma and delta
      And a list finished
      And a task fetch that does:
        | threadstone.blocking_io(2s) |
        | finished.append(1)          |
      When alpha, beta, gamma and delta each run fetch once
      And 2s pass
      Then alpha, beta, gamma and delta returned None
      And delta was blocked for exactly 2s
      When main calls len(finished)
      Then main returned 4

    @GIL-019.b
    Scenario: A thread does blocking I/O while another one computes
      Given threads alpha and beta
      When alpha does blocking I/O for 2s
      And beta computes for 2s
      And 2s pass
      Then alpha and beta returned None
      And beta was blocked for exactly 2s
