Feature: What is one step, and what is several
  Source: Python FAQ, "What kinds of global value mutation are thread-safe?"; library reference 3.14, built-in types.
  Not here: how to guard what takes several steps (lock.feature, deadlock.feature).

  Background:
    Given threads alpha and beta

  Rule: A single operation on a list, dict or set is one step

    @GIL-021.a
    Scenario: Two appends at once both take effect
      Given a list items
      When alpha calls items.append(1) and beta calls items.append(2) under 100 schedules
      Then the outcomes of items are graded:
        | value  | grade       |
        | [1, 2] | interesting |
        | [2, 1] | interesting |

    @GIL-021.b
    Scenario: Many appends by three threads lose and duplicate nothing
      Given a thread gamma
      And a list items
      And a task fill that does:
        | items.append('one') |
      When alpha, beta and gamma each run fill 100 times
      And main calls len(items)
      Then main returned 300

    @GIL-022.a
    Scenario: Two threads that take an item each get different ones
      Given a list items
      When main calls items.append('first')
      And main calls items.append('second')
      And alpha calls items.pop() and beta calls items.pop() under 100 schedules
      Then the pairs of results are graded:
        | value               | grade       |
        | ('first', 'second') | interesting |
        | ('second', 'first') | interesting |

    @GIL-022.b
    Scenario: Threads that take all items leave none, and none is taken twice
      Given a list items
      And a task fill that does:
        | items.append(1) |
      And a task drain that does:
        | items.pop() |
      When main runs fill
      And alpha and beta each run fill 100 times
      And alpha and beta each run drain 100 times
      Then alpha and beta returned None
      When main calls items.pop()
      Then main returned 1
      When main calls items.pop()
      Then main raised IndexError

    @GIL-023.a
    Scenario: Two threads that store under different keys both take effect
      Given a dict registry
      When alpha calls registry.update(a=1) and beta calls registry.update(b=2) under 100 schedules
      Then the outcomes of registry are graded:
        | value            | grade    |
        | {'a': 1, 'b': 2} | required |

    @GIL-023.b
    Scenario: Of two threads that take the same key, one gets its value and the other the default
      Given a dict registry
      When main calls registry.update(key='value')
      And alpha calls registry.pop('key', None) and beta calls registry.pop('key', None) under 100 schedules
      Then the pairs of results are graded:
        | value           | grade       |
        | ('value', None) | interesting |
        | (None, 'value') | interesting |

    @GIL-023.c
    Scenario: Two threads that add to a set both take effect
      Given a set seen
      When alpha calls seen.add(1) and beta calls seen.add(2) under 100 schedules
      Then the outcomes of seen are graded:
        | value  | grade    |
        | [1, 2] | required |

    @GIL-024.a
    Scenario: Of two values that setdefault is given at once, both threads get the same
      Given a dict registry
      When alpha calls registry.setdefault('key', 1) and beta calls registry.setdefault('key', 2) under 100 schedules
      Then the pairs of results are graded:
        | value  | grade       |
        | (1, 1) | interesting |
        | (2, 2) | interesting |

    @GIL-031.a
    Scenario: Unsynchronized use by several threads leaves the containers usable
      Given a thread gamma
      And a list items
      And a dict registry
      And a set seen
      And a task churn that does:
        | items.append(1)           |
        | registry.update(key=1)    |
        | seen.add(1)               |
        | registry.setdefault('k', 2) |
        | seen.discard(1)           |
        | items.pop()               |
      When alpha, beta and gamma each run churn 100 times
      Then alpha, beta and gamma returned None
      When main calls registry.copy()
      Then main returned {'key': 1, 'k': 2}
      When main calls items.append('last')
      And main calls items.copy()
      Then main returned ['last']

  Rule: Several operations are several steps

    @GIL-025.a
    Scenario: Updates of a value that is read, changed and written back may be lost
      Given a shared variable counter starting at 0
      And a task bump that does:
        | read counter     |
        | add 1 to counter |
        | write counter    |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade       |
        | 2     | permitted   |
        | 1     | interesting |
        | 0     | forbidden   |

    @GIL-026.a
    Scenario: However many updates are lost, none is invented
      Given a thread gamma
      And a shared variable counter starting at 0
      And a task bump that does:
        | read counter     |
        | add 1 to counter |
        | write counter    |
      When alpha, beta and gamma each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade       |
        | 3     | interesting |
        | 2     | permitted   |
        | 1     | permitted   |

    @GIL-027.a
    Scenario: A line of code without calls and loops is not interrupted
      Given a shared variable counter starting at 0
      And a task bump that does:
        | counter.increment() |
      When alpha and beta each run bump under 200 schedules
      Then the outcomes of counter are graded:
        | value | grade     |
        | 2     | required  |
        | 1     | forbidden |

    @GIL-028.a
    Scenario: Several threads may find a key absent before one of them has put it there
      Given a dict registry
      And a list computed
      When alpha calls registry.get('key', 'absent')
      And beta calls registry.get('key', 'absent')
      Then alpha and beta returned 'absent'
      When alpha calls computed.append('by alpha')
      And beta calls computed.append('by beta')
      And alpha calls registry.update(key='by alpha')
      And beta calls registry.update(key='by beta')
      And main calls computed.copy()
      Then main returned ['by alpha', 'by beta']
      When main calls registry.copy()
      Then main returned {'key': 'by beta'}

  Rule: An iteration sees what other threads do

    @GIL-029.a
    Scenario Outline: An iteration over a <kind> fails once another thread has changed its size
      Given a <kind> things
      When main calls things.<put>
      And main calls iter(things) as iteration
      And alpha calls next(iteration)
      Then alpha returned 'a'
      When beta calls things.<more>
      And alpha calls next(iteration)
      Then alpha raised RuntimeError

      Examples:
        | case | kind | put         | more        |
        | dict | dict | update(a=1) | update(b=2) |
        | set  | set  | add('a')    | add('b')    |

    @GIL-030.a
    Scenario: An iteration over a list goes on when another thread appends, and sees it
      Given a list things
      When main calls things.append(1)
      And main calls iter(things) as iteration
      And alpha calls next(iteration)
      Then alpha returned 1
      When beta calls things.append(2)
      And alpha calls next(iteration)
      Then alpha returned 2
      When alpha calls next(iteration)
      Then alpha raised StopIteration
