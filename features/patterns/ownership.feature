Feature: Components that own threads
  What a component that starts threads owes to whoever uses it: start on request, stop for good, restart by a new one.
  Source: articles 2 and 3; Python library reference 3.14, threading, "Thread Objects".
  Not here: stopping a single worker (stopping.feature).

  Background:
    Given an Event stop
    And a task step

  Rule: Threads start on request and end with stop

    @OWN-001.a
    Scenario: After stop has returned none of the component's threads is alive
      Given a task defined as:
        """
        def run():
            while not stop.is_set():
                step()
        """
      And an unstarted thread first with target=run
      And an unstarted thread second with target=run
      And a task defined as:
        """
        def stop_component():
            stop.set()
            first.join()
            second.join()
            return threading.active_count()
        """
      When main starts first
      And main starts second
      Then step ran twice
      When main runs stop_component
      Then main is blocked
      When step finishes
      Then main is blocked
      When step finishes
      Then main returned 1

    @OWN-002.a
    Scenario: Making a component starts nothing; its start does
      Given a task defined as:
        """
        def count_threads():
            before = threading.active_count()
            worker = threading.Thread(target=step, daemon=True)
            made = threading.active_count()
            worker.start()
            started = threading.active_count()
            return [before, made, started]
        """
      When main runs count_threads
      Then main returned [1, 1, 2]
      And step ran once

    @OWN-003.a
    Scenario: Stopping a component that was never started fails as joining its thread does
      Given an unstarted thread worker with target=step
      And a task defined as:
        """
        def stop_component():
            stop.set()
            worker.join()
        """
      When main runs stop_component
      Then main raised RuntimeError
      And stop is set

    @OWN-003.b
    Scenario: A guarded stop of a component that was never started returns
      Given an unstarted thread worker with target=step
      And a task defined as:
        """
        def stop_component():
            stop.set()
            if worker.is_alive():
                worker.join()
            return 'stopped'
        """
      When main runs stop_component
      Then main returned 'stopped'

    @OWN-004.a
    Scenario: A stopped component cannot be started again, a new one can
      Given an unstarted thread worker with target=step
      When main starts worker
      And step finishes
      And main joins worker
      And main starts worker
      Then main raised RuntimeError
      And step ran once
      When main calls threading.Thread(target=step) as successor
      And main calls successor.start()
      Then main returned None
      And step ran twice

  Rule: Shutdown is bounded and names who is stuck

    @OWN-005.a
    Scenario: A shutdown that joins each worker with a timeout names the stuck one, and only then closes what they share
      Given a Lock jammed
      And a list stuck
      And a list log
      And a task defined as:
        """
        def obey():
            stop.wait()
            log.append('ended')
        """
      And a task defined as:
        """
        def hang():
            with jammed:
                log.append('freed')
        """
      And an unstarted thread good with target=obey, name='good', daemon=True
      And an unstarted thread bad with target=hang, name='bad', daemon=True
      And a task defined as:
        """
        def shut_down():
            stop.set()
            good.join(timeout=1h)
            bad.join(timeout=2s)
            for worker in [good, bad]:
                if worker.is_alive():
                    name = worker.name
                    stuck.append(name)
            log.append('closed')
            return stuck.copy()
        """
      When main acquires jammed
      And main starts good
      And main starts bad
      And main runs shut_down
      Then main is blocked
      When 2s pass
      Then main returned ['bad']
      When main calls log.copy()
      Then main returned ['ended', 'closed']
