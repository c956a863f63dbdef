Feature: Daemon threads
  Source: Python library reference 3.14, threading, "Thread Objects" (daemon).
  Not here: everything else that happens at interpreter shutdown (shutdown.feature).

  Rule: The daemon flag is inherited at construction unless it is given

    @DAEMON-001.a
    Scenario: A thread that main makes is no daemon
      When main calls threading.Thread() as worker
      Then worker is not daemonic

    @DAEMON-002.a
    Scenario Outline: A thread that is made by a thread with daemon=<flag> has the same flag, by Thread(<arguments>)
      Given a thread parent with daemon=<flag>
      When parent calls threading.Thread(<arguments>) as child
      Then the daemon of child is <flag>
      When main calls threading.Thread(<arguments>) as other
      Then other is not daemonic

      Examples:
        | case                 | flag  | arguments   |
        | daemon               | True  |             |
        | daemon, explicit     | True  | daemon=None |
        | not daemon           | False |             |
        | not daemon, explicit | False | daemon=None |

    @DAEMON-003.a
    Scenario: A daemon that starts a thread made by main does not make it a daemon
      Given a thread starter with daemon=True
      And an unstarted thread child
      When starter starts child
      Then starter returned None
      And child is alive
      And child is not daemonic

    @DAEMON-003.b
    Scenario: A thread made by a daemon and started by main is a daemon
      Given a thread maker with daemon=True
      When maker calls threading.Thread() as child
      And main calls child.start()
      Then main returned None
      And child is daemonic

    @DAEMON-004.a
    Scenario: An explicit False wins over a daemonic parent
      Given a thread parent with daemon=True
      When parent calls threading.Thread(daemon=False) as child
      Then child is not daemonic

    @DAEMON-004.b
    Scenario: An explicit True wins over a parent that is no daemon
      When main calls threading.Thread(daemon=True) as child
      Then child is daemonic
      When main calls threading.Thread() as other
      Then other is not daemonic

    @DAEMON-005.a
    Scenario: The flag can be set before the start, and holds
      Given an unstarted thread worker
      When main sets worker.daemon to True
      Then worker is daemonic
      When main sets worker.daemon to False
      Then worker is not daemonic
      When main sets worker.daemon to True
      And main starts worker
      Then worker is daemonic
      When main finishes
      Then the interpreter has exited with status 0

    @DAEMON-006.a
    Scenario: The flag of a running thread cannot be changed
      Given a thread worker
      When main sets worker.daemon to True
      Then main raised RuntimeError
      And worker is not daemonic

    @DAEMON-006.b
    Scenario: The flag of a finished thread cannot be changed
      Given a thread worker
      When worker finishes
      And main joins worker
      And main sets worker.daemon to True
      Then main raised RuntimeError
      And worker is not daemonic

    @DAEMON-007.a
    Scenario: The main thread is no daemon and cannot become one
      When main calls threading.main_thread() as chief
      Then chief is not daemonic
      When main sets chief.daemon to True
      Then main raised RuntimeError
      And chief is not daemonic

    @DAEMON-012.a
    Scenario: Where daemon threads are not allowed, none can be made
      Given a subinterpreter pocket with allow_daemon_threads=False
      When main calls pocket.create_daemon_thread()
      Then main raised RuntimeError
      When main calls pocket.set_daemon()
      Then main raised RuntimeError

  Rule: The interpreter exits without waiting for daemon threads

    @DAEMON-008.a
    Scenario: A daemon that waits for a lock does not delay the exit
      Given a Lock guard
      And a thread keeper with daemon=True
      When main acquires guard
      And keeper acquires guard
      Then keeper is blocked on guard
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @DAEMON-008.b
    Scenario: A daemon that sleeps does not delay the exit
      Given a thread keeper with daemon=True
      When keeper calls time.sleep(1h)
      Then keeper is blocked
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @DAEMON-008.c
    Scenario: The exit status is the one that main asked for
      Given a thread keeper with daemon=True
      When main exits with status 7
      Then the interpreter has exited with status 7
      And nothing was written to standard error

    @DAEMON-008.d
    Scenario: A daemon that computes does not delay the exit
      Given a shared variable level starting at 0
      And a thread keeper with daemon=True
      When keeper calls threadstone.spin(level, 1)
      Then keeper is blocked
      When main finishes
      Then the interpreter has exited with status 0
      And nothing was written to standard error

    @DAEMON-009.a
    Scenario: Daemons run on for as long as a thread that is no daemon is alive
      Given a Lock guard
      And a thread keeper with daemon=True
      And a thread worker
      When main finishes
      Then the interpreter has not exited
      When keeper acquires guard
      Then keeper returned True
      And guard is locked
      When worker finishes
      Then the interpreter has exited with status 0

    @DAEMON-010.a
    Scenario: The remaining statements of a daemon are not executed
      Given an Event go
      And a task rest that returns None
      And a task cut_short that does:
        | go.wait() |
        | rest()    |
      And a thread keeper with daemon=True
      When keeper runs cut_short
      Then keeper is blocked
      When main finishes
      Then the interpreter has exited with status 0
      And rest ran never

    @DAEMON-010.b
    Scenario: A daemon does not leave its with block
      Given a Lock guard
      And a task come that returns None
      And a task go_out that returns None
      And a task inside
      And a thread keeper with daemon=True
      When main derives a class Room from object whose __enter__ is come and __exit__ is go_out
      And main calls Room() as room
      And keeper runs inside in a with block of room
      Then come ran once
      When main finishes
      Then the interpreter has exited with status 0
      And go_out ran never

    @DAEMON-011.a
    Scenario: What a daemon has not flushed may be lost, or not
      Given a thread keeper with daemon=True
      When keeper calls sys.stdout.write('unfinished')
      And main finishes
      Then the interpreter has exited with status 0
      And standard output was '' or 'unfinished'
