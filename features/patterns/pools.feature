Feature: Patterns with a pool of threads
  Batches, fan-out and fan-in, partial failure and responsiveness with ThreadPoolExecutor.
  Source: articles 1 and 4; Python library reference 3.14, concurrent.futures, with its examples.
  Not here: the classes themselves (thread_pool_executor.feature, future.feature, map.feature).

  Background:
    Given a ThreadPoolExecutor pool with max_workers=4
    And a list done

  @PATTERN-018.a
  Scenario: A large batch is completed by the pool's few threads
    Given a list crowds
    And a task defined as:
      """
      def count(number):
          threads = threading.active_count()
          if threads > 5:
              crowds.append(threads)
          done.append(number)
      """
    And a task defined as:
      """
      def run_batch():
          for number in range(300):
              pool.submit(count, number)
          pool.shutdown()
          if 0 in done:
              return len(crowds)
      """
    When main runs run_batch
    Then main returned 0
    When main calls set(done) as distinct
    And main calls len(distinct)
    Then main returned 300

  @PATTERN-019.a
  Scenario: map and the list of futures collect results in the order of the inputs
    Given a task defined as:
      """
      def echo(number):
          return number
      """
    And a task defined as:
      """
      def collect():
          futures = list()
          for number in [3, 1, 2]:
              future = pool.submit(echo, number)
              futures.append(future)
          for future in futures:
              result = future.result()
              done.append(result)
      """
    When main calls pool.map(echo, [3, 1, 2]) as mapped
    And main calls list(mapped)
    Then main returned [3, 1, 2]
    When main runs collect
    And main calls done.copy()
    Then main returned [3, 1, 2]

  @PATTERN-019.b
  Scenario: as_completed collects them in the order of completion
    Given a task slow
    And a task quick
    When main calls pool.submit(slow) as first
    And main calls pool.submit(quick) as second
    And main calls concurrent.futures.as_completed([first, second]) as completed
    And quick finishes with 'quick'
    And main calls next(completed)
    Then main returned second
    When slow finishes with 'slow'
    And main calls next(completed)
    Then main returned first
    When main calls first.result()
    Then main returned 'slow'

  @PATTERN-020.a
  Scenario: Failures of some tasks affect no other, and every one is reported
    Given a list futures
    And a list failures
    And a task defined as:
      """
      def risky(number):
          if number in [0, 5, 10, 15]:
              raise ValueError
          return number
      """
    And a task defined as:
      """
      def run_batch():
          for number in range(20):
              future = pool.submit(risky, number)
              futures.append(future)
          for future in concurrent.futures.as_completed(futures):
              try:
                  number = future.result()
                  done.append(number)
              except ValueError:
                  failures.append(future)
          return len(failures)
      """
    When main runs run_batch
    Then main returned 4
    When main calls sorted(done)
    Then main returned [1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19]

  @PATTERN-037.a
  Scenario: The coordinator stays responsive while every worker is held
    Given a task job
    And a ThreadPoolExecutor small with max_workers=2
    When main calls small.submit(job)
    And main calls small.submit(job)
    And main calls small.submit(job) as third
    Then job ran twice
    When main calls done.append('progress')
    And main calls third.done()
    Then main returned False
    When job finishes with 1
    Then job ran 3 times
    When main calls done.copy()
    Then main returned ['progress']
