Feature: Timer
  Source: Python library reference 3.14, threading, "Timer Objects".
  Not here: what a timer shares with every thread (thread.feature, daemon.feature).

  Rule: A timer calls its function once, in a thread of its own, when its interval has passed

    @TIMER-001.a
    Scenario: A timer is a thread
      Given a task ring that returns None
      And a Timer alarm with interval=2s, function=ring
      When main calls isinstance(alarm, threading.Thread)
      Then main returned True
      When main calls issubclass(threading.Event, threading.Thread)
      Then main returned False

    @TIMER-002.a
    Scenario: A timer that was not started never calls its function
      Given a task ring that returns None
      And a Timer alarm with interval=1s, function=ring
      When 3s pass
      Then ring ran never
      And alarm is not alive

    @TIMER-003.a
    Scenario: The function is called when the interval has passed, not before
      Given a task ring that returns None
      And a Timer alarm with interval=3s, function=ring
      When main starts alarm
      And 1s pass
      Then ring ran never
      When 2s pass
      Then ring ran once

    @TIMER-004.a
    Scenario: However late, the call comes
      Given a task ring that returns None
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 5s pass
      Then ring ran once
      And alarm is finished

    @TIMER-005.a
    Scenario: start does not wait for the interval
      Given a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main starts alarm
      Then main returned None
      And alarm is alive
      And ring ran never

    @TIMER-006.a
    Scenario: The function runs in the thread of the timer
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      And ring calls threading.current_thread()
      Then ring returned alarm
      And ring ran in a thread of its own

    @TIMER-011.a
    Scenario: The function is called once and not again
      Given a task ring that returns None
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      Then ring ran once
      And alarm is finished
      When 3s pass
      Then ring ran once

    @TIMER-012.a
    Scenario: The function may start the next timer
      Given a task again that returns None
      And a Timer next_alarm with interval=1s, function=again
      And a task ring that does:
        | next_alarm.start() |
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      Then ring ran once
      And again ran never
      When 1s pass
      Then again ran once

    @TIMER-022.a
    Scenario: An interval of 0 calls at once
      Given a task ring that returns None
      And a Timer alarm with interval=0, function=ring
      When main starts alarm
      Then ring ran once

    @TIMER-023.a
    Scenario: A negative interval calls at once
      Given a task ring that returns None
      And a Timer alarm with interval=-1, function=ring
      When main starts alarm
      Then ring ran once

    @TIMER-027.a
    Scenario: Timers call in the order of their intervals
      Given a task early that returns None
      And a task late that returns None
      And a Timer slow with interval=20s, function=late
      And a Timer quick with interval=1s, function=early
      When main starts slow
      And main starts quick
      And 20s pass
      Then early ran before late

  Rule: The function gets the arguments that the timer was given

    @TIMER-007.a
    Scenario Outline: args may be a <container>
      Given a task ring that returns None
      And a Timer alarm with interval=0, function=ring, args=<args>, kwargs={'k': 2}
      When main starts alarm
      Then ring was called with (1, 'x', k=2)

      Examples:
        | case  | container | args     |
        | tuple | tuple     | (1, 'x') |
        | list  | list      | [1, 'x'] |

    @TIMER-008.a
    Scenario Outline: Timer(<arguments>) calls without arguments
      Given a task ring that returns None
      When main calls threading.Timer(<arguments>) as alarm
      And main starts alarm
      Then ring was called with ()

      Examples:
        | case    | arguments           |
        | default | 0, ring             |
        | None    | 0, ring, None, None |

    @TIMER-009.a
    Scenario: Changing the arguments of one timer does not touch another
      Given a task ring that returns None
      And a task chime that returns None
      And a Timer alarm with interval=0, function=ring
      And a Timer other with interval=0, function=chime
      When main reads alarm.args as given
      And main calls given.append(1)
      And main starts other
      Then chime was called with ()
      When main starts alarm
      Then ring was called with (1)

    @TIMER-010.a
    Scenario: The parameters may be given by name, in any order
      Given a task ring that returns None
      When main calls threading.Timer(function=ring, interval=0) as alarm
      And main starts alarm
      Then ring ran once

    @TIMER-010.b
    Scenario: Interval and function are required
      When main calls threading.Timer(1)
      Then main raised TypeError

    @TIMER-024.a
    Scenario Outline: An interval of <interval> fails in the timer's thread, through the excepthook
      Given a task ring that returns None
      And a task hook that returns None
      When main sets threading.excepthook to hook
      And main calls threading.Timer(<interval>, ring) as alarm
      And main starts alarm
      Then main returned None
      And hook ran once
      And ring ran never

      Examples:
        | case      | interval |
        | text      | 'x'      |
        | too large | 1e100    |

    @TIMER-029.a
    Scenario: A timer shows what it was made of, and calls with what it shows
      Given a task ring that returns None
      And a Timer alarm with interval=0, function=ring
      Then the interval of alarm is 0
      And the function of alarm is ring
      And the args of alarm is []
      And the kwargs of alarm is {}
      When main sets alarm.args to [1]
      And main starts alarm
      Then ring was called with (1)

  Rule: cancel stops a timer that is still waiting, and nothing else

    @TIMER-013.a
    Scenario: A timer that is cancelled while it waits ends at once and never calls
      Given a task ring that returns None
      And a Timer alarm with interval=2s, function=ring
      When main starts alarm
      Then alarm is alive
      When main calls alarm.cancel()
      Then main returned None
      And alarm is finished
      When 3s pass
      Then ring ran never

    @TIMER-014.a
    Scenario: A timer that was cancelled before its start ends at once and never calls
      Given a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main calls alarm.cancel()
      And main starts alarm
      And main joins alarm
      Then main returned None
      And alarm is finished
      And ring ran never

    @TIMER-015.a
    Scenario: cancel after the call has no effect
      Given a task ring that returns None
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      And main calls alarm.cancel()
      Then main returned None
      And ring ran once

    @TIMER-016.a
    Scenario: cancel does not interrupt the function
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      And main calls alarm.cancel()
      Then alarm is alive
      When ring calls alarm.is_alive()
      Then ring returned True
      When ring finishes
      Then alarm is finished

    @TIMER-017.a
    Scenario: cancel may be repeated, by any thread
      Given a thread alpha
      And a task ring that returns None
      And a Timer alarm with interval=2s, function=ring
      When main starts alarm
      And main calls alarm.cancel()
      And alpha calls alarm.cancel()
      Then alpha returned None
      And alarm is finished
      When 3s pass
      Then ring ran never

    @TIMER-017.b
    Scenario: The function may cancel its own timer
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And 1s pass
      And ring calls alarm.cancel()
      Then ring returned None
      When ring finishes
      Then alarm is finished

    @TIMER-030.a
    Scenario: finished is set when the function has returned, or by cancel
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      And a Timer other with interval=1h, function=ring
      When main reads alarm.finished as done
      Then done is not set
      When main starts alarm
      And 1s pass
      Then done is not set
      When ring finishes
      Then done is set
      When main calls other.cancel()
      And main reads other.finished as cancelled
      Then cancelled is set

    @TIMER-031.a
    Scenario: finished is never set if the function raises
      Given a task ring that raises KeyError
      And a task hook that returns None
      And a Timer alarm with interval=1s, function=ring
      When main sets threading.excepthook to hook
      And main starts alarm
      And main joins alarm
      And 1s pass
      Then alarm is finished
      When main reads alarm.finished as done
      Then done is not set

  Rule: Otherwise a timer is a thread

    @TIMER-018.a
    Scenario: A waiting timer cannot be started again
      Given a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main starts alarm
      And main starts alarm
      Then main raised RuntimeError

    @TIMER-018.b
    Scenario: Neither can one that was cancelled
      Given a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main starts alarm
      And main calls alarm.cancel()
      And main starts alarm
      Then main raised RuntimeError

    @TIMER-019.a
    Scenario: join waits until the function has returned
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      When main starts alarm
      And main joins alarm
      Then main is blocked on alarm
      When 1s pass
      Then main is still blocked
      When ring finishes
      Then main returned None

    @TIMER-019.b
    Scenario: join returns when the timer is cancelled
      Given a thread alpha
      And a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main starts alarm
      And main joins alarm
      Then main is blocked on alarm
      When alpha calls alarm.cancel()
      Then main returned None

    @TIMER-020.a
    Scenario: A timer is alive while it waits and while its function runs
      Given a task ring
      And a Timer alarm with interval=1s, function=ring
      Then alarm is not alive
      When main starts alarm
      Then alarm is alive
      When 1s pass
      Then alarm is alive
      When ring finishes
      Then alarm is not alive

    @TIMER-021.a
    Scenario: An error of the function goes to the excepthook, and nobody else is harmed
      Given a task ring that raises KeyError
      And a task hook that returns None
      And a Timer alarm with interval=0, function=ring
      When main sets threading.excepthook to hook
      And main starts alarm
      And main joins alarm
      Then main returned None
      And hook ran once
      And hook ran in ring

    @TIMER-025.a
    Scenario: A timer inherits the daemon flag, which is fixed once it has started
      Given a thread parent with daemon=True
      And a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      Then alarm is not daemonic
      When parent calls threading.Timer(1h, ring) as other
      Then other is daemonic
      When main starts alarm
      And main sets alarm.daemon to True
      Then main raised RuntimeError

    @TIMER-026.a
    Scenario: A waiting timer keeps the interpreter alive until it has called
      Given a task ring that returns None
      And a Timer alarm with interval=2s, function=ring
      When main starts alarm
      And main finishes
      Then the interpreter has not exited
      When 2s pass
      Then ring ran once
      And the interpreter has exited with status 0

    @TIMER-026.b
    Scenario: A waiting daemon timer does not
      Given a task ring that returns None
      And a Timer alarm with interval=1h, function=ring
      When main sets alarm.daemon to True
      And main starts alarm
      And main finishes
      Then the interpreter has exited with status 0
      And ring ran never

    @TIMER-028.a
    Scenario: A class may derive from Timer and override run
      Given a task repeat that returns None
      And a task ring that returns None
      When main derives a class Repeating from threading.Timer whose run is repeat
      And main calls Repeating(1h, ring) as alarm
      And main calls alarm.start()
      Then repeat was called with (alarm)
      And ring ran never
