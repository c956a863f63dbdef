Feature: Builds without the interpreter lock
  Source: Python library reference 3.14, sys; "Python support for free threading"; PEP 703.
  Not here: inherited contexts in detail (context.feature).

  Background:
    Given threads alpha and beta

  Rule: A program can tell what it runs on

    @FREETHREAD-001.a @FREETHREAD-004
    Scenario: In an ordinary build the lock is enabled, whoever asks
      When main calls sys._is_gil_enabled()
      Then main returned True
      When alpha calls sys._is_gil_enabled()
      Then alpha returned True
      When alpha calls sysconfig.get_config_var('Py_GIL_DISABLED')
      Then alpha returned 0

    @FREETHREAD-001.b @FREETHREAD-003
    Scenario: In a free-threaded build the lock is not enabled
      When main calls sys._is_gil_enabled()
      Then main returned False
      When alpha calls sys._is_gil_enabled()
      Then alpha returned False

    @FREETHREAD-002.a @FREETHREAD-004
    Scenario: An ordinary build was not configured to run without the lock
      When main calls sysconfig.get_config_var('Py_GIL_DISABLED')
      Then main returned 0

    @FREETHREAD-002.b @FREETHREAD-003
    Scenario: A free-threaded build was configured to run without the lock
      When main calls sysconfig.get_config_var('Py_GIL_DISABLED')
      Then main returned 1

    @FREETHREAD-003.a
    Scenario: The version of a free-threaded build says so
      When main reads sys.version
      Then main returned a text that contains 'free-threading build'

    @FREETHREAD-004.a
    Scenario Outline: An ordinary build is started with <arguments>: <answer>
      When main calls threadstone.start_python(<arguments>)
      Then main returned '<answer>'

      Examples:
        | case            | arguments              | answer  |
        | variable off    | variable='0'           | refused |
        | variable on     | variable='1'           | True    |
        | option off      | option='0'             | refused |
        | option on       | option='1'             | True    |
        | variable counts | variable='0', option='1' | refused |

    @FREETHREAD-005.a
    Scenario Outline: A free-threaded build started with <arguments> has the lock: <enabled>
      When main calls threadstone.start_python(<arguments>)
      Then main returned '<enabled>'

      Examples:
        | case            | arguments                | enabled |
        | neither         |                          | False   |
        | variable on     | variable='1'             | True    |
        | option on       | option='1'               | True    |
        | option over on  | variable='1', option='0' | False   |
        | option over off | variable='0', option='1' | True    |

    @FREETHREAD-006.a
    Scenario: Importing an extension that does not support it enables the lock, with a warning
      When main calls threadstone.import_extension()
      And main reads threadstone.warnings
      Then main returned ['RuntimeWarning']
      When alpha calls sys._is_gil_enabled()
      Then alpha returned True
      When alpha and beta compute for 1s at the same time
      And 2s pass
      Then alpha and beta returned None
      And at most 1 thread held the GIL at once

  Rule: Threads run at the same time

    @FREETHREAD-007.a
    Scenario: Two computations of a second each take one second
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
      And 1s pass
      Then main returned None
      And main was blocked for exactly 1s
      And crunch ran twice

    @FREETHREAD-009.a
    Scenario: Even a single line of code may be interrupted anywhere
      Given a shared variable counter starting at 0
      And a task bump that does:
        | counter.increment() |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade       |
        | 2     | interesting |
        | 1     | interesting |

    @FREETHREAD-010.a
    Scenario: A counter under a lock counts every update, with the interpreter lock and without
      Given a Lock guard
      And a shared variable counter starting at 0
      And a task bump that does:
        | acquire guard       |
        | counter.increment() |
        | release guard       |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade    |
        | 2     | required |

    @FREETHREAD-010.b
    Scenario: What a producer puts into a queue arrives whole and in order, with the interpreter lock and without
      Given a Queue jobs
      And a list taken
      And a task produce that does:
        | jobs.put('first')  |
        | jobs.put('second') |
      And a task consume that does:
        | jobs.get()            |
        | taken.append('one')   |
        | jobs.get()            |
        | taken.append('other') |
      When alpha runs produce and beta runs consume under 100 schedules
      Then the outcomes of taken are graded:
        | value            | grade    |
        | ['one', 'other'] | required |

  Rule: Each operation on a container stays whole

    @FREETHREAD-008.a
    Scenario: Two appends at once both take effect
      Given a list items
      When alpha calls items.append(1) and beta calls items.append(2) under 100 schedules
      Then the outcomes of items are graded:
        | value  | grade       |
        | [1, 2] | interesting |
        | [2, 1] | interesting |

    @FREETHREAD-008.b
    Scenario: Two threads that take an item each get different ones
      Given a list items
      When main calls items.append('first')
      And main calls items.append('second')
      And alpha calls items.pop() and beta calls items.pop() under 100 schedules
      Then the pairs of results are graded:
        | value               | grade       |
        | ('first', 'second') | interesting |
        | ('second', 'first') | interesting |

    @FREETHREAD-008.c
    Scenario: Of two values that setdefault is given at once, both threads get the same
      Given a dict registry
      When alpha calls registry.setdefault('key', 1) and beta calls registry.setdefault('key', 2) under 100 schedules
      Then the pairs of results are graded:
        | value  | grade       |
        | (1, 1) | interesting |
        | (2, 2) | interesting |

    @FREETHREAD-008.d
    Scenario: Two threads that add to a set both take effect
      Given a set seen
      When alpha calls seen.add(1) and beta calls seen.add(2) under 100 schedules
      Then the outcomes of seen are graded:
        | value  | grade    |
        | [1, 2] | required |

    @FREETHREAD-011.a
    Scenario: Two threads that share an iterator may get the same element
      Given a list items
      When main calls items.append('first')
      And main calls items.append('second')
      And main calls iter(items) as shared
      And alpha calls next(shared) and beta calls next(shared) under 200 schedules
      Then the pairs of results are graded:
        | value               | grade       |
        | ('first', 'second') | interesting |
        | ('second', 'first') | interesting |
        | ('first', 'first')  | interesting |

    @FREETHREAD-012.a
    Scenario: While a list is being sorted, other threads see it as empty
      Given a list items
      And a task key
      When main calls items.append(2)
      And main calls items.append(1)
      And alpha calls items.sort(key=key)
      And main calls len(items)
      Then main returned 0
      When key finishes with 2
      And key finishes with 1
      Then alpha returned None
      When main calls items.copy()
      Then main returned [1, 2]

  Rule: A new thread starts with its starter's context

    @FREETHREAD-013.a
    Scenario: A thread sees the value that its starter has set before
      Given a context variable user with default='nobody'
      And an unstarted thread worker
      When main sets user to 'ann'
      And main starts worker
      Then worker sees user as 'ann'
