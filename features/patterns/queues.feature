Feature: Workers fed by a queue
  Patterns of producers and consumers around queue.Queue: sentinels, acknowledgement, back-pressure, shutdown.
  Source: articles 1 and 2; Python library reference 3.14, queue, with its examples.
  Not here: pools of the standard library (pools.feature) and stopping by an event (stopping.feature).

  Background:
    Given a Queue jobs
    And a list done

  @PATTERN-001.a
  Scenario: A consumer that loops until a sentinel processes what came before it, in order, and ends
    Given a task defined as:
      """
      def consume():
          while True:
              item = jobs.get()
              if item is None:
                  break
              done.append(item)
      """
    And an unstarted thread consumer with target=consume
    When main starts consumer
    And main puts 1 into jobs
    And main puts 2 into jobs
    And main puts 3 into jobs
    Then consumer is alive
    When main puts None into jobs
    Then consumer is finished
    When main calls done.copy()
    Then main returned [1, 2, 3]
