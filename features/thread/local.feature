Feature: Thread-local data
  Source: Python library reference 3.14, threading, "Thread-local data", and the documentation of _threading_local.
  Not here: context variables, which belong to tasks as well as to threads (context.feature).

  Background:
    Given threads alpha and beta
    And a local store

  Rule: Every thread has values of its own

    @LOCAL-001.a
    Scenario: Each thread reads the value that it has set itself
      When alpha sets store.value to 1
      And beta sets store.value to 2
      And main sets store.value to 3
      And alpha reads store.value
      And beta reads store.value
      And main reads store.value
      Then alpha returned 1
      And beta returned 2
      And main returned 3

    @LOCAL-001.b
    Scenario: Two objects keep their values apart
      Given a local other
      When alpha sets store.value to 1
      And alpha sets other.value to 2
      And alpha reads store.value
      Then alpha returned 1
      When alpha reads other.value
      Then alpha returned 2

    @LOCAL-002.a
    Scenario: What main has set is not there for another thread
      When main sets store.value to 1
      And alpha reads store.value
      Then alpha raised AttributeError
      When main reads store.value
      Then main returned 1

    @LOCAL-002.b
    Scenario: What another thread has set is not there for main
      When alpha sets store.value to 1
      And main calls hasattr(store, 'value')
      Then main returned False
      When main reads store.value
      Then main raised AttributeError

    @LOCAL-003.a
    Scenario: __dict__ is the dictionary of the thread that reads it
      When alpha sets store.value to 1
      And beta sets store.value to 2
      And alpha reads store.__dict__
      And beta reads store.__dict__
      Then alpha returned {'value': 1}
      And beta returned {'value': 2}

    @LOCAL-003.b
    Scenario: What is added to a thread's __dict__ becomes an attribute of that thread, whoever adds it
      When alpha reads store.__dict__ as values
      And beta calls values.update(value=7)
      And alpha reads store.value
      Then alpha returned 7
      When beta reads store.value
      Then beta raised AttributeError

    @LOCAL-004.a
    Scenario: Deleting an attribute leaves the values of other threads
      When main sets store.value to 1
      And alpha sets store.value to 2
      And alpha calls delattr(store, 'value')
      And alpha reads store.value
      Then alpha raised AttributeError
      When main reads store.value
      Then main returned 1

    @LOCAL-004.b
    Scenario: What a thread has not set it cannot delete
      When main sets store.value to 1
      And alpha calls delattr(store, 'value')
      Then alpha raised AttributeError
      When main reads store.value
      Then main returned 1

    @LOCAL-005.a
    Scenario: __dict__ cannot be replaced
      When alpha sets store.value to 1
      And alpha sets store.__dict__ to {'value': 2}
      Then alpha raised AttributeError
      When alpha reads store.value
      Then alpha returned 1

    @LOCAL-005.b
    Scenario: __dict__ cannot be deleted
      When alpha sets store.value to 1
      And alpha calls delattr(store, '__dict__')
      Then alpha raised AttributeError
      When alpha reads store.value
      Then alpha returned 1

    @LOCAL-013.a
    Scenario: Coroutines that take turns on one thread share its values
      Given a task first
      And a task second
      When alpha calls threadstone.interleave(first, second)
      And first sets store.value to 1
      And first finishes
      And second sets store.value to 2
      And second finishes
      And first reads store.value
      Then first returned 2

    @LOCAL-014.a
    Scenario: What one job leaves behind the next one on the same thread finds
      Given a task first
      And a task second
      When alpha runs first
      And first sets store.value to 5
      And first finishes
      And alpha runs second
      And second reads store.value
      Then second returned 5

    @LOCAL-014.b
    Scenario: What one task leaves behind the next one on the same worker of a pool finds
      Given a ThreadPoolExecutor pool with max_workers=1
      And a task first
      And a task second
      When main calls pool.submit(first)
      And first sets store.value to 5
      And first finishes
      And main calls pool.submit(second)
      And second reads store.value
      Then second returned 5
      When second finishes
      And main calls pool.shutdown()
      Then main returned None

    @LOCAL-015.a
    Scenario: A thread of the low-level module has values of its own too
      Given a task job
      When main sets store.value to 1
      And main calls _thread.start_new_thread(job, ())
      And job reads store.value
      Then job raised AttributeError
      When job sets store.value to 2
      And job reads store.value
      Then job returned 2
      When main reads store.value
      Then main returned 1

  Rule: A subclass is initialised in each thread that uses it

    @LOCAL-006.a
    Scenario: The constructor runs again, with the same arguments, when another thread first uses the object
      Given a task set_up
      When main derives a class Settings from threading.local whose __init__ is set_up
      And main calls Settings(1, size=2) as settings
      And set_up finishes
      Then set_up ran in main
      When alpha reads settings.value
      And set_up sets settings.value to 3
      And set_up finishes
      Then alpha returned 3
      And set_up ran twice
      And set_up was last called with (settings, 1, size=2)

    @LOCAL-006.b
    Scenario: The constructor runs once in a thread that uses the object, and never in one that does not
      Given a task set_up that returns None
      When main derives a class Settings from threading.local whose __init__ is set_up
      And main calls Settings() as settings
      And alpha sets settings.value to 1
      And alpha reads settings.value
      Then alpha returned 1
      And set_up ran twice

    @LOCAL-007.a
    Scenario: A class attribute is what a thread reads until it sets a value of its own
      When main calls type('Settings', (threading.local,), {'value': 7}) as settings_type
      And main calls settings_type() as settings
      And alpha sets settings.value to 1
      And alpha reads settings.value
      And beta reads settings.value
      Then alpha returned 1
      And beta returned 7

    @LOCAL-007.b
    Scenario: A method works on the values of the thread that calls it
      Given a task compute
      When main derives a class Settings from threading.local whose total is compute
      And main calls Settings() as settings
      And main sets settings.value to 1
      And alpha sets settings.value to 2
      And alpha calls settings.total()
      And compute reads settings.value
      Then compute returned 2
      And compute ran in alpha

    @LOCAL-008.a
    Scenario: Slots are shared by all threads
      When main calls type('Settings', (threading.local,), {'__slots__': ['shared']}) as settings_type
      And main calls settings_type() as settings
      And main sets settings.shared to 1
      And alpha sets settings.shared to 2
      And main reads settings.shared
      Then main returned 2

    @LOCAL-009.a
    Scenario Outline: local(<arguments>) is refused
      When main calls threading.local(<arguments>)
      Then main raised TypeError

      Examples:
        | case       | arguments |
        | positional | 1         |
        | keyword    | a=1       |

    @LOCAL-009.b
    Scenario: A subclass without a constructor of its own takes no arguments either
      When main calls type('Settings', (threading.local,), {'value': 7}) as settings_type
      And main calls settings_type(1)
      Then main raised TypeError

    @LOCAL-009.c
    Scenario: A subclass with a constructor of its own takes what that takes
      Given a task set_up that returns None
      When main derives a class Settings from threading.local whose __init__ is set_up
      And main calls Settings(1, a=2) as settings
      And main sets settings.value to 3
      And main reads settings.value
      Then main returned 3

  Rule: Values live as long as their thread and their object

    @LOCAL-010.a
    Scenario: A thread does not inherit the values of its creator
      Given an unstarted thread fresh
      When alpha sets store.value to 1
      And alpha starts fresh
      And fresh reads store.value
      Then fresh raised AttributeError

    @LOCAL-010.b
    Scenario: A thread does not inherit the values of one that has ended, even if it gets its identifier
      Given an unstarted thread second
      And an unstarted thread third
      When alpha sets store.value to 1
      And alpha finishes
      And main joins alpha
      And main starts second
      And second reads store.value
      Then second raised AttributeError
      When second sets store.value to 2
      And second finishes
      And main joins second
      And main starts third
      And third reads store.value
      Then third raised AttributeError

    @LOCAL-011.a
    Scenario: The values of a thread are released when it ends, and those of others stay
      Given an object token
      When main sets store.value to 1
      And alpha sets store.value to token
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When alpha finishes
      And main joins alpha
      And main calls threadstone.is_reclaimed('token')
      Then main returned True
      When main reads store.value
      Then main returned 1

    @LOCAL-012.a
    Scenario: Dropping the object releases the values of threads that still run
      Given an object token
      When alpha sets store.value to token
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When main calls threadstone.drop('store')
      And main calls threadstone.is_reclaimed('token')
      Then main returned True
      And alpha is alive

    @LOCAL-016.a
    Scenario: Main's values can still be read by finalizers at the exit of the interpreter
      When main sets store.value to 'still here'
      And main calls threadstone.write_in_finalizer(store, 'value')
      And main finishes
      And alpha finishes
      And beta finishes
      Then the interpreter has exited with status 0
      And standard output was 'still here'
