Feature: Shutdown of queues
  Source: Python library reference 3.14, queue, "Terminating queues"; since Python 3.13.
  Not here: the shutdown of executors.

  Background:
    Given a Queue jobs
    And threads alpha and beta

    @QSHUT-005.a
    Scenario: What is in the queue can still be fetched, in the usual order
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And main shuts down jobs
      Then jobs is shut down
      When beta gets from jobs
      Then beta returned 'first'
      When beta gets from jobs
      Then beta returned 'second'

    @QSHUT-008.a
    Scenario: An immediate shutdown drops what is in the queue
      When alpha puts 'first' into jobs
      And alpha puts 'second' into jobs
      And main shuts down jobs immediately
      Then jobs holds 0 items
      When beta gets from jobs
      Then beta raised queue.ShutDown
