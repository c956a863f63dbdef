Feature: Signals
  Source: Python library reference 3.14, signal, "Execution of Python signal handlers" and "Signals and threads".
  Not here: how each primitive's own wait meets a signal in detail (sync/*.feature), and death by a signal without a
  handler (shutdown.feature).

  Background:
    Given threads alpha and beta
    And a task note that returns None

  Rule: Handlers run in the main thread, whoever the signal was sent by or delivered to

    @SIGNAL-001.a
    Scenario Outline: The handler runs in the main thread when a worker sends the signal <way>
      When main installs note for SIGUSR1
      And main reads alpha.ident as ident
      And main calls os.getpid() as pid
      And alpha calls <call>
      And main calls threading.get_ident()
      Then note ran once
      And note ran in main

      Examples:
        | case        | way            | call                                      |
        | raised      | to itself      | signal.raise_signal(signal.SIGUSR1)       |
        | killed      | to the process | os.kill(pid, signal.SIGUSR1)              |
        | thread-kill | to its thread  | signal.pthread_kill(ident, signal.SIGUSR1) |

    @SIGNAL-017.a
    Scenario: Signal number zero only checks the thread that it is sent to
      When main installs note for SIGUSR1
      And main reads alpha.ident as ident
      And main calls signal.pthread_kill(ident, 0)
      Then main returned None
      And alpha is alive
      And note ran never

    @SIGNAL-017.b
    Scenario: Any live thread can be the target of a signal, and the handler runs in the main thread
      When main installs note for SIGUSR1
      And main reads alpha.ident as ident
      And beta calls signal.pthread_kill(ident, signal.SIGUSR1)
      And main calls threading.get_ident()
      Then beta returned None
      And note ran in main
      And alpha is alive

    @SIGNAL-016.a
    Scenario: A signal that was delivered to a worker is handled once the main thread's wait is over, if not before
      Given a Lock guard
      When main installs note for SIGUSR1
      And beta acquires guard
      And main acquires guard with timeout 2s
      And alpha calls signal.raise_signal(signal.SIGUSR1)
      And 2s pass
      Then main returned False
      And note ran once
      And note ran in main

    @SIGNAL-024.a
    Scenario: Several occurrences of a signal before the main thread's next checkpoint are handled at least once
      Given a task send that does:
        | signal.raise_signal(signal.SIGUSR1) |
        | signal.raise_signal(signal.SIGUSR1) |
        | signal.raise_signal(signal.SIGUSR1) |
      When main installs note for SIGUSR1
      And alpha runs send
      And main calls threading.get_ident()
      Then note ran at least once
      And note ran at most 3 times
      And note ran in main

  Rule: Only the main thread of the main interpreter changes how signals are handled

    @SIGNAL-002.a
    Scenario Outline: A worker cannot install <handler>, and the handler stays as it was
      Given a task other that returns None
      When main installs note for SIGUSR1
      And alpha calls signal.signal(signal.SIGUSR1, <handler>)
      Then alpha raised ValueError
      When SIGUSR1 arrives
      Then note ran once
      And other ran never

      Examples:
        | case     | handler        |
        | callable | other          |
        | default  | signal.SIG_DFL |
        | ignore   | signal.SIG_IGN |

    @SIGNAL-003.a
    Scenario: A worker cannot set the wakeup descriptor
      When alpha calls signal.set_wakeup_fd(-1)
      Then alpha raised ValueError
      When main calls signal.set_wakeup_fd(-1)
      Then main returned -1

    @SIGNAL-026.a
    Scenario: A subinterpreter cannot install a handler, not even on the initial thread
      Given a subinterpreter pocket
      When main installs note for SIGUSR1
      And main calls pocket.install_handler()
      Then main raised ValueError
      When SIGUSR1 arrives
      Then note ran once

  Rule: Handlers run between two operations of the main thread

    @SIGNAL-004.a
    Scenario: The handler has run before the main thread's next operation
      Given a task after that returns None
      And a task work that does:
        | signal.raise_signal(signal.SIGUSR1) |
        | after()                             |
      When main installs note for SIGUSR1
      And main runs work
      Then note ran before after
      And note ran in main

    @SIGNAL-004.b
    Scenario: The handler gets the number of its signal and the frame that it interrupts
      Given a task inner that does:
        | signal.raise_signal(signal.SIGUSR1) |
      And a task outer that does:
        | inner() |
      When main calls threadstone.HandlerRecord() as record
      And main calls signal.signal(signal.SIGUSR1, record)
      And main runs outer
      And main reads record.number
      Then main returned 10
      When main reads record.tasks
      Then main returned ['inner', 'outer']

    @SIGNAL-005.a
    Scenario: The handler runs while the main thread computes
      Given a shared variable seen starting at 0
      And a task see that does:
        | read seen     |
        | add 1 to seen |
        | write seen    |
      When main installs see for SIGUSR1
      And main spins until seen is 1
      And SIGUSR1 arrives
      Then main returned None
      And see ran once
      And see ran in main

    @SIGNAL-006.a
    Scenario: A signal that comes during a native operation is handled, at the latest, when that has returned
      When main installs note for SIGALRM
      And main calls signal.setitimer(signal.ITIMER_REAL, 1s)
      And main calls threadstone.compute_natively(2s)
      And 2s pass
      Then main returned None
      And note ran once
      And note ran in main

  Rule: An exception of a handler comes out of what the main thread was doing

    @SIGNAL-007.a
    Scenario: The main thread sees the handler's exception, and the workers do not
      Given a Lock guard
      And a ValueError called boom
      And a task handler
      When main installs handler for SIGUSR1
      And beta acquires guard
      And alpha acquires guard
      And main calls time.sleep(1h)
      And SIGUSR1 arrives
      And handler dies of boom
      Then main raised boom
      And alpha is still blocked
      When beta releases guard
      Then alpha returned True

    @SIGNAL-008.a
    Scenario: An interrupt raises KeyboardInterrupt in the main thread
      When main calls os.getpid() as pid
      And main calls time.sleep(1h)
      And alpha calls os.kill(pid, signal.SIGINT)
      Then alpha returned None
      And main raised KeyboardInterrupt

    @SIGNAL-009.a
    Scenario: Workers go on undisturbed when the main thread gets KeyboardInterrupt
      Given a Lock guard
      And a shared variable level starting at 0
      When main acquires guard
      And alpha acquires guard
      And beta spins until level is 1
      And main calls time.sleep(1h)
      And SIGINT arrives
      Then main raised KeyboardInterrupt
      And alpha is still blocked
      When main releases guard
      Then alpha returned True
      When main sets level.value to 1
      Then beta returned None

  Rule: A signal interrupts the main thread's waits, which go on when the handler has returned

    @SIGNAL-010.a
    Scenario: A handler that raises ends an acquire without the lock
      Given a Lock guard
      And a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And alpha acquires guard
      And main acquires guard with timeout 1h
      And SIGUSR1 arrives
      Then main raised ValueError
      When alpha releases guard
      Then guard is not locked

    @SIGNAL-011.a
    Scenario: An acquire goes on when the handler has returned, and succeeds later
      Given a Lock guard
      When main installs note for SIGUSR1
      And alpha acquires guard
      And main acquires guard
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When alpha releases guard
      Then main returned True

    @SIGNAL-012.a
    Scenario: However many signals are handled meanwhile, a timed acquire ends at its own time
      Given a Lock guard
      When main installs note for SIGUSR1
      And alpha acquires guard
      And main acquires guard with timeout 3s
      And 1s passes
      And SIGUSR1 arrives
      And 1s passes
      And SIGUSR1 arrives
      And 1s passes
      Then main returned False
      And main was blocked for exactly 3s

    @SIGNAL-013.a
    Scenario Outline: A handler that raises ends <call>
      Given a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And main calls alpha.<call>
      Then main is blocked on alpha
      When SIGUSR1 arrives
      Then main raised ValueError

      Examples:
        | case    | call     |
        | untimed | join()   |
        | timed   | join(1h) |

    @SIGNAL-013.b @since-3.13
    Scenario: The thread that the main thread was joining is alive and can be joined
      Given a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And main joins alpha
      And SIGUSR1 arrives
      Then main raised ValueError
      And alpha is alive
      When main joins alpha
      Then main is blocked on alpha
      When alpha finishes
      Then main returned None

    @SIGNAL-014.a
    Scenario Outline: A handler that raises ends <call>, and the event works as before
      Given an Event ready
      And a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And main calls ready.<call>
      Then main is blocked on ready
      When SIGUSR1 arrives
      Then main raised ValueError
      When main waits on ready
      And alpha sets ready
      Then main returned True

      Examples:
        | case    | call     |
        | untimed | wait()   |
        | timed   | wait(1h) |

    @SIGNAL-014.b
    Scenario Outline: A handler that raises ends <call> of a condition, which works as before
      Given a Condition ready
      And a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And main acquires ready
      And main calls ready.<call>
      And SIGUSR1 arrives
      Then main raised ValueError
      When main calls ready.<call>
      And alpha acquires ready
      And alpha notifies all waiters of ready
      And alpha releases ready
      Then main returned True

      Examples:
        | case    | call     |
        | untimed | wait()   |
        | timed   | wait(1h) |

    @SIGNAL-015.a
    Scenario: A sleep lets the handler run early and lasts as long as it was meant to
      When main installs note for SIGUSR1
      And main calls time.sleep(3s)
      And 1s passes
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When 2s pass
      Then main returned None
      And main was blocked for exactly 3s

    @SIGNAL-015.b
    Scenario: A handler that raises ends a sleep
      Given a task interrupt that raises ValueError
      When main installs interrupt for SIGUSR1
      And main calls time.sleep(1h)
      And SIGUSR1 arrives
      Then main raised ValueError

    @SIGNAL-015.c
    Scenario: A read lets the handler run and then gets the data that come
      When main calls threadstone.Pipe() as pipe
      And main installs note for SIGUSR1
      And main calls pipe.receive()
      And SIGUSR1 arrives
      Then note ran once
      And main is still blocked
      When alpha calls pipe.send(7)
      Then main returned 7

    @SIGNAL-023.a
    Scenario: A handler cannot obtain a lock that the interrupted code holds
      Given a Lock guard
      And a task handler
      When main installs handler for SIGUSR1
      And main acquires guard
      And main calls signal.raise_signal(signal.SIGUSR1)
      And handler acquires guard with timeout 2s
      And 2s pass
      Then handler returned False
      When handler finishes
      Then main returned None

    @SIGNAL-027.a
    Scenario: The wakeup descriptor gets the number of the signal while the main thread is blocked
      Given a Lock guard
      When main calls threadstone.Pipe() as pipe
      And main reads pipe.writer as writer
      And main calls signal.set_wakeup_fd(writer)
      And main installs note for SIGUSR1
      And beta acquires guard
      And alpha calls pipe.receive()
      And main acquires guard
      And SIGUSR1 arrives
      Then alpha returned 10
      And main is still blocked
      When beta releases guard
      Then main returned True

  Rule: The signal mask belongs to the thread

    @SIGNAL-018.a
    Scenario: A new thread starts with the mask of its creator, and keeps it when the creator changes its own
      Given an unstarted thread child
      When main calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And main starts child
      And main calls signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
      And child calls signal.pthread_sigmask(signal.SIG_BLOCK, []) as mask_of_child
      And main calls signal.pthread_sigmask(signal.SIG_BLOCK, []) as mask_of_main
      And main calls operator.contains(mask_of_child, signal.SIGUSR1)
      Then main returned True
      When main calls operator.contains(mask_of_main, signal.SIGUSR1)
      Then main returned False

    @SIGNAL-018.b
    Scenario: A thread that blocks a signal does not block it for others
      When alpha calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And alpha calls signal.pthread_sigmask(signal.SIG_BLOCK, []) as mask_of_alpha
      And beta calls signal.pthread_sigmask(signal.SIG_BLOCK, []) as mask_of_beta
      And main calls operator.contains(mask_of_alpha, signal.SIGUSR1)
      Then main returned True
      When main calls operator.contains(mask_of_beta, signal.SIGUSR1)
      Then main returned False

    @SIGNAL-019.a
    Scenario: A worker waits for a signal that all threads block, and no handler is called
      Given a thread gamma
      When main installs note for SIGUSR1
      And main calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And alpha calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And beta calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And gamma calls signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
      And gamma calls signal.sigwait([signal.SIGUSR1])
      Then gamma is blocked
      When SIGUSR1 arrives
      Then gamma returned 10
      And note ran never

  Rule: interrupt_main simulates an interrupt

    @SIGNAL-020.a
    Scenario: A worker interrupts the main thread
      When main calls time.sleep(2s)
      And alpha calls _thread.interrupt_main()
      And 2s pass
      Then alpha returned None
      And main raised KeyboardInterrupt

    @SIGNAL-020.b
    Scenario: The main thread interrupts itself
      When main calls _thread.interrupt_main()
      Then main raised KeyboardInterrupt

    @SIGNAL-021.a
    Scenario: The handler of the given signal is called
      When main installs note for SIGUSR1
      And main calls _thread.interrupt_main(signal.SIGUSR1)
      Then main returned None
      And note ran once
      And note ran in main

    @SIGNAL-021.b
    Scenario Outline: A simulated signal that is <state> does nothing
      When main installs note for SIGUSR1
      And main calls signal.signal(signal.SIGUSR1, <action>)
      And main calls _thread.interrupt_main(signal.SIGUSR1)
      Then main returned None
      When main installs note for SIGUSR1
      Then note ran never
      When SIGUSR1 arrives
      Then note ran once

      Examples:
        | case    | state               | action         |
        | ignored | ignored             | signal.SIG_IGN |
        | default | left to the default | signal.SIG_DFL |

    @SIGNAL-021.c
    Scenario Outline: A signal number out of range is refused
      When main calls _thread.interrupt_main(<number>)
      Then main raised ValueError

      Examples:
        | case     | number |
        | zero     | 0      |
        | negative | -1     |
        | large    | 1000   |

    @SIGNAL-022.a
    Scenario: A simulated interrupt comes no later than the end of the main thread's wait
      Given a Lock guard
      When beta acquires guard
      And main acquires guard with timeout 2s
      And alpha calls _thread.interrupt_main()
      And 2s pass
      Then main raised KeyboardInterrupt

  Rule: A program that is interrupted can end in good order

    @SIGNAL-025.a
    Scenario: The main thread catches the interrupt, stops its workers, joins them and exits
      Given an Event stop
      When alpha waits on stop
      And beta waits on stop
      And main calls time.sleep(1h)
      And SIGINT arrives
      Then main raised KeyboardInterrupt
      When main sets stop
      Then alpha and beta returned True
      When alpha finishes
      And beta finishes
      And main joins alpha
      And main joins beta
      And main calls sys.stdout.write('clean')
      And main finishes
      Then the interpreter has exited with status 0
      And standard output was 'clean'
