Feature: The low-level module _thread
  Source: Python library reference 3.14, _thread; threading.stack_size, threading.TIMEOUT_MAX; sys.thread_info.
  Not here: what dummy thread objects of such threads look like (identity.feature), interrupt_main
  (signals.feature).

  Rule: start_new_thread runs a function in a new thread

    @LOWLEVEL-001.a
    Scenario: The function gets its arguments, and the caller the identifier of the new thread
      Given a task job
      When main calls _thread.start_new_thread(job, (1, 'two'), {'size': 3}) as ident
      Then job was called with (1, 'two', size=3)
      And job ran in a thread of its own
      When job calls _thread.get_ident() as own_ident
      And main calls operator.eq(ident, own_ident)
      Then main returned True

    @LOWLEVEL-002.a
    Scenario Outline: start_new_thread(<arguments>) is refused and starts nothing
      Given a task job that returns None
      When main calls _thread.start_new_thread(<arguments>)
      Then main raised TypeError
      And job ran never

      Examples:
        | case                 | arguments    |
        | no function          | 5, ()        |
        | list of arguments    | job, [1]     |
        | no dict of arguments | job, (), [1] |

    @LOWLEVEL-003.a
    Scenario Outline: The thread ends silently when its function <ends>
      Given a task job
      And a task hook that returns None
      When main sets sys.unraisablehook to hook
      And main calls _thread.start_new_thread(job, ())
      And job <ends>
      And main finishes
      Then job ran once
      And hook ran never
      And the interpreter has exited with status 0
      And nothing was written to standard error

      Examples:
        | case       | ends                |
        | returns    | finishes            |
        | SystemExit | exits with status 3 |

    @LOWLEVEL-004.a
    Scenario: Of an error that escapes its function sys.unraisablehook hears, once
      Given a task job
      And a ValueError called boom
      And a list reports
      When main reads reports.append as record
      And main sets sys.unraisablehook to record
      And main calls _thread.start_new_thread(job, ())
      And job dies of boom
      And main calls len(reports)
      Then main returned 1
      When main calls reports.pop() as report
      Then the exc_value of report is boom

    @LOWLEVEL-004.b
    Scenario: threading.excepthook does not hear of it, and other threads go on
      Given a task job
      And a task hook that returns None
      And a task last_resort that returns None
      And a thread alpha
      And a ValueError called boom
      When main sets threading.excepthook to hook
      And main sets sys.unraisablehook to last_resort
      And main calls _thread.start_new_thread(job, ())
      And job dies of boom
      Then last_resort ran once
      And hook ran never
      And alpha is alive

    @LOWLEVEL-005.a
    Scenario Outline: exit raises SystemExit in <who>
      Given a thread worker
      When <who> calls _thread.exit()
      Then <who> raised SystemExit
      And worker is alive

      Examples:
        | case   | who    |
        | main   | main   |
        | worker | worker |

  Rule: The module shares its types and numbers with threading

    @LOWLEVEL-006.a
    Scenario Outline: <name> is a name of RuntimeError
      When main calls operator.is_(<name>, RuntimeError)
      Then main returned True
      When main calls operator.is_(<name>, ValueError)
      Then main returned False

      Examples:
        | case        | name                  |
        | error       | _thread.error         |
        | ThreadError | threading.ThreadError |

    @LOWLEVEL-007.a
    Scenario: allocate_lock makes a new lock, which is unlocked
      When main calls _thread.allocate_lock() as guard
      Then guard is not locked
      When main calls guard.acquire()
      And main calls _thread.allocate_lock() as other
      Then guard is locked
      And other is not locked

    @LOWLEVEL-007.b
    Scenario Outline: <call>() makes an instance of LockType
      When main calls <call>() as guard
      And main calls isinstance(guard, _thread.LockType)
      Then main returned True
      When main calls isinstance(5, _thread.LockType)
      Then main returned False

      Examples:
        | case          | call                  |
        | allocate_lock | _thread.allocate_lock |
        | Lock          | threading.Lock        |

    @LOWLEVEL-007.c
    Scenario: A condition takes such a lock
      Given a thread alpha
      When main calls _thread.allocate_lock() as guard
      And main calls threading.Condition(guard) as ready
      And alpha acquires ready
      And alpha waits on ready
      Then alpha is blocked on ready
      And guard is not locked

    @LOWLEVEL-008.a
    Scenario: threading.Lock is the type of locks
      Given a Lock guard
      When main calls isinstance(guard, threading.Lock)
      Then main returned True
      When main calls operator.is_(threading.Lock, _thread.LockType)
      Then main returned True
      When main calls isinstance(5, threading.Lock)
      Then main returned False

    @LOWLEVEL-008.b
    Scenario: No class can be derived from threading.Lock
      When main derives a class Mine from threading.Lock
      Then main raised TypeError

    @LOWLEVEL-009.a
    Scenario Outline: Both modules give the same <what>
      When main calls threading.<function>() as one
      And main calls _thread.<function>() as other
      And main calls operator.eq(one, other)
      Then main returned True
      When main calls operator.eq(one, 0)
      Then main returned False

      Examples:
        | case      | what                   | function      |
        | ident     | identifier             | get_ident     |
        | native id | number from the system | get_native_id |

    @LOWLEVEL-009.b
    Scenario: Both modules share the stack size setting
      When main calls threading.stack_size(262144)
      And main calls _thread.stack_size(1048576)
      Then main returned 262144
      When main calls threading.stack_size(0)
      Then main returned 1048576

    @LOWLEVEL-009.c
    Scenario: Both modules have the same longest timeout
      When main calls operator.eq(threading.TIMEOUT_MAX, _thread.TIMEOUT_MAX)
      Then main returned True
      When main calls operator.eq(threading.TIMEOUT_MAX, 0)
      Then main returned False

  Rule: The stack size is a setting for threads that are made later

    @LOWLEVEL-010.a
    Scenario: stack_size returns the setting that it replaces, 0 at first
      When main calls threading.stack_size(262144)
      Then main returned 0
      When main calls threading.stack_size(1048576)
      Then main returned 262144
      When main calls threading.stack_size(0)
      Then main returned 1048576

    @LOWLEVEL-011.a
    Scenario: Without argument stack_size resets the setting
      When main calls threading.stack_size(262144)
      And main calls threading.stack_size()
      Then main returned 262144
      When main calls threading.stack_size()
      Then main returned 0

    @LOWLEVEL-012.a
    Scenario Outline: A stack of <size> bytes is refused, and the setting stays
      When main calls threading.stack_size(262144)
      And main calls threading.stack_size(<size>)
      Then main raised ValueError
      When main calls threading.stack_size()
      Then main returned 262144

      Examples:
        | case     | size  |
        | 1        | 1     |
        | 4096     | 4096  |
        | 32767    | 32767 |
        | negative | -1    |

    @LOWLEVEL-013.a
    Scenario Outline: Threads run with a stack of <size> bytes
      Given a task job that returns None
      When main calls threading.stack_size(<size>)
      And main starts 8 threads with target job
      Then job ran 8 times
      When main calls threading.active_count()
      Then main returned 1

      Examples:
        | case    | size    |
        | 256 KiB | 262144  |
        | 1 MiB   | 1048576 |
        | 8 MiB   | 8388608 |

  Rule: TIMEOUT_MAX is the longest timeout

    @LOWLEVEL-014.a
    Scenario: TIMEOUT_MAX is positive, and an acquire takes it
      Given a Lock guard
      When main calls guard.acquire(timeout=threading.TIMEOUT_MAX)
      Then main returned True
      And guard is locked
      When main calls operator.gt(threading.TIMEOUT_MAX, 0)
      Then main returned True
      When main calls operator.gt(0, threading.TIMEOUT_MAX)
      Then main returned False

    @LOWLEVEL-014.b
    Scenario Outline: <call> refuses a timeout beyond TIMEOUT_MAX
      Given a Lock guard
      And an Event go
      And a Condition ready
      And a Semaphore permits with value=0
      And threads worker and alpha
      When alpha acquires guard
      And main acquires ready
      And main calls <call>(timeout=threading.TIMEOUT_MAX + 1)
      Then main raised OverflowError
      And guard is locked

      Examples:
        | case           | call            |
        | Lock.acquire   | guard.acquire   |
        | Thread.join    | worker.join     |
        | Event.wait     | go.wait         |
        | Condition.wait | ready.wait      |
        | Semaphore      | permits.acquire |

  Rule: sys.thread_info describes the implementation

    @LOWLEVEL-015.a
    Scenario: sys.thread_info has three fields
      When main reads sys.thread_info as info
      And main calls len(info)
      Then main returned 3

    @LOWLEVEL-015.b
    Scenario Outline: The <field> of sys.thread_info is <what>
      When main reads sys.thread_info as info
      And main reads info.<field> as described
      And main calls type(None) as none_type
      And main calls isinstance(described, <types>)
      Then main returned True
      When main calls isinstance(info, <types>)
      Then main returned False

      Examples:
        | case    | field   | what           | types                     |
        | name    | name    | a text         | builtins.str              |
        | lock    | lock    | a text or None | (builtins.str, none_type) |
        | version | version | a text or None | (builtins.str, none_type) |
