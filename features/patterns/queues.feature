Feature: Workers fed by a queue
  Patterns of producers and consumers around queue.Queue: sentinels, acknowledgement, back-pressure, shutdown.
  Source: articles 1 and 2; Python library reference 3.14, queue, with its examples.
  Not here: pools of the standard library (pools.feature) and stopping by an event (stopping.feature).

  Background:
    Given a Queue jobs
    And a list done

  Rule: A sentinel ends one consumer, after all that was put before it

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
      When main puts 1 into jobs
      And main starts consumer
      And main puts 2 into jobs
      Then consumer is alive
      When main puts None into jobs
      And main puts 3 into jobs
      Then consumer is finished
      When main calls done.copy()
      Then main returned [1, 2]

    @PATTERN-002.a
    Scenario: Of three consumers two sentinels stop two, and the last one waits on
      Given a task defined as:
        """
        def consume():
            while True:
                item = jobs.get()
                if item is None:
                    break
        """
      And an unstarted thread alpha with target=consume
      And an unstarted thread beta with target=consume
      And an unstarted thread gamma with target=consume
      When main starts alpha
      And main starts beta
      And main starts gamma
      And main puts None into jobs
      And main puts None into jobs
      Then exactly 1 of alpha, beta and gamma is alive
      When main puts None into jobs
      Then alpha, beta and gamma are finished

    @PATTERN-003.a
    Scenario: A private object as the pill lets None and lookalikes travel as items
      Given an object pill
      And an object lookalike
      And a task defined as:
        """
        def consume():
            while True:
                item = jobs.get()
                if item is pill:
                    break
                done.append(item)
        """
      And an unstarted thread consumer with target=consume
      When main starts consumer
      And main puts None into jobs
      And main puts lookalike into jobs
      Then consumer is alive
      When main puts pill into jobs
      Then consumer is finished
      When main calls done.copy()
      Then main returned [None, lookalike]

  Rule: join counts what was acknowledged

    @PATTERN-004.a
    Scenario: A worker that acknowledges in a finally clause keeps the accounting right when processing fails
      Given a task defined as:
        """
        def process(item):
            if item == 2:
                raise ValueError
            done.append(item)
        """
      And a task defined as:
        """
        def work():
            while True:
                item = jobs.get()
                try:
                    process(item)
                except ValueError:
                    done.append('failed')
                finally:
                    jobs.task_done()
        """
      And an unstarted thread worker with target=work, daemon=True
      When main puts 1 into jobs
      And main puts 2 into jobs
      And main puts 3 into jobs
      And main starts worker
      And main joins jobs
      Then main returned None
      When main calls done.copy()
      Then main returned [1, 'failed', 3]

    @PATTERN-005.a
    Scenario: Without the finally clause one failure leaves join waiting for ever
      Given a thread waiter
      And a task defined as:
        """
        def process(item):
            if item == 2:
                raise ValueError
            done.append(item)
        """
      And a task defined as:
        """
        def work():
            while True:
                item = jobs.get()
                try:
                    process(item)
                    jobs.task_done()
                except ValueError:
                    done.append('failed')
        """
      And an unstarted thread worker with target=work, daemon=True
      When main puts 2 into jobs
      And main puts 3 into jobs
      And main starts worker
      And waiter joins jobs
      Then waiter is blocked on jobs
      And the unfinished_tasks of jobs is 1
      When main calls done.copy()
      Then main returned ['failed', 3]

    @PATTERN-006.a
    Scenario: A sentinel that is not acknowledged leaves a later join waiting
      Given a thread waiter
      And a task defined as:
        """
        def consume():
            while True:
                item = jobs.get()
                if item is None:
                    break
                done.append(item)
                jobs.task_done()
        """
      And an unstarted thread consumer with target=consume
      When main puts 1 into jobs
      And main puts None into jobs
      And main starts consumer
      Then consumer is finished
      When waiter joins jobs
      Then waiter is blocked on jobs
      And the unfinished_tasks of jobs is 1
      When main marks a task of jobs done
      Then waiter returned None

  Rule: A pool of workers on one queue processes each item exactly once

    @PATTERN-007.a
    Scenario: When the queue has been joined each item is processed once, and a sentinel for each worker ends them all
      Given a task defined as:
        """
        def work():
            while True:
                item = jobs.get()
                if item is None:
                    break
                done.append(item)
                jobs.task_done()
        """
      And an unstarted thread alpha with target=work
      And an unstarted thread beta with target=work
      And an unstarted thread gamma with target=work
      And a task defined as:
        """
        def coordinate():
            for item in range(100):
                jobs.put(item)
            jobs.join()
            finished = len(done)
            for worker in [alpha, beta, gamma]:
                jobs.put(None)
            for worker in [alpha, beta, gamma]:
                worker.join()
            return finished
        """
      When main starts alpha
      And main starts beta
      And main starts gamma
      And main runs coordinate
      Then main returned 100
      And alpha, beta and gamma are finished
      When main calls set(done) as distinct
      And main calls len(distinct)
      Then main returned 100

    @PATTERN-007.b
    Scenario: However two workers take turns, neither loses an item nor takes one twice
      Given a thread alpha
      And a thread beta
      And a Lock guard
      And a shared variable processed starting at 0
      And a task defined as:
        """
        def work():
            while True:
                try:
                    item = jobs.get(False)
                except queue.Empty:
                    break
                with guard:
                    processed.increment(item)
        """
      When main puts 1 into jobs
      And main puts 10 into jobs
      And main puts 100 into jobs
      And alpha and beta each run work under 60 schedules
      Then the outcomes of processed are graded:
        | value | grade    |
        | 111   | required |

    @PATTERN-008.a
    Scenario: Two workers have at most two items in hand
      Given a task process
      And a task defined as:
        """
        def work():
            while True:
                item = jobs.get()
                process(item)
        """
      And an unstarted thread alpha with target=work, daemon=True
      And an unstarted thread beta with target=work, daemon=True
      When main puts 1 into jobs
      And main puts 2 into jobs
      And main puts 3 into jobs
      And main starts alpha
      And main starts beta
      Then process ran twice
      When process finishes
      Then process ran 3 times

  Rule: A bounded queue holds a producer back

    @PATTERN-009.a
    Scenario: A fast producer is ahead by the capacity and what the consumer has in hand
      Given a Queue orders with maxsize=2
      And a task process
      And a task defined as:
        """
        def produce():
            for item in range(10):
                orders.put(item)
                done.append(item)
        """
      And a task defined as:
        """
        def consume():
            while True:
                item = orders.get()
                process(item)
        """
      And an unstarted thread consumer with target=consume, daemon=True
      And an unstarted thread producer with target=produce, daemon=True
      When main starts consumer
      And main starts producer
      And main calls done.copy()
      Then main returned [0, 1, 2]
      When process finishes
      And main calls done.copy()
      Then main returned [0, 1, 2, 3]

    @PATTERN-010.a
    Scenario Outline: A burst of a thousand against a stopped consumer leaves <stored> items in a queue with <limit>
      Given a Queue orders with <limit>
      And a task defined as:
        """
        def burst():
            for item in range(1000):
                orders.put(item)
        """
      And an unstarted thread producer with target=burst, daemon=True
      When main starts producer
      Then orders holds <stored> items
      And producer is <state>

      Examples:
        | case      | limit      | stored | state    |
        | bounded   | maxsize=20 | 20     | alive    |
        | unbounded | maxsize=0  | 1000   | finished |

  Rule: Shutting the queue down ends its workers

    @PATTERN-035.a
    Scenario: Workers finish what is left and leave on ShutDown, without sentinels
      Given a task defined as:
        """
        def work():
            while True:
                try:
                    item = jobs.get()
                except queue.ShutDown:
                    break
                done.append(item)
        """
      And a task defined as:
        """
        def fill():
            for item in range(20):
                jobs.put(item)
        """
      And an unstarted thread alpha with target=work
      And an unstarted thread beta with target=work
      When main runs fill
      And main shuts down jobs
      And main starts alpha
      And main starts beta
      Then alpha and beta are finished
      When main calls len(done)
      Then main returned 20
      When main calls set(done) as distinct
      And main calls len(distinct)
      Then main returned 20

    @PATTERN-035.b
    Scenario: Idle workers leave as soon as the queue is shut down
      Given a task defined as:
        """
        def work():
            while True:
                try:
                    item = jobs.get()
                except queue.ShutDown:
                    break
                done.append(item)
        """
      And an unstarted thread alpha with target=work
      And an unstarted thread beta with target=work
      When main starts alpha
      And main starts beta
      Then alpha and beta are alive
      When main shuts down jobs
      Then alpha and beta are finished
