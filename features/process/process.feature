Feature: Threads and processes
  Source: Python library reference 3.14, os, multiprocessing and threading; PEP 684.
  Not here: process pools, and what else happens at the end of a process (shutdown.feature).

  Background:
    Given threads alpha and beta

  Rule: The threads of a process share everything that the process has

    @PROCESS-001.a
    Scenario: A list that one thread changes is changed for all
      Given a list items
      When alpha calls items.append(1)
      And beta calls items.append(2)
      And main calls items.copy()
      Then main returned [1, 2]

    @PROCESS-001.b
    Scenario: An object that one thread stores is the very object that another finds
      Given an object holder
      And an object thing
      When alpha sets holder.value to thing
      And beta reads holder.value
      Then beta returned thing

    @PROCESS-002.a
    Scenario: All threads see one process identifier
      When alpha calls os.getpid() as pid_of_alpha
      And main calls os.getpid() as pid_of_main
      And main calls operator.ne(pid_of_alpha, pid_of_main)
      Then main returned False

    @PROCESS-002.b
    Scenario: The working directory that one thread chooses is that of all
      When alpha calls os.chdir('/')
      And main calls os.getcwd()
      Then main returned '/'

    @PROCESS-002.c
    Scenario: An environment variable that one thread sets is set for all
      When alpha calls operator.setitem(os.environ, 'THREADSTONE_MARK', 'made by alpha')
      And main calls os.getenv('THREADSTONE_MARK')
      Then main returned 'made by alpha'

    @PROCESS-002.d
    Scenario: A module that one thread has imported is the module of all
      When alpha calls importlib.import_module('colorsys') as colours
      And main calls importlib.import_module('colorsys')
      Then main returned colours

    @PROCESS-002.e
    Scenario: A pipe that one thread has opened is open for all
      When alpha calls threadstone.Pipe() as pipe
      And main calls pipe.send(7)
      And beta calls pipe.receive()
      Then beta returned 7

    @PROCESS-003.a
    Scenario: What one thread has opened another can close, for all
      When main calls threadstone.Pipe() as pipe
      And alpha calls pipe.send(7)
      And alpha calls pipe.close()
      And main calls pipe.receive()
      Then main returned 7
      When main calls pipe.receive()
      Then main returned None
      When main calls pipe.send(1)
      Then main raised OSError

    @PROCESS-004.a
    Scenario: Data that nobody changes look the same to all threads, however often they are read
      Given a list items
      And a task defined as:
        """
        def look():
            found = items.copy()
            if found != ['a', 'b']:
                raise ValueError
        """
      When main calls items.append('a')
      And main calls items.append('b')
      And alpha and beta each run look 50 times
      Then alpha and beta returned None
      When alpha calls items.copy()
      And beta calls items.copy()
      Then alpha and beta returned ['a', 'b']

  Rule: Processes and interpreters have memory and locks of their own

    @PROCESS-005.a
    Scenario: What a child process does to its copy of a list does not happen to the parent's
      Given a list items
      When main calls items.append(1)
      And main calls threadstone.append_in_child(items, 2)
      Then main returned [1, 2]
      When main calls items.copy()
      Then main returned [1]

    @PROCESS-006.a
    Scenario: A child process that keeps its interpreter's lock does not stop the parent
      Given a Lock guard
      When alpha calls threadstone.compute_natively_in_child(1h)
      And beta acquires guard
      Then beta returned True
      And alpha is blocked

    @PROCESS-007.a
    Scenario: An interpreter with a lock of its own does not stop the others
      Given a Lock guard
      And a subinterpreter pocket with own_lock=True
      When alpha calls pocket.compute_natively(1h)
      And beta acquires guard
      Then beta returned True
      And alpha is blocked

    @PROCESS-008.a
    Scenario: The end of a process from a worker ends its busy main thread
      Given a shared variable level starting at 0
      When main spins until level is 1
      And alpha calls os._exit(4)
      Then the interpreter has exited with status 4

    @PROCESS-008.b
    Scenario: The death of a child process leaves the parent running
      When main calls threadstone.kill_child()
      Then main returned -9
      And alpha and beta are alive
      When main calls sys.stdout.write('still here')
      And alpha finishes
      And beta finishes
      And main finishes
      Then the interpreter has exited with status 0
      And standard output was 'still here'

  Rule: A forked child has the forking thread, and no other

    @PROCESS-009.a
    Scenario Outline: In the child of a fork in a worker, <function> tells of that worker alone
      When alpha calls threadstone.in_child(threading.<function>)
      Then alpha returned <result>

      Examples:
        | case         | function       | result  |
        | current      | current_thread | alpha   |
        | main         | main_thread    | alpha   |
        | listed       | enumerate      | [alpha] |
        | active count | active_count   | 1       |

    @PROCESS-009.b
    Scenario: The forking thread keeps its identifier in the child
      When alpha calls threadstone.in_child(threading.get_ident) as ident_in_child
      And main reads alpha.ident as ident
      And main calls operator.ne(ident_in_child, ident)
      Then main returned False

    @PROCESS-010.a
    Scenario: In the child, joining a thread that only the parent has returns at once
      When alpha calls threadstone.join_in_child(beta)
      Then alpha returned 'joined'
      And beta is alive

    @PROCESS-010.b
    Scenario: In the child new threads can be used
      When alpha calls threadstone.thread_in_child()
      Then alpha returned 'ran'

    @PROCESS-011.a
    Scenario: Forking while there are several threads gives a deprecation warning
      When main calls threadstone.in_child(threading.get_ident)
      And main reads threadstone.warnings
      Then main returned ['DeprecationWarning']
