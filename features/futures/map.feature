Feature: Executor.map
  Source: Python library reference 3.14, concurrent.futures, "Executor Objects" (map).
  Not here: pools themselves (thread_pool_executor.feature), the built-in map.

  Background:
    Given a ThreadPoolExecutor pool with max_workers=1
    And a ThreadPoolExecutor pair with max_workers=2
    And a task job

  Rule: map calls a function for each element, and gives the results in the order of the inputs

    @MAP-001.a
    Scenario: A result that is ready early waits for those before it
      Given a Lock guard
      And a thread alpha
      When main acquires guard
      And main reads guard.acquire as take
      And main calls pair.map(take, [True, True], [1h, 1s]) as results
      And alpha calls list(results)
      And 1s pass
      Then alpha is still blocked
      When main releases guard
      Then alpha returned [True, False]

    @MAP-002.a
    Scenario: Several iterables give one argument each, and the shortest one ends it
      When main calls pool.map(operator.pow, [2, 3, 4], [5, 6]) as results
      And main calls list(results)
      Then main returned [32, 729]

    @MAP-003.a
    Scenario: map takes all inputs and submits all calls before it returns
      Given a task supply
      When main calls iter(supply, 0) as inputs
      And main calls pool.map(job, inputs)
      Then main is blocked on pool
      When supply finishes with 7
      Then job was called with (7)
      And main is still blocked
      When supply finishes with 8
      And supply finishes with 0
      Then main is not blocked
      And supply ran 3 times
      When job finishes
      Then job ran twice

    @MAP-004.a
    Scenario: map returns while the calls still run, and they run although nobody asks for a result
      When main calls pool.map(job, [1, 2]) as results
      Then job was called with (1)
      When main shuts down pool without waiting
      Then main returned None
      When job finishes
      Then job ran twice

    @MAP-011.a
    Scenario Outline: chunksize=<size> changes nothing
      Given a task square that returns 49
      When main calls pool.map(square, [1, 2, 3], chunksize=<size>) as results
      And main calls list(results)
      Then main returned [49, 49, 49]
      And square ran 3 times

      Examples:
        | case | size |
        | 1    | 1    |
        | 3    | 3    |
        | 100  | 100  |

    @MAP-013.a
    Scenario: Without an iterable nothing is called
      When main calls pool.map(job) as results
      And main calls list(results)
      Then main returned []
      And job ran never

  Rule: An exception comes where its result would have come

    @MAP-005.a
    Scenario: Nobody hears of an exception whose result nobody takes
      Given a task failing that raises ValueError
      And a task block
      And a thread alpha
      When alpha runs block in a with block of pool
      And block calls pool.map(failing, [1, 2]) as results
      And block finishes
      Then alpha returned None
      And failing ran twice
      When alpha finishes
      And main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @MAP-006.a
    Scenario: The results before an exception are given, and then it is raised
      When main calls pool.map(operator.floordiv, [4, 9, 5], [2, 3, 0]) as results
      And main calls next(results)
      Then main returned 2
      When main calls next(results)
      Then main returned 3
      When main calls next(results)
      Then main raised ZeroDivisionError

    @MAP-007.a
    Scenario: After an exception there are no more results, and calls that have not begun are cancelled
      Given a KeyError called boom
      When main calls pool.map(job, [1, 2, 3]) as results
      And job dies of boom
      Then job ran twice
      When main calls next(results)
      Then main raised boom
      When main calls next(results)
      Then main raised StopIteration
      When job finishes
      Then job ran twice

    @MAP-012.a
    Scenario: An exception of an input is raised by map itself
      Given a task supply
      And a KeyError called boom
      When main calls iter(supply, 0) as inputs
      And main calls pool.map(job, inputs)
      And supply finishes with 7
      And supply dies of boom
      Then main raised boom

  Rule: A timeout counts from the call of map

    @MAP-008.a
    Scenario: When the time is up, results that are there are given, and a missing one is a TimeoutError
      When main calls pool.map(job, [1, 2], timeout=2s) as results
      And job finishes with 'there'
      And 2s pass
      And main calls next(results)
      Then main returned 'there'
      When main calls next(results)
      Then main raised concurrent.futures.TimeoutError

    @MAP-008.b
    Scenario: Who waits for a result waits for what is left of the time
      Given a thread alpha
      When main calls pool.map(job, [1], timeout=3s) as results
      And 1s pass
      And alpha calls next(results)
      And 1s pass
      Then alpha is still blocked
      When 1s pass
      Then alpha raised concurrent.futures.TimeoutError
      And alpha was blocked for at most 2s

    @MAP-009.a
    Scenario: A timeout cancels the calls that have not begun
      Given a task other
      When main calls pool.submit(job) as first
      And main calls pool.map(other, [1, 2], timeout=0) as results
      And main calls next(results)
      Then main raised concurrent.futures.TimeoutError
      When job finishes with 3
      Then other ran never
      When main takes the result of first
      Then main returned 3

  Rule: The iterator keeps no more than it needs

    @MAP-010.a
    Scenario: Closing the iterator after a result cancels the calls that have not begun
      When main calls pool.map(job, [1, 2, 3]) as results
      And job finishes with 'one'
      And main calls next(results)
      Then main returned 'one'
      When main calls results.close()
      And job finishes
      Then job ran twice

    @MAP-010.b
    Scenario: Dropping the iterator after a result cancels the calls that have not begun
      When main calls pool.map(job, [1, 2, 3]) as results
      And job finishes with 'one'
      And main calls next(results)
      Then main returned 'one'
      When main calls threadstone.drop('results')
      And main calls threadstone.is_reclaimed('results')
      Then main returned True
      When job finishes
      Then job ran twice

    @MAP-010.c
    Scenario: Closing an iterator that was never asked cancels nothing
      When main calls pool.map(job, [1, 2, 3]) as results
      And main calls results.close()
      And job finishes
      And job finishes
      Then job ran 3 times

    @MAP-016.a
    Scenario: A result that was given is no longer kept
      Given an object token
      And a task give
      When main calls pool.map(give, [1, 2]) as results
      And give finishes with token
      And main calls next(results)
      Then main returned token
      When main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned True
      When give finishes with 'last'
      And main calls next(results)
      Then main returned 'last'

  Rule: buffersize bounds how far the calls run ahead of the results

    @MAP-014.a
    Scenario: No more inputs are taken while the buffer is full, even if a result is ready
      Given a task supply that returns 7
      When main calls iter(supply, 0) as inputs
      And main calls pool.map(job, inputs, buffersize=2) as results
      Then supply ran twice
      When job finishes with 'one'
      Then supply ran twice
      When main calls next(results)
      Then main returned 'one'

    @MAP-014.b
    Scenario: With a buffersize the results keep the order of the inputs
      When main calls pair.map(operator.pow, [2, 3, 4, 5], [5, 4, 3, 2], buffersize=2) as results
      And main calls list(results)
      Then main returned [32, 81, 64, 25]

    @MAP-014.c
    Scenario: Inputs without end give one result after the other
      Given a task supply that returns 7
      And a task square that returns 49
      When main calls iter(supply, 0) as inputs
      And main calls pool.map(square, inputs, buffersize=1) as results
      And main calls next(results)
      And main calls next(results)
      And main calls next(results)
      Then main returned 49

    @MAP-015.a
    Scenario Outline: buffersize=<size> is refused by map itself
      When main calls pool.map(job, [1], buffersize=<size>)
      Then main raised <error>
      And job ran never

      Examples:
        | case     | size  | error      |
        | text     | 'foo' | TypeError  |
        | float    | 2.0   | TypeError  |
        | zero     | 0     | ValueError |
        | negative | -1    | ValueError |
