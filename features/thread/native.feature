Feature: Native code and foreign threads
  Source: C API reference 3.14, "Thread State and the Global Interpreter Lock"; Python 3.15 for the guarded interface.
  Not here: how native code is written; extension modules; subinterpreters.

  Rule: A thread that native code made can run Python code

    @NATIVE-001.a
    Scenario: A native thread that calls back runs Python code in a thread of its own
      Given a thread alpha
      And a task job
      And a native thread visitor with target=job
      When main starts visitor
      And job calls threading.current_thread() as dummy
      And main calls threading.main_thread() as first
      Then job ran in a thread of its own
      And no two of first, alpha and dummy have the same ident
      When job calls threading.get_ident()
      Then job returned the ident of visitor

    @NATIVE-002.a
    Scenario: A foreign thread is a dummy: alive, a daemon, and not to be joined
      Given a task job
      And a native thread visitor with target=job
      When main starts visitor
      And job calls threading.current_thread() as dummy
      Then dummy is alive
      And dummy is daemonic
      And the name of dummy has the form Dummy-N
      When main calls dummy.join()
      Then main raised Exception

    @NATIVE-003.a
    Scenario: A foreign thread holds the lock from Ensure to Release, not before and not after
      Given a task job
      And a native thread visitor with target=job
      When main starts visitor
      And job calls threadstone.gil_held()
      Then job returned True
      When job finishes
      And main joins visitor
      And main reads visitor.held_outside
      Then main returned [False, False]

    @NATIVE-004.a
    Scenario: An inner Ensure says that the lock is held, and its Release leaves it held
      Given a task job
      And a native thread visitor with target=job
      When main starts visitor
      And job calls threadstone.gil_ensure()
      Then job returned True
      When job calls threadstone.gil_release()
      And job calls threadstone.gil_held()
      Then job returned True
      When job finishes
      And main joins visitor
      And main reads visitor.held_outside
      Then main returned [False, False]

    @NATIVE-005.a
    Scenario: Ensure and Release in a thread that runs Python code leave everything as it was
      When main calls threadstone.thread_state() as before
      And main calls threadstone.gil_ensure()
      Then main returned True
      When main calls threadstone.gil_ensure()
      And main calls threadstone.gil_release()
      And main calls threadstone.gil_release()
      And main calls threadstone.thread_state() as after
      And main calls operator.eq(before, after)
      Then main returned True
      When main calls threading.active_count()
      Then main returned 1

    @NATIVE-006.a
    Scenario: A foreign thread has no frames any more once it has left
      Given a task job
      And a native thread visitor with target=job, stays=True
      When main starts visitor
      And main reads visitor.ident as ident
      And main calls sys._current_frames() as frames
      And main calls operator.contains(frames, ident)
      Then main returned True
      When job finishes
      And main calls sys._current_frames() as frames_later
      And main calls operator.contains(frames_later, ident)
      Then main returned False
      When main calls visitor.let_go()
      And main joins visitor
      Then main returned None

    @NATIVE-007.a
    Scenario: A foreign thread keeps its thread-local values while it is attached; what it finds later is its affair
      Given a task first
      And a task second
      And a native thread visitor with target=first, again=second
      When main calls threading.local() as store
      And main starts visitor
      And first sets store.colour to 'red'
      And first reads store.colour
      Then first returned 'red'
      When first finishes
      And second sets store.colour to 'blue'
      And second reads store.colour
      Then second returned 'blue'

    @NATIVE-008.a
    Scenario: Foreign threads that call back at the same time all do their part
      Given a list entries
      And a task note that does:
        | entries.append(1) |
      When main calls threadstone.start_native_threads(20, note)
      And main calls len(entries)
      Then main returned 20
      And note ran 20 times

    @NATIVE-009.a
    Scenario: An error that escapes a foreign thread's callback is reported as unraisable, and ends nothing
      Given a task hook that returns None
      And a task failing that raises ValueError
      And a native thread visitor with target=failing
      When main sets sys.unraisablehook to hook
      And main starts visitor
      And main joins visitor
      Then hook ran once
      When main finishes
      Then the interpreter has exited with status 0

    @NATIVE-015.a
    Scenario: Native code gets the identifier that get_ident returns
      Given threads worker and other
      When worker calls threadstone.native_ident()
      Then worker returned the ident of worker
      And no two of worker and other have the same ident

  Rule: Native code decides whether others run meanwhile

    @NATIVE-010.a
    Scenario: Native code that allows threads lets another thread run
      Given a native gate gate
      And a task opener that does:
        | gate.open() |
      When main calls gate.wait_allowing_threads(opener)
      Then main returned True
      And opener ran once

    @NATIVE-011.a
    Scenario: Native code that keeps the lock keeps every other thread from running
      Given a native gate gate
      And a task opener that does:
        | gate.open() |
      When main calls gate.wait_holding_gil(opener, 2s)
      And 2s pass
      Then main returned False
      When main calls gate.wait()
      Then main returned True
      And opener ran once

    @NATIVE-012.a
    Scenario: The lock is let go for the region that allows threads, and taken again by the same thread state
      When main calls threadstone.thread_state() as before
      And main calls threadstone.gil_held_while_allowing_threads()
      Then main returned False
      When main calls threadstone.gil_held()
      Then main returned True
      When main calls threadstone.thread_state() as after
      And main calls operator.eq(before, after)
      Then main returned True

    @NATIVE-013.a
    Scenario: A pending call is made by the main thread, whoever queued it
      Given a thread alpha
      And a task note that returns None
      When alpha calls threadstone.add_pending_call(note)
      Then alpha returned True
      When main calls threading.active_count()
      Then note ran in main
      And note ran once

    @NATIVE-017.a
    Scenario: A number that nothing guards loses an update across a region that allows threads
      Given threads alpha and beta
      And a native gate gate
      And a native counter tally
      When alpha calls tally.add_one(gate)
      And beta calls tally.add_one(gate)
      And main calls gate.open()
      Then alpha and beta are not blocked
      And the value of tally is 1

  Rule: Once finalization has begun no foreign thread gets in

    @NATIVE-014.a
    Scenario: A foreign thread that comes back after finalization has begun runs no more Python code
      Given a native gate gate
      And a task late that returns None
      And a task visit that does:
        | gate.wait() |
        | late()      |
      And a native thread visitor with target=visit
      When main starts visitor
      And main calls gate.open_at_finalization()
      And main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error
      And visit ran once
      And late ran never

    @NATIVE-016.a
    Scenario: A guarded thread gets in while the interpreter runs, and is refused once it is being finalized
      Given a subinterpreter pocket
      And a task job that returns None
      When main calls pocket.attach_guarded(job)
      Then main returned True
      And job ran once
      When main calls pocket.finalize()
      And main calls pocket.attach_guarded(job)
      Then main returned False
      And job ran once
