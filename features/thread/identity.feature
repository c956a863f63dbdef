Feature: Identity of threads
  Source: Python library reference 3.14, threading: module functions, and the attributes of Thread Objects.
  Not here: what the low-level module itself offers (low_level.feature).

  Rule: Every thread can find its own object and the main thread's

    @IDENT-001.a
    Scenario: current_thread gives each thread its own object
      Given threads alpha and beta
      When alpha calls threading.current_thread()
      And beta calls threading.current_thread()
      Then alpha returned alpha
      And beta returned beta

    @IDENT-001.b
    Scenario: current_thread gives the very object of a subclass
      Given a task job
      When main derives a class Worker from threading.Thread
      And main calls Worker(target=job) as worker
      And main starts worker
      And job calls threading.current_thread()
      Then job returned worker

    @IDENT-002.a
    Scenario: main_thread is the same object for every thread, and the current one of main
      Given threads alpha and beta
      When main calls threading.current_thread() as first
      And main calls threading.main_thread()
      And alpha calls threading.main_thread()
      And beta calls threading.main_thread()
      Then main, alpha and beta returned first

    @IDENT-002.b
    Scenario: No worker's current thread is the main thread
      Given a thread worker
      When worker calls threading.main_thread() as first
      And worker calls threading.current_thread() as itself
      And worker calls operator.is_(itself, first)
      Then worker returned False

    @IDENT-003.a
    Scenario: The main thread is alive, no daemon, called MainThread, and known by main's identifier
      When main calls threading.main_thread() as first
      Then first is alive
      And first is not daemonic
      And the name of first is 'MainThread'
      When main calls threading.get_ident()
      Then main returned the ident of first

    @IDENT-004.a
    Scenario: The main thread is the initial one, whoever imports the module first
      Given a thread importer
      When importer calls threadstone.import_afresh('threading') as late
      And main calls late.main_thread() as first
      And main calls threading.get_ident()
      Then main returned the ident of first
      And the name of first is 'MainThread'

  Rule: A name is a label

    @IDENT-005.a
    Scenario: A thread has the name that it was given, in everybody's eyes
      Given a thread worker with name='smith'
      Then the name of worker is 'smith'
      When worker calls threading.current_thread() as itself
      And worker reads itself.name
      Then worker returned 'smith'

    @IDENT-006.a
    Scenario: A name that is no text becomes one
      Given a thread worker with name=123
      Then the name of worker is '123'
      When main sets worker.name to 7
      Then the name of worker is '7'

    @IDENT-007.a
    Scenario: A thread without name and target gets a numbered name that no other generated one has
      When main calls threading.Thread() as first
      And main calls threading.Thread() as second
      And main calls threading.Thread(name=None) as third
      Then the name of first has the form Thread-N
      And the name of second has the form Thread-N
      And the name of third has the form Thread-N
      And no two of first, second and third have the same name

    @IDENT-008.a
    Scenario: A generated name says what the target is called
      Given a task job that returns None
      When main calls threading.Thread(target=job) as worker
      Then the name of worker has the form Thread-N (job)

    @IDENT-009.a
    Scenario: A target that has no name leaves the generated one as it is
      Given a partial object job
      When main calls threading.Thread(target=job) as worker
      Then the name of worker has the form Thread-N

    @IDENT-010.a
    Scenario: Threads of one name are still two threads
      Given a thread alpha with name='twin'
      And a thread beta with name='twin'
      Then no two of alpha and beta have the same ident
      When alpha calls threading.current_thread()
      And beta calls threading.current_thread()
      Then alpha returned alpha
      And beta returned beta
      When alpha finishes
      Then alpha is finished
      And beta is alive

    @IDENT-011.a
    Scenario: A thread can be renamed before, during and after its run
      Given an unstarted thread worker with name='first'
      When main sets worker.name to 'second'
      Then the name of worker is 'second'
      When main starts worker
      And main sets worker.name to 'third'
      And worker reads worker.name
      Then worker returned 'third'
      When worker finishes
      And main joins worker
      And main sets worker.name to 'fourth'
      Then the name of worker is 'fourth'

    @IDENT-011.b
    Scenario: A thread can rename itself
      Given a thread worker with name='first'
      When worker sets worker.name to 'second'
      Then the name of worker is 'second'

    @IDENT-033.a
    Scenario: The operating system knows a thread by its name, cut to what fits
      Given a thread worker with name='a long name for a thread'
      When main calls threadstone.kernel_name(worker)
      Then main returned 'a long name for'

    @IDENT-034.a
    Scenario: Only a thread that renames itself gets another name from the operating system
      Given a thread worker with name='first'
      When main sets worker.name to 'second'
      And main calls threadstone.kernel_name(worker)
      Then main returned 'first'
      When worker sets worker.name to 'third'
      And main calls threadstone.kernel_name(worker)
      Then main returned 'third'

  Rule: An identifier tells threads apart

    @IDENT-012.a
    Scenario: A thread has no identifier until it is started
      Given an unstarted thread worker
      Then the ident of worker is None
      When main starts worker
      And worker calls threading.get_ident()
      Then worker returned the ident of worker

    @IDENT-013.a
    Scenario: The identifier is a number other than zero, the same that the thread itself gets each time
      Given a thread worker
      When main reads worker.ident as ident
      And main calls operator.index(ident)
      Then main returned the ident of worker
      When main calls operator.eq(ident, 0)
      Then main returned False
      When worker calls threading.get_ident()
      Then worker returned the ident of worker
      When worker calls threading.get_ident()
      Then worker returned the ident of worker

    @IDENT-014.a
    Scenario: A thread that has ended keeps its identifier
      Given a thread worker
      When main reads worker.ident
      And worker finishes
      Then worker is finished
      And main returned the ident of worker

    @IDENT-015.a
    Scenario: No two live threads have the same identifier
      Given threads alpha, beta and gamma
      When main calls threading.main_thread() as first
      Then no two of first, alpha, beta and gamma have the same ident

    @IDENT-016.a
    Scenario: A later thread has an identifier, be it new or one that a thread before it had
      Given threads earlier and witness
      And an unstarted thread later
      When earlier finishes
      And main joins earlier
      And main starts later
      And later calls threading.get_ident()
      Then later returned the ident of later
      And no two of witness and later have the same ident

    @IDENT-017.a
    Scenario: A thread has no native identifier until it is started
      Given an unstarted thread worker
      Then the native_id of worker is None
      When main starts worker
      And worker calls threading.get_native_id()
      Then worker returned the native_id of worker

    @IDENT-018.a
    Scenario: No two live threads have the same native identifier
      Given threads alpha, beta and gamma
      When main calls threading.main_thread() as first
      Then no two of first, alpha, beta and gamma have the same native_id

    @IDENT-019.a
    Scenario: The native identifier is that of a task of the kernel; main's is that of the process
      Given a thread worker
      When worker calls threading.get_native_id() as task
      And main calls threadstone.kernel_tasks() as tasks
      And main calls operator.contains(tasks, task)
      Then main returned True
      When main calls threading.get_native_id() as task_of_main
      And main calls os.getpid() as process
      And main calls operator.eq(task_of_main, process)
      Then main returned True
      When main calls operator.eq(task, process)
      Then main returned False

  Rule: The module lists the threads that live

    @IDENT-020.a
    Scenario: enumerate lists main, the caller and all that live, daemons included
      Given a thread alpha
      And a thread beta with daemon=True
      Then the live threads are main, alpha and beta

    @IDENT-021.a
    Scenario: enumerate lists no thread that was not started or has ended
      Given threads alpha and beta
      And an unstarted thread gamma
      When alpha finishes
      And main joins alpha
      Then the live threads are main and beta

    @IDENT-022.a
    Scenario: enumerate still lists the main thread when the main module has ended
      Given a thread worker
      When main finishes
      Then the live threads are main and worker

    @IDENT-023.a
    Scenario: active_count counts what enumerate lists
      When main calls threading.active_count()
      Then main returned 1
      When main calls threading.Thread() as idle
      And main calls threading.active_count()
      Then main returned 1

    @IDENT-023.b
    Scenario: active_count counts a thread from its start to its end
      Given threads alpha and beta
      And a thread gamma with daemon=True
      When main calls threading.active_count()
      Then main returned 4
      When alpha finishes
      And main joins alpha
      And main calls threading.active_count()
      Then main returned 3

    @IDENT-024.a
    Scenario: A trace function may look at the threads while the module changes its tables
      Given a task job that returns None
      And a tracer watch with looks=True
      When main calls threading.Thread(target=job) as worker
      And main calls sys.settrace(watch)
      And main calls threading.enumerate()
      And main calls threading.active_count()
      Then main returned 1
      When main starts worker
      And main joins worker
      And main calls sys.settrace(None)
      Then job ran once
      And worker is finished
      When main reads watch.looked
      Then main returned True

  Rule: A thread that was not made by the Thread class is shown as a dummy

    @IDENT-025.a
    Scenario: The current thread of a low-level thread is a dummy with that thread's identifier
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      And job calls isinstance(dummy, threading.Thread)
      Then job returned True
      When job calls threading.get_ident()
      Then job returned the ident of dummy
      When job calls threading.current_thread()
      Then job returned dummy

    @IDENT-026.a
    Scenario: A dummy is alive and a daemon
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      Then dummy is alive
      And dummy is daemonic
      When main calls threading.active_count()
      Then main returned 2

    @IDENT-027.a
    Scenario: A dummy is called so
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      Then the name of dummy has the form Dummy-N

    @IDENT-028.a
    Scenario Outline: Joining a dummy by join(<arguments>) raises and does not wait
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      And main calls dummy.join(<arguments>)
      Then main raised Exception
      And dummy is alive

      Examples:
        | case            | arguments  |
        | without timeout |            |
        | with timeout    | timeout=1h |

    @IDENT-028.b @since-3.13
    Scenario: Joining a dummy raises RuntimeError
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      And main calls dummy.join()
      Then main raised RuntimeError

    @IDENT-029.a
    Scenario: A low-level thread is listed once it has asked for its object, not before
      Given a task job
      When main calls _thread.start_new_thread(job, ()) as number
      And main calls threading.active_count()
      Then main returned 1
      When job calls threading.current_thread() as dummy
      And main calls threading.active_count()
      Then main returned 2
      And the live threads are main and dummy

    @IDENT-030.a
    Scenario: A dummy goes when its thread has ended
      Given a task job
      And a thread waiter
      And a Lock guard
      When main acquires guard
      And waiter acquires guard
      And main calls _thread.start_new_thread(job, ()) as number
      And job calls threading.current_thread() as dummy
      Then the live threads are main, waiter and dummy
      When job finishes
      Then the live threads are main and waiter

  Rule: The obsolete names still work

    @IDENT-031.a
    Scenario: currentThread and activeCount are synonyms
      Given threads alpha and beta
      When alpha calls threading.currentThread()
      Then alpha returned alpha
      When main calls threading.activeCount()
      Then main returned 3

    @IDENT-031.b
    Scenario: getName and setName are synonyms of the name
      Given an unstarted thread worker with name='smith'
      When main calls worker.getName()
      Then main returned 'smith'
      When main calls worker.setName('jones')
      Then the name of worker is 'jones'

    @IDENT-031.c
    Scenario: isDaemon and setDaemon are synonyms of the daemon flag
      Given an unstarted thread worker
      When main calls worker.isDaemon()
      Then main returned False
      When main calls worker.setDaemon(True)
      Then worker is daemonic
      When main calls worker.isDaemon()
      Then main returned True

    @IDENT-032.a
    Scenario Outline: <call> warns each time
      Given an unstarted thread worker
      When main calls <call>
      And main reads threadstone.warnings
      Then main returned ['DeprecationWarning']
      When main calls <call>
      And main reads threadstone.warnings
      Then main returned ['DeprecationWarning', 'DeprecationWarning']

      Examples:
        | case          | call                      |
        | currentThread | threading.currentThread() |
        | activeCount   | threading.activeCount()   |
        | getName       | worker.getName()          |
        | setName       | worker.setName('jones')   |
        | isDaemon      | worker.isDaemon()         |
        | setDaemon     | worker.setDaemon(True)    |
