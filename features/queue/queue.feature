Feature: Queue
  Source: Python library reference 3.14, queue, "Queue Objects".
  Not here: shutdown, which is a feature of its own; multiprocessing.Queue.

  Background:
    Given threads alpha and beta

  Rule: Items come out in the order in which they were put in

    @QUEUE-001.a
    Scenario: The items of one producer come out in the order in which it put them
      Given a Queue jobs
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And alpha puts 'third' into jobs
      And beta gets from jobs
      Then beta returned 'first'
      When beta gets from jobs
      Then beta returned 'second'
      When beta gets from jobs
      Then beta returned 'third'

    @QUEUE-021.a
    Scenario: get returns the very object that was put
      Given a Queue jobs
      And an object token
      When alpha puts token into jobs
      Then alpha returned None
      When beta gets from jobs
      Then beta returned token

  Rule: A full queue makes producers wait

    @QUEUE-007.a
    Scenario: put waits while the queue is full and goes on after a get
      Given a Queue jobs with maxsize=1
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      Then alpha is blocked on jobs
      When beta gets from jobs
      Then beta returned 'first'
      And alpha returned None
      And jobs holds 1 item

    @QUEUE-037.a
    Scenario: Each get lets one waiting producer go on
      Given a Queue jobs with maxsize=1
      And a thread gamma
      When alpha puts 1 into jobs
      And alpha puts 2 into jobs
      And beta puts 3 into jobs
      And gamma puts 4 into jobs
      Then alpha, beta and gamma are blocked
      When main gets from jobs
      Then exactly 2 of alpha, beta and gamma are blocked
      And jobs is full

  Rule: An empty queue makes consumers wait

    @QUEUE-036.a
    Scenario: Each put lets one waiting consumer go on, with an item of its own
      Given a Queue jobs
      And a thread gamma
      When alpha, beta and gamma get from jobs in that order
      Then alpha, beta and gamma are blocked
      When main puts 'first' into jobs
      And main puts 'second' into jobs
      Then exactly 1 of alpha, beta and gamma is blocked
      And exactly 1 of alpha, beta and gamma returned 'first'
      And exactly 1 of alpha, beta and gamma returned 'second'
      And jobs is empty

  Rule: join waits until all items are done

    @QUEUE-030.a
    Scenario: An empty queue whose items are not done keeps join waiting
      Given a Queue jobs
      When alpha puts 'work' into jobs
      And beta gets from jobs
      And main joins jobs
      Then jobs is empty
      And main is blocked on jobs
      When beta marks a task of jobs done
      Then main returned None
