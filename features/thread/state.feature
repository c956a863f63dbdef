Feature: What each thread has of its own
  Source: Python library reference 3.14, sys and contextvars; C API reference, "Thread State and the Global Interpreter
  Lock" and "Asynchronous notifications"; language reference, generators.
  Not here: thread-local storage (local.feature); context objects (context/context.feature).

  Rule: A thread has its own call stack

    @STATE-001.a
    Scenario: The frames of a thread are those of its own calls
      Given threads alpha and beta
      And a task outer
      And a task inner
      When alpha runs outer
      And outer runs inner
      And main calls threadstone.stack_of(alpha)
      Then main returned ['inner', 'outer', 'alpha']
      When main calls threadstone.stack_of(beta)
      Then main returned ['beta']

    @STATE-001.b
    Scenario: The caller finds its own frames under its own identifier
      Given a thread alpha
      And a task outer
      When alpha runs outer
      And outer calls threadstone.stack_of(alpha)
      Then outer returned ['outer', 'alpha']

    @STATE-002.a
    Scenario: Local variables belong to one thread's call
      Given threads alpha and beta
      And a Barrier gate with parties=2
      When alpha calls threadstone.count_from(10, 3, gate)
      And beta calls threadstone.count_from(100, 3, gate)
      Then alpha returned 13
      And beta returned 103

    @STATE-005.a
    Scenario: The depth of one thread's calls is nothing to another
      Given threads alpha and beta
      And a Barrier bottom with parties=2
      When main calls sys.setrecursionlimit(1000)
      And alpha calls threadstone.recurse(800, bottom)
      And beta calls threadstone.recurse(800, bottom)
      Then alpha and beta returned 800

    @STATE-006.a
    Scenario: A runaway recursion raises in its own thread and harms nobody
      Given threads alpha and beta
      When alpha calls threadstone.recurse(1000000)
      Then alpha raised RecursionError
      When alpha calls threadstone.recurse(50)
      And beta calls threadstone.recurse(60)
      And main calls threadstone.recurse(70)
      Then alpha returned 50
      And beta returned 60
      And main returned 70

    @STATE-007.a
    Scenario: The recursion limit holds for threads of before and after it was set
      Given a thread earlier
      And an unstarted thread later
      When main calls sys.setrecursionlimit(300)
      And main starts later
      And earlier calls threadstone.recurse(400)
      And later calls threadstone.recurse(400)
      And main calls threadstone.recurse(400)
      Then exactly 3 of earlier, later and main raised RecursionError
      When earlier calls threadstone.recurse(100)
      And later calls threadstone.recurse(100)
      Then earlier and later returned 100

  Rule: A thread handles its own errors

    @STATE-003.a
    Scenario: Each thread sees the error that it is handling, and no other
      Given threads alpha and beta
      And a task fails_first
      And a task in_first
      And a task fails_second
      And a task in_second
      And a ValueError called first
      And a KeyError called second
      When alpha calls threadstone.try_except(fails_first, in_first)
      And beta calls threadstone.try_except(fails_second, in_second)
      And fails_first dies of first
      And fails_second dies of second
      And in_first calls threadstone.handled()
      And in_second calls threadstone.handled()
      And main calls threadstone.handled()
      Then in_first returned first
      And in_second returned second
      And main returned None
      When in_first finishes
      Then alpha raised first
      And beta is still blocked

    @STATE-004.a
    Scenario: sys._current_exceptions tells which error a thread is handling, while it does
      Given threads alpha and beta
      And a task failing
      And a task handler
      And a ValueError called problem
      When alpha calls threadstone.try_except(failing, handler)
      And failing dies of problem
      And main calls threadstone.handled_by(alpha)
      Then main returned problem
      When main calls threadstone.handled_by(beta)
      Then main returned None
      When handler finishes
      Then alpha raised problem
      When main calls threadstone.handled_by(alpha)
      Then main returned None

  Rule: A thread has its own context

    @STATE-008.a
    Scenario: A context variable that one thread assigns keeps another thread's value
      Given a context variable user with default='nobody'
      And threads alpha and beta
      When alpha sets user to 'ann'
      And beta sets user to 'bob'
      Then alpha sees user as 'ann'
      And beta sees user as 'bob'
      And main sees user as 'nobody'

    @STATE-009.a
    Scenario: A new thread begins with an empty context
      Given a context variable user with default='nobody'
      And an unstarted thread worker
      When main sets user to 'ann'
      And main starts worker
      Then worker sees user as 'nobody'
      And main sees user as 'ann'

    @STATE-010.a
    Scenario Outline: A thread runs in the context that its constructor was given, <what>
      Given a context variable user with default='nobody'
      And a task job
      When main sets user to 'ann'
      And main calls contextvars.<maker>() as given
      And main sets user to 'bob'
      And main calls threading.Thread(target=job, context=given) as worker
      And main starts worker
      Then job sees user as <value>
      And main sees user as 'bob'

      Examples:
        | case  | what   | maker        | value    |
        | copy  | a copy | copy_context | 'ann'    |
        | empty | empty  | Context      | 'nobody' |

  Rule: Another thread may request an error

    @STATE-011.a
    Scenario: A requested error is raised in its thread at the next checkpoint, and in no other
      Given threads alpha and beta
      And a Lock guard
      And a task job that does:
        | guard.acquire()       |
        | guard.release()       |
      When main acquires guard
      And alpha runs job
      And main reads alpha.ident as ident
      And main calls threadstone.set_async_exc(ident, ZeroDivisionError)
      Then main returned 1
      When main releases guard
      Then alpha raised ZeroDivisionError
      When beta calls threading.active_count()
      Then beta returned 3

    @STATE-011.b
    Scenario: A request for a thread that does not exist reaches nobody
      Given a thread alpha
      When main calls threadstone.set_async_exc(999999999, ZeroDivisionError)
      Then main returned 0
      When alpha calls threading.active_count()
      Then alpha returned 2

    @STATE-012.a
    Scenario: A requested error is raised, at the latest when the blocking call is over
      Given a thread alpha
      And a task nap that does:
        | time.sleep(2s)           |
        | threading.active_count() |
      When alpha runs nap
      And main reads alpha.ident as ident
      And main calls threadstone.set_async_exc(ident, ZeroDivisionError)
      Then main returned 1
      When 2s pass
      Then alpha raised ZeroDivisionError

    @STATE-013.a
    Scenario: A later request replaces one that is pending
      Given a thread alpha
      And a Lock guard
      And a task job that does:
        | guard.acquire()       |
        | guard.release()       |
      When main acquires guard
      And alpha runs job
      And main reads alpha.ident as ident
      And main calls threadstone.set_async_exc(ident, KeyError)
      And main calls threadstone.set_async_exc(ident, ZeroDivisionError)
      And main releases guard
      Then alpha raised ZeroDivisionError
      When alpha calls threading.active_count()
      Then alpha returned 2

    @STATE-013.b
    Scenario: A request for nothing takes a pending one back
      Given a thread alpha
      And a Lock guard
      And a task job that does:
        | guard.acquire()          |
        | threading.active_count() |
      When main acquires guard
      And alpha runs job
      And main reads alpha.ident as ident
      And main calls threadstone.set_async_exc(ident, ZeroDivisionError)
      And main calls threadstone.set_async_exc(ident, None)
      Then main returned 1
      When main releases guard
      Then alpha returned None
      And job ran once

  Rule: A generator runs in one thread at a time

    @STATE-014.a
    Scenario: A generator that runs in one thread cannot be resumed by another
      Given threads alpha and beta
      And a task body
      When main calls threadstone.generator(body) as numbers
      And alpha calls next(numbers)
      And beta calls next(numbers)
      Then beta raised ValueError
      When body finishes with 1
      Then alpha returned 1

    @STATE-014.b
    Scenario: A suspended generator can be resumed by any thread
      Given threads alpha and beta
      And a task body
      When main calls threadstone.generator(body) as numbers
      And alpha calls next(numbers)
      And body finishes with 1
      Then alpha returned 1
      When beta calls next(numbers)
      And body finishes with 2
      Then beta returned 2

  Rule: A thread belongs to the interpreter that started it

    @STATE-015.a
    Scenario: What a subinterpreter's thread imports and assigns is in that interpreter only
      Given a subinterpreter pocket
      When main calls pocket.import_in_thread('colorsys')
      Then main returned True
      When main calls threadstone.has_imported('colorsys')
      Then main returned False
