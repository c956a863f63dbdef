Feature: Stopping threads cooperatively
  Patterns around a stop event: workers that look at it, servers with start and stop, interruption, exit.
  Source: articles 1 to 3; Python library reference 3.14, threading.
  Not here: sentinels in queues (queues.feature) and pools (pools.feature).

  Background:
    Given an Event stop
    And a Queue jobs
    And a list done

  Rule: A worker that looks at a stop event ends after the unit of work in hand

    @PATTERN-011.a
    Scenario: Once the event is set, the unit in hand is the last one
      Given a task unit
      And a task defined as:
        """
        def work():
            while not stop.is_set():
                unit()
        """
      And an unstarted thread worker with target=work
      When main starts worker
      Then unit ran once
      When main sets stop
      Then worker is alive
      When unit finishes
      Then worker is finished
      And unit ran once
      When main joins worker
      Then main returned None

    @PATTERN-012.a
    Scenario: An idle worker in an untimed get does not see the event, one in a timed get does
      Given a task defined as:
        """
        def wait_untimed():
            while not stop.is_set():
                item = jobs.get()
        """
      And a task defined as:
        """
        def wait_timed():
            while not stop.is_set():
                try:
                    item = jobs.get(timeout=2s)
                except queue.Empty:
                    continue
        """
      And an unstarted thread patient with target=wait_untimed, daemon=True
      And an unstarted thread watchful with target=wait_timed, daemon=True
      When main starts patient
      And main starts watchful
      And main sets stop
      And 2s pass
      Then watchful is finished
      And patient is alive
      When main puts 1 into jobs
      Then patient is finished

    @PATTERN-013.a
    Scenario: After stop has returned the component's thread has ended and nothing goes on
      Given a task step
      And a task defined as:
        """
        def run():
            while not stop.is_set():
                step()
        """
      And an unstarted thread worker with target=run
      And a task defined as:
        """
        def stop_component():
            stop.set()
            worker.join()
        """
      When main starts worker
      Then step ran once
      When main runs stop_component
      Then main is blocked
      When step finishes
      Then main returned None
      And worker is finished
      And step ran once

    @PATTERN-022.a
    Scenario Outline: Thread has no <operation>
      Given a thread worker
      When main calls hasattr(worker, '<operation>')
      Then main returned False
      When main calls hasattr(worker, 'join')
      Then main returned True
      And worker is alive

      Examples:
        | case      | operation |
        | kill      | kill      |
        | stop      | stop      |
        | terminate | terminate |
        | cancel    | cancel    |
        | interrupt | interrupt |

    @PATTERN-022.b
    Scenario: A busy thread runs on through a timed join until its own flag is set
      Given a task unit
      And a task defined as:
        """
        def work():
            while not stop.is_set():
                unit()
        """
      And an unstarted thread worker with target=work
      When main starts worker
      And main joins worker with timeout 2s
      And 2s pass
      Then main returned None
      And worker is alive
      When main sets stop
      And unit finishes
      Then worker is finished

    @PATTERN-023.a
    Scenario: A timed join and is_alive expose a stuck worker without blocking the coordinator for good
      Given a Lock guard
      And a task defined as:
        """
        def work():
            with guard:
                done.append('done')
        """
      And an unstarted thread worker with target=work
      When main acquires guard
      And main starts worker
      And main joins worker with timeout 2s
      Then main is blocked
      When 2s pass
      And main calls worker.is_alive()
      Then main returned True
      When main releases guard
      And main joins worker
      And main calls worker.is_alive()
      Then main returned False

    @PATTERN-039.a
    Scenario Outline: A worker that holds a resource in a <form> releases it before join returns
      Given a Lock resource
      And a task unit
      And a task defined as:
        """
        def by_with():
            with resource:
                while not stop.is_set():
                    unit()
        """
      And a task defined as:
        """
        def by_finally():
            resource.acquire()
            try:
                while not stop.is_set():
                    unit()
            finally:
                resource.release()
        """
      And an unstarted thread worker with target=<task>
      When main starts worker
      Then resource is locked
      When main sets stop
      And unit finishes
      And main joins worker
      Then resource is not locked
      And worker is finished

      Examples:
        | case    | form         | task       |
        | with    | with block   | by_with    |
        | finally | finally      | by_finally |

  Rule: A threaded server is started, given jobs, and stopped

    @PATTERN-014.a
    Scenario: Every submitted job runs exactly once, in one of the named workers
      Given a list names
      And a task defined as:
        """
        def serve():
            while not stop.is_set():
                number = jobs.get()
                thread = threading.current_thread()
                name = thread.name
                names.append(name)
                done.append(number)
                jobs.task_done()
        """
      And a task defined as:
        """
        def submit_all():
            for number in range(50):
                jobs.put(number)
            jobs.join()
            for name in names:
                if name not in ['worker-0', 'worker-1']:
                    return name
            distinct = set(done)
            return len(distinct)
        """
      And an unstarted thread first with target=serve, name='worker-0', daemon=True
      And an unstarted thread second with target=serve, name='worker-1', daemon=True
      When main starts first
      And main starts second
      And main runs submit_all
      Then main returned 50
      When main calls len(done)
      Then main returned 50

    @PATTERN-015.a
    Scenario: stop returns when the idle workers and the busy one have ended, the running job completed
      Given a thread coordinator
      And a task job
      And a task defined as:
        """
        def serve():
            while not stop.is_set():
                item = jobs.get()
                if item is None:
                    break
                job()
                done.append(item)
        """
      And an unstarted thread alpha with target=serve
      And an unstarted thread beta with target=serve
      And a task defined as:
        """
        def stop_server():
            stop.set()
            jobs.put(None)
            jobs.put(None)
            alpha.join()
            beta.join()
            return done.copy()
        """
      When main starts alpha
      And main starts beta
      And main puts 'report' into jobs
      And coordinator runs stop_server
      Then coordinator is blocked
      And exactly 1 of alpha and beta is alive
      When job finishes
      Then coordinator returned ['report']
      And alpha and beta are finished

    @PATTERN-016.a
    Scenario: Jobs that wait when stop is called stay undone
      Given a task job
      And a task defined as:
        """
        def serve():
            while not stop.is_set():
                item = jobs.get()
                job(item)
        """
      And an unstarted thread worker with target=serve
      When main puts 1 into jobs
      And main puts 2 into jobs
      And main puts 3 into jobs
      And main starts worker
      And main sets stop
      And job finishes
      Then worker is finished
      And job ran once
      And jobs holds 2 items

    @PATTERN-017.a
    Scenario: A job that raises ends its worker through the excepthook; it is counted, and the other worker goes on
      Given a task hook
      And a task defined as:
        """
        def serve():
            while not stop.is_set():
                item = jobs.get()
                try:
                    if item == 'bad':
                        raise ValueError
                    done.append(item)
                finally:
                    jobs.task_done()
        """
      And an unstarted thread alpha with target=serve, daemon=True
      And an unstarted thread beta with target=serve, daemon=True
      When main sets threading.excepthook to hook
      And main starts alpha
      And main starts beta
      And main puts 'bad' into jobs
      And hook finishes
      Then hook ran once
      And exactly 1 of alpha and beta is alive
      When main puts 'good' into jobs
      And main joins jobs
      And main calls done.copy()
      Then main returned ['good']

    @PATTERN-036.a
    Scenario: With a thread for each client a slow one does not delay the others
      Given a task compute_slowly
      And a task defined as:
        """
        def handle(client):
            if client == 'slow':
                compute_slowly()
            done.append(client)
        """
      And a task defined as:
        """
        def serve():
            while True:
                client = jobs.get()
                handler = threading.Thread(target=handle, args=(client,))
                handler.start()
        """
      And an unstarted thread server with target=serve, daemon=True
      When main starts server
      And main puts 'slow' into jobs
      And main puts 'quick' into jobs
      And main calls done.copy()
      Then main returned ['quick']
      When compute_slowly finishes
      And main calls done.copy()
      Then main returned ['quick', 'slow']

  Rule: Failures of a plain thread stay there unless they are handed over

    @PATTERN-021.a
    Scenario: join of a failed thread raises nothing
      Given a task hook that returns None
      And a thread worker
      And a ValueError called boom
      When main sets threading.excepthook to hook
      And worker dies of boom
      And main joins worker
      Then main returned None
      And worker is finished
      And hook ran once

    @PATTERN-021.b
    Scenario: An exception that the worker puts into a queue arrives as the very object that was raised
      Given a task fetch
      And a ValueError called boom
      And a task defined as:
        """
        def work():
            try:
                fetch()
            except ValueError as error:
                jobs.put(error)
        """
      And an unstarted thread worker with target=work
      When main starts worker
      And fetch dies of boom
      And main joins worker
      And main gets from jobs
      Then main returned boom

  Rule: Interruption and exit

    @PATTERN-032.a
    Scenario: An interrupted main thread sets the stop event and joins, and the process exits cleanly
      Given a Lock idle
      And a task farewell that returns None
      And a task defined as:
        """
        def work():
            stop.wait()
            farewell()
        """
      And an unstarted thread worker with target=work
      And a task defined as:
        """
        def run():
            try:
                idle.acquire()
            except KeyboardInterrupt:
                stop.set()
                worker.join()
                return 'interrupted'
        """
      When main acquires idle
      And main starts worker
      And main runs run
      And SIGINT arrives
      Then main returned 'interrupted'
      And farewell ran once
      When main finishes
      Then the interpreter has exited with status 0

    @PATTERN-033.a
    Scenario: A daemon consumer may leave items behind when the program ends
      Given a task process
      And a task defined as:
        """
        def consume():
            while True:
                item = jobs.get()
                process(item)
        """
      And an unstarted thread consumer with target=consume, daemon=True
      When main puts 1 into jobs
      And main puts 2 into jobs
      And main starts consumer
      And main finishes
      Then the interpreter has exited with status 0
      And process ran once

    @PATTERN-034.a
    Scenario: A consumer that is no daemon processes all before its pill, although main has finished
      Given a task begin
      And a task process that returns None
      And a task defined as:
        """
        def consume():
            begin()
            while True:
                item = jobs.get()
                if item is None:
                    break
                process(item)
        """
      And an unstarted thread consumer with target=consume
      When main starts consumer
      And main puts 1 into jobs
      And main puts 2 into jobs
      And main puts None into jobs
      And main finishes
      Then the interpreter has not exited
      When begin finishes
      Then the interpreter has exited with status 0
      And process ran twice
