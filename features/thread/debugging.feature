Feature: Finding out what threads are doing
  Source: Python library reference 3.14, faulthandler; threading, "Thread Objects"; sys._current_frames.
  Not here: trace and profile functions (trace.feature), logging (logging.feature).

  Background:
    Given a Lock guard
    And a task defined as:
      """
      def hang():
          guard.acquire()
      """
    And a task defined as:
      """
      def outer():
          hang()
      """
    When main calls threadstone.ThreadDumps() as dumps

  Rule: faulthandler writes the stacks of threads, whatever they are doing

    @DEBUG-001.a
    Scenario: A dump shows every thread and marks the one that asked for it
      Given an unstarted thread worker with target=outer, daemon=True
      And a thread other
      When main acquires guard
      And main starts worker
      And other calls faulthandler.dump_traceback(file=dumps)
      And main calls dumps.threads()
      Then main returned 3
      When main calls dumps.functions_of(worker)
      Then main returned ['hang', 'outer']
      When main calls dumps.marks(other)
      Then main returned True
      When main calls dumps.marks(worker)
      Then main returned False

    @DEBUG-002.a
    Scenario: With all_threads false the dump is of the caller alone
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main calls faulthandler.dump_traceback(file=dumps, all_threads=False)
      And main calls dumps.threads()
      Then main returned 1
      When main calls dumps.shows(worker)
      Then main returned False

    @DEBUG-003.a
    Scenario: Of two threads in a deadlock each shows where it waits, the most recent call first
      Given a Lock other
      And a Barrier gate with parties=2
      And a task defined as:
        """
        def take_first():
            with guard:
                gate.wait()
                other.acquire()
        """
      And a task defined as:
        """
        def take_second():
            with other:
                gate.wait()
                hang()
        """
      And an unstarted thread alpha with target=take_first, daemon=True
      And an unstarted thread beta with target=take_second, daemon=True
      When main starts alpha
      And main starts beta
      And main calls faulthandler.dump_traceback(file=dumps)
      And main calls dumps.functions_of(alpha)
      Then main returned ['take_first']
      When main calls dumps.functions_of(beta)
      Then main returned ['hang', 'take_second']

    @DEBUG-004.a
    Scenario: A delayed dump comes after its timeout, again and again, although every thread is blocked
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main calls faulthandler.dump_traceback_later(2s, repeat=True, file=dumps)
      And 2s pass
      And main calls dumps.wait_for(1)
      Then main returned 1
      When 2s pass
      And main calls dumps.wait_for(2)
      Then main returned 2
      When main calls dumps.functions_of(worker)
      Then main returned ['hang', 'outer']
      When main calls faulthandler.cancel_dump_traceback_later()

    @DEBUG-004.b
    Scenario: A delayed dump that is cancelled before its time never comes
      Given a thread other
      When main calls faulthandler.dump_traceback_later(2s, file=dumps)
      And main calls faulthandler.cancel_dump_traceback_later()
      And 3s pass
      And main calls dumps.threads()
      Then main returned 0
      When main calls faulthandler.dump_traceback(file=dumps)
      And main calls dumps.threads()
      Then main returned 2

    @DEBUG-005.a
    Scenario: With exit requested the delayed dump ends the process with status 1
      When main calls faulthandler.dump_traceback_later(2s, exit=True)
      And main calls threadstone.wait_for_the_end()
      And 2s pass
      Then the interpreter has exited with status 1
      And standard error contains 'Timeout'

    @DEBUG-006.a
    Scenario: A registered signal dumps all threads and the program goes on
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main calls faulthandler.register(signal.SIGUSR1, file=dumps)
      And SIGUSR1 arrives
      And main calls dumps.wait_for(1)
      And main calls dumps.functions_of(worker)
      Then main returned ['hang', 'outer']
      When main calls faulthandler.unregister(signal.SIGUSR1)
      Then main returned True

    @DEBUG-007.a
    Scenario: A fatal signal is dumped before the process dies of it
      When main calls faulthandler.enable()
      And SIGABRT arrives
      Then the interpreter has exited with status -6
      And standard error contains 'Current thread'

    @DEBUG-007.b @GIL-001
    Scenario: With the interpreter lock the dump of a fatal signal shows all threads
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main calls faulthandler.enable()
      And SIGABRT arrives
      Then the interpreter has exited with status -6
      And standard error contains 'in outer'

    @DEBUG-008.a @FREETHREAD-003
    Scenario: Without the interpreter lock a fatal signal dumps the current thread alone
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main calls faulthandler.enable()
      And SIGABRT arrives
      Then the interpreter has exited with status -6
      And standard error contains 'Current thread'
      And standard error does not contain 'in outer'

  Rule: Threads can be told apart and found without their help

    @DEBUG-009.a
    Scenario: Every thread that is listed is found in a dump by its identifier
      Given an unstarted thread worker with target=outer, daemon=True, name='smith'
      And a task defined as:
        """
        def found():
            names = list()
            for thread in threading.enumerate():
                if thread.is_alive():
                    if dumps.shows(thread):
                        name = thread.name
                        names.append(name)
            return sorted(names)
        """
      When main acquires guard
      And main starts worker
      And main calls faulthandler.dump_traceback(file=dumps)
      And main runs found
      Then main returned ['MainThread', 'smith']

    @DEBUG-010.a
    Scenario: A stuck thread outlives a timed join, and its frames show where it waits
      Given an unstarted thread worker with target=outer, daemon=True
      When main acquires guard
      And main starts worker
      And main joins worker with timeout 2s
      And 2s pass
      Then main returned None
      And worker is alive
      When main calls threadstone.stack_of(worker)
      Then main returned ['hang', 'outer']
