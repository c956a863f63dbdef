Feature: Sharing state between threads
  Caches, shards, locked objects, defensive copies and immutable data.
  Source: articles 3 to 5; Python library reference 3.14, threading and copy.
  Not here: the locks themselves (lock.feature, rlock.feature).

  Background:
    Given threads alpha and beta
    And a Lock guard

  Rule: A cache computes a key once only if check and computation are one step

    @PATTERN-024.a
    Scenario: Without a lock two threads that meet between check and store both compute
      Given a dict cache
      And a task compute
      And a task defined as:
        """
        def lookup():
            if 'key' not in cache:
                value = compute()
                cache['key'] = value
            return cache['key']
        """
      When alpha runs lookup
      And beta runs lookup
      Then compute ran twice
      When compute finishes with 'first'
      Then exactly 1 of alpha and beta returned 'first'
      And exactly 1 of alpha and beta is blocked

    @PATTERN-025.a
    Scenario: Under one lock the second caller waits and gets the object that the first one made
      Given a dict cache
      And an object made
      And a task compute
      And a task defined as:
        """
        def lookup():
            with guard:
                if 'key' not in cache:
                    value = compute()
                    cache['key'] = value
                return cache['key']
        """
      When alpha runs lookup
      And beta runs lookup
      Then alpha and beta are blocked
      When compute finishes with made
      Then alpha and beta returned made
      And compute ran once

    @PATTERN-025.b
    Scenario: However the threads take turns, a key is computed once under one lock
      Given a dict cache
      And a shared variable computations starting at 0
      And a task defined as:
        """
        def lookup():
            with guard:
                if 'key' not in cache:
                    computations.increment()
                    cache['key'] = 'value'
        """
      When alpha and beta each run lookup under 60 schedules
      Then the outcomes of computations are graded:
        | value | grade     |
        | 1     | required  |
        | 2     | forbidden |

    @PATTERN-026.a
    Scenario: However the threads take turns, the second check under the lock keeps the computation single
      Given a dict cache
      And a shared variable computations starting at 0
      And a task defined as:
        """
        def lookup():
            if 'key' not in cache:
                with guard:
                    if 'key' not in cache:
                        computations.increment()
                        cache['key'] = 'value'
        """
      When alpha and beta each run lookup under 60 schedules
      Then the outcomes of computations are graded:
        | value | grade     |
        | 1     | required  |
        | 2     | forbidden |

    @PATTERN-026.b
    Scenario: With double checking a value that exists is read while another thread holds the lock
      Given a dict cache
      And a task compute
      And a task defined as:
        """
        def lookup():
            if 'key' not in cache:
                with guard:
                    if 'key' not in cache:
                        value = compute()
                        cache['key'] = value
            return cache['key']
        """
      When alpha runs lookup
      And beta runs lookup
      Then alpha and beta are blocked
      When compute finishes with 'value'
      Then beta returned 'value'
      And compute ran once
      When main acquires guard
      And alpha runs lookup
      Then alpha returned 'value'

  Rule: Locks guard what they are meant to guard and no more

    @PATTERN-027.a
    Scenario: While one shard's lock is held, another shard is updated
      Given a Lock other
      And a list shard
      And a list other_shard
      And a task defined as:
        """
        def update():
            with guard:
                shard.append(1)
        """
      And a task defined as:
        """
        def update_other():
            with other:
                other_shard.append(2)
        """
      When main acquires guard
      And alpha runs update
      And beta runs update_other
      Then alpha is blocked
      And beta returned None
      When main calls other_shard.copy()
      Then main returned [2]

    @PATTERN-027.b
    Scenario: Updates of a shard under its own lock are exact, however the threads take turns
      Given a shared variable total starting at 0
      And a task defined as:
        """
        def update():
            with guard:
                total.read()
                total.add(1)
                total.write()
        """
      When alpha and beta each run update under 60 schedules
      Then the outcomes of total are graded:
        | value | grade     |
        | 2     | required  |
        | 1     | forbidden |

    @PATTERN-028.a
    Scenario: While one thread is in its slow part outside the lock, another one gets the lock at once
      Given a task compute
      And a list results
      And a task defined as:
        """
        def update():
            value = compute()
            with guard:
                results.append(value)
        """
      When alpha runs update
      And beta acquires guard without blocking
      Then beta returned True
      When compute finishes with 3
      Then alpha is blocked
      When beta releases guard
      And main calls results.copy()
      Then main returned [3]

    @PATTERN-028.b
    Scenario: With the slow part inside the lock the others wait for it
      Given a task compute
      And a list results
      And a task defined as:
        """
        def update():
            with guard:
                value = compute()
                results.append(value)
        """
      When alpha runs update
      And beta acquires guard
      Then beta is blocked on guard
      When compute finishes with 3
      Then beta returned True
      When main calls results.copy()
      Then main returned [3]

    @PATTERN-029.a
    Scenario: An operation that takes its own lock gives the same state as calls one after the other
      Given a shared variable hash starting at 1
      And a task defined as:
        """
        def rehash():
            with guard:
                for turn in range(2):
                    hash.read()
                    hash.add(3)
                    hash.write()
        """
      When alpha and beta each run rehash under 60 schedules
      Then the outcomes of hash are graded:
        | value | grade     |
        | 13    | required  |
        | 10    | forbidden |
        | 7     | forbidden |

  Rule: Copies protect state, immutable data needs no protection

    @PATTERN-030.a
    Scenario: An accessor that returns a deep copy protects nested state, one that returns the object does not
      Given a list numbers
      And a dict state with numbers=numbers
      And a task defined as:
        """
        def snapshot():
            copied = copy.deepcopy(state)
            return copied
        """
      And a task defined as:
        """
        def mutate(found):
            inner = found['numbers']
            inner.append(1)
            return len(inner)
        """
      When main calls snapshot() as copied
      And main calls mutate(copied)
      Then main returned 1
      When main calls len(numbers)
      Then main returned 0
      When main calls mutate(state)
      And main calls len(numbers)
      Then main returned 1

    @PATTERN-031.a
    Scenario Outline: A <kind> cannot be copied deeply
      Given a <kind> shared
      When main calls copy.deepcopy(shared)
      Then main raised TypeError
      When main calls copy.deepcopy([1, [2]])
      Then main returned [1, [2]]

      Examples:
        | kind  | case  |
        | Lock  | Lock  |
        | RLock | RLock |

    @PATTERN-038.a
    Scenario: Readers of data that nobody changes always see the same value
      Given a dict constants with answer=42
      And a shared variable readings starting at 0
      And a task defined as:
        """
        def read():
            for turn in range(2):
                value = constants['answer']
                if value == 42:
                    with guard:
                        readings.increment()
        """
      When alpha and beta each run read under 60 schedules
      Then the outcomes of readings are graded:
        | value | grade    |
        | 4     | required |
