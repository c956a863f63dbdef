Feature: What tasks of pools and event loops find in contexts and thread-locals
  Source: Python library reference 3.14, contextvars, threading, concurrent.futures, asyncio; PEP 567.
  Not here: contexts by themselves (context.feature), thread-local attributes in full (thread/local.feature).

  Rule: The tasks of a pool share the contexts of its workers

    @CTX-020.a
    Scenario: A worker that is there already does not see the context of a submitter
      Given a context variable user with default='nobody'
      And a ThreadPoolExecutor pool with max_workers=1
      And a task note that returns None
      And a task job
      When main calls pool.submit(note)
      And main sets user to 'ann'
      And main calls pool.submit(job)
      Then job sees user as 'nobody'

    @CTX-020.b
    Scenario: A task that is submitted through the run of a copy sees the submitter's context
      Given a context variable user with default='nobody'
      And a ThreadPoolExecutor pool with max_workers=1
      And a task job
      When main sets user to 'ann'
      And main copies its context as copy
      And main reads copy.run as inside
      And main calls pool.submit(inside, job)
      Then job ran in a thread of its own
      And job sees user as 'ann'

    @CTX-021.a
    Scenario: A value that a task sets stays for later tasks of the same worker
      Given a context variable user with default='nobody'
      And a ThreadPoolExecutor pool with max_workers=1
      And a task first
      And a task second
      When main calls pool.submit(first)
      And first sets user to 'ann'
      And first finishes
      And main calls pool.submit(second)
      Then second sees user as 'ann'

    @CTX-021.b
    Scenario: A value that a task sets in a context of its own does not stay
      Given a context variable user with default='nobody'
      And a ThreadPoolExecutor pool with max_workers=1
      And a task first
      And a task second
      When main copies its context as copy
      And main reads copy.run as inside
      And main calls pool.submit(inside, first)
      And first sets user to 'ann'
      And first finishes
      And main calls pool.submit(second)
      Then second sees user as 'nobody'

    @CTX-028.a
    Scenario: Thread-local values stay with the worker, and the submitter's are not there
      Given a local store
      And a ThreadPoolExecutor pool with max_workers=1
      And a task first
      And a task second
      When main sets store.value to 1
      And main calls pool.submit(first)
      And first reads store.value
      Then first raised AttributeError
      When first sets store.value to 2
      And first finishes
      And main calls pool.submit(second)
      And second reads store.value
      Then second returned 2

  Rule: Each asyncio task has a context of its own, and shares the thread-locals of the loop's thread

    @CTX-022.a
    Scenario: A task sees what was set before it was made, and its changes reach nobody else
      Given a context variable user with default='nobody'
      And a coroutine serve
      And a coroutine one
      And a coroutine two
      And a thread alpha
      When alpha runs the coroutine serve
      And serve sets user to 'ann'
      And serve creates an asyncio task first of one
      And serve creates an asyncio task second of two
      Then one sees user as 'ann'
      When one sets user to 'bob'
      And one awaits asyncio.sleep(0)
      Then two sees user as 'ann'
      And serve sees user as 'ann'
      And one sees user as 'bob'

    @CTX-022.b
    Scenario: A task does not see what its creator sets later
      Given a context variable user with default='nobody'
      And a coroutine serve
      And a coroutine one
      And a thread alpha
      When alpha runs the coroutine serve
      And serve sets user to 'ann'
      And serve creates an asyncio task first of one
      And serve sets user to 'bob'
      And one awaits asyncio.sleep(0)
      Then one sees user as 'ann'

    @CTX-023.a
    Scenario: One task finds the thread-local value that another has set while it awaited
      Given a local store
      And a coroutine serve
      And a coroutine one
      And a coroutine two
      And a thread alpha
      When alpha runs the coroutine serve
      And serve creates an asyncio task first of one
      And serve creates an asyncio task second of two
      And one sets store.value to 1
      And one awaits asyncio.sleep(0)
      And two sets store.value to 2
      And one reads store.value
      Then one returned 2
      And one ran in alpha
      And two ran in alpha

  Rule: Thread-locals belong to threads, whatever contexts do

    @CTX-024.a
    Scenario: Each thread reads its own value, also after all have met
      Given threads alpha and beta
      And a local store
      And a Barrier gate with parties=2
      When alpha sets store.value to 1
      And beta sets store.value to 2
      And alpha and beta wait on gate in that order
      And alpha reads store.value
      And beta reads store.value
      Then alpha returned 1
      And beta returned 2

    @CTX-024.b
    Scenario: A task that runs in another context finds the value of its thread
      Given a local store
      And a task job
      When main sets store.value to 1
      And main calls contextvars.Context() as empty
      And main runs job in empty
      And job reads store.value
      Then job returned 1

    @CTX-025.a
    Scenario: A thread that runs in a copy of another thread's context does not find its thread-local values
      Given a local store
      And a context variable user with default='nobody'
      And a task job
      When main sets store.value to 1
      And main sets user to 'ann'
      And main copies its context as copy
      And main reads copy.run as inside
      And main calls threading.Thread(target=inside, args=(job,)) as worker
      And main starts worker
      Then job sees user as 'ann'
      When job reads store.value
      Then job raised AttributeError

    @CTX-026.a
    Scenario: Each thread has its own __dict__, empty at first, and deletes from it alone
      Given a thread alpha
      And a local store
      When main sets store.value to 1
      And alpha reads store.__dict__
      Then alpha returned {}
      When alpha sets store.value to 2
      And alpha calls delattr(store, 'value')
      And alpha reads store.__dict__
      Then alpha returned {}
      When main reads store.__dict__
      Then main returned {'value': 1}

    @CTX-027.a
    Scenario: A subclass is initialised once in every thread that uses it, with the arguments of its construction
      Given threads alpha and beta
      And a task set_up that returns None
      When main derives a class Settings from threading.local whose __init__ is set_up
      And main calls Settings(1, size=2) as settings
      And alpha sets settings.value to 1
      And alpha sets settings.value to 2
      And beta sets settings.value to 3
      Then set_up ran 3 times
      And set_up was last called with (settings, 1, size=2)

    @CTX-027.b
    Scenario: A thread-local object without a constructor of its own takes no arguments
      When main calls threading.local(1)
      Then main raised TypeError

    @CTX-029.a
    Scenario: What a thread kept in a thread-local is released when the thread has ended
      Given a thread alpha
      And a local store
      And an object token
      When alpha sets store.value to token
      And main calls threadstone.drop('token')
      And main calls threadstone.is_reclaimed('token')
      Then main returned False
      When alpha finishes
      And main joins alpha
      And main calls threadstone.is_reclaimed('token')
      Then main returned True
