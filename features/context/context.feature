Feature: Context variables
  Source: Python library reference 3.14, contextvars; threading, "Thread Objects"; PEP 567.
  Not here: thread-local attributes (thread/local.feature), tasks of pools and event loops (tasks.feature).

  Background:
    Given a context variable user with default='nobody'
    And threads alpha and beta

  Rule: A variable has a value, or else a default

    @CTX-001.a
    Scenario: A variable without a value reads as its default
      When alpha calls user.get()
      Then alpha returned 'nobody'

    @CTX-001.b
    Scenario: The argument of get goes before the default of the variable
      When alpha calls user.get('somebody')
      Then alpha returned 'somebody'

    @CTX-001.c
    Scenario: A variable with neither value nor default raises LookupError, unless get has an argument
      Given a context variable bare
      When alpha calls bare.get()
      Then alpha raised LookupError
      When alpha calls bare.get('argument')
      Then alpha returned 'argument'

    @CTX-001.d
    Scenario: A value goes before the argument of get and before the default
      When alpha sets user to 'ann'
      And alpha calls user.get('somebody')
      Then alpha returned 'ann'

    @CTX-002.a
    Scenario: set gives the variable a value and returns a token that names the variable
      When alpha sets user to 'ann' as token before
      Then alpha sees user as 'ann'
      And the var of before is user

    @CTX-002.b
    Scenario: The token of the first set says that there was no value, that of a second has the first value
      When main reads contextvars.Token.MISSING as missing
      And alpha sets user to 'ann' as token first
      And alpha sets user to 'bob' as token second
      Then the old_value of first is missing
      And the old_value of second is 'ann'

  Rule: A token undoes its set, once

    @CTX-003.a
    Scenario: reset restores the value before the set that made the token
      When alpha sets user to 'ann'
      And alpha sets user to 'bob' as token before
      And alpha resets user with before
      Then alpha sees user as 'ann'

    @CTX-003.b
    Scenario: reset takes the value away again where there was none
      Given a context variable bare
      When alpha sets bare to 1 as token before
      Then alpha sees bare as 1
      When alpha resets bare with before
      And alpha calls bare.get()
      Then alpha raised LookupError

    @CTX-004.a
    Scenario: The second reset with one token raises RuntimeError and changes nothing
      When alpha sets user to 'ann' as token before
      And alpha resets user with before
      And alpha sets user to 'bob'
      And alpha resets user with before
      Then alpha raised RuntimeError
      And alpha sees user as 'bob'

    @CTX-005.a
    Scenario: A token of another variable is refused
      Given a context variable role
      When alpha sets role to 'admin' as token before
      And alpha resets user with before
      Then alpha raised ValueError
      And alpha sees role as 'admin'

    @CTX-005.b
    Scenario: A token of another thread is refused
      When alpha sets user to 'ann' as token before
      And beta sets user to 'bob'
      And beta resets user with before
      Then beta raised ValueError
      And beta sees user as 'bob'

    @CTX-005.c
    Scenario: A token that was made inside of a context is refused outside
      Given a task inside
      When alpha copies its context as copy
      And alpha runs inside in copy
      And inside sets user to 'ann' as token before
      And inside finishes
      And alpha resets user with before
      Then alpha raised ValueError

    @CTX-006.a
    Scenario: A with block of a token resets the variable at its end
      Given a task block
      When alpha sets user to 'ann'
      And alpha sets user to 'bob' as token before
      And alpha runs block in a with block of before
      Then block sees user as 'bob'
      When block finishes
      Then alpha sees user as 'ann'

    @CTX-006.b
    Scenario: A with block of a token resets the variable also when the block raises
      Given a task block
      And a KeyError called boom
      When alpha sets user to 'ann'
      And alpha sets user to 'bob' as token before
      And alpha runs block in a with block of before
      And block dies of boom
      Then alpha raised boom
      And alpha sees user as 'ann'

  Rule: Each thread has a context of its own, and it is empty at first

    @CTX-007.a
    Scenario: A thread does not see the value that its starter has set
      Given a context variable bare
      When main sets user to 'ann'
      And main sets bare to 1
      Given a thread worker
      Then worker sees user as 'nobody'
      When worker calls bare.get()
      Then worker raised LookupError
      And main sees bare as 1

    @CTX-011.a
    Scenario: Each thread reads what it has set itself, while others have other values
      When alpha sets user to 'ann'
      And beta sets user to 'bob'
      And main sets user to 'max'
      Then alpha sees user as 'ann'
      And beta sees user as 'bob'
      And main sees user as 'max'

    @CTX-011.b
    Scenario: A value stays what it is while another thread changes and resets its own
      When alpha sets user to 'ann'
      And beta sets user to 'bob' as token before
      Then alpha sees user as 'ann'
      When beta resets user with before
      Then alpha sees user as 'ann'
      And beta sees user as 'nobody'

    @CTX-012.a
    Scenario: A target that runs in a copy of the starter's context sees the starter's values
      Given a task job
      When main sets user to 'ann'
      And main copies its context as copy
      And main reads copy.run as inside
      And main calls threading.Thread(target=inside, args=(job,)) as worker
      And main starts worker
      Then job ran in a thread of its own
      And job sees user as 'ann'

    @CTX-008.a
    Scenario: With the flag on, a thread sees its starter's values, and its own changes stay its own
      Given a child interpreter child with thread_inherit_context=True
      When main calls child.start_thread()
      Then main returned ['starter', 'starter']

    @CTX-008.b
    Scenario: With the flag off, a thread does not see its starter's values
      Given a child interpreter child with thread_inherit_context=False
      When main calls child.start_thread()
      Then main returned ['nothing', 'starter']

    @CTX-009.a
    Scenario: Threads inherit contexts by default if and only if the build has no GIL
      When main reads sys.flags.thread_inherit_context as inherits
      And main calls sys._is_gil_enabled() as locked
      And main calls operator.add(inherits, locked)
      Then main returned 1

    @CTX-010.a
    Scenario: A thread that is given a copy of a context sees the values in it
      When main sets user to 'ann'
      And main copies its context as copy
      And main sets user to 'bob'
      Given a thread worker with context=copy
      Then worker sees user as 'ann'

    @CTX-010.b
    Scenario: A thread that is given an empty context sees no value
      When main calls contextvars.Context() as empty
      And main sets user to 'ann'
      Given a thread worker with context=empty
      Then worker sees user as 'nobody'

    @CTX-010.c
    Scenario: What the thread changes is found in the context that it was given
      When main calls contextvars.Context() as given
      Given a thread worker with context=given
      When worker sets user to 'ann'
      And worker finishes
      And main calls given.__getitem__(user)
      Then main returned 'ann'

  Rule: A copy of a context is a snapshot

    @CTX-013.a
    Scenario: A later change of the original is not seen in the copy
      When alpha sets user to 'ann'
      And alpha copies its context as copy
      And alpha sets user to 'bob'
      And main calls copy.get(user)
      Then main returned 'ann'

    @CTX-013.b
    Scenario: A change in the copy is not seen in the original
      Given a task inside
      When alpha sets user to 'ann'
      And alpha copies its context as copy
      And alpha runs inside in copy
      And inside sets user to 'bob'
      And inside finishes
      Then alpha sees user as 'ann'
      When main calls copy.get(user)
      Then main returned 'bob'

    @CTX-013.c
    Scenario: A context can be copied itself, and the copy goes its own way
      When alpha sets user to 'ann'
      And alpha copies its context as original
      And main calls original.copy() as copy
      And main reads user.set as change
      And main calls copy.run(change, 'bob')
      And main calls copy.get(user)
      Then main returned 'bob'
      When main calls original.get(user)
      Then main returned 'ann'

    @CTX-014.a
    Scenario: A mutable value is one object in the original and in the copy
      Given a context variable basket
      And a list shared
      When alpha sets basket to shared
      And alpha copies its context as copy
      And main calls copy.get(basket) as copied
      And main calls copied.append('apple')
      And alpha calls basket.get() as own
      And alpha calls own.copy()
      Then alpha returned ['apple']

  Rule: run calls a function inside of a context

    @CTX-015.a
    Scenario: run passes the arguments on and returns what the function returns
      Given a task job that returns 3
      When alpha copies its context as copy
      And alpha calls copy.run(job, 1, 'two', size=2)
      Then job was called with (1, 'two', size=2)
      And job ran in alpha
      And alpha returned 3

    @CTX-015.b
    Scenario: run raises what the function raises, and the caller is in its own context again
      Given a task job
      And a KeyError called boom
      When alpha sets user to 'ann'
      And alpha copies its context as copy
      And alpha runs job in copy
      And job sets user to 'bob'
      And job dies of boom
      Then alpha raised boom
      And alpha sees user as 'ann'

    @CTX-015.c
    Scenario: After run the caller is in its own context again
      Given a task job
      When alpha sets user to 'ann'
      And main calls contextvars.Context() as empty
      And alpha runs job in empty
      Then job sees user as 'nobody'
      When job finishes
      Then alpha sees user as 'ann'

    @CTX-016.a
    Scenario: What is changed inside is seen when the context is run again, and only then
      Given a task first
      And a task second
      When alpha copies its context as copy
      And alpha runs first in copy
      And first sets user to 'ann'
      And first finishes
      Then alpha sees user as 'nobody'
      When beta runs second in copy
      Then second sees user as 'ann'

    @CTX-017.a
    Scenario: A thread cannot enter a context that it is in
      Given a task outer
      And a task inner that returns None
      When alpha copies its context as copy
      And alpha runs outer in copy
      And outer runs inner in copy
      Then outer raised RuntimeError
      And inner ran never

    @CTX-017.b
    Scenario: A thread cannot enter a context that another thread is in
      Given a task job
      And a task other that returns None
      When alpha copies its context as copy
      And alpha runs job in copy
      And beta runs other in copy
      Then beta raised RuntimeError
      And other ran never

    @CTX-018.a
    Scenario: A context that was left can be entered again, by any thread
      Given a task job that returns 3
      When main copies its context as copy
      And main runs job in copy
      And alpha runs job in copy
      Then alpha returned 3
      When main runs job in copy
      Then main returned 3
      And job ran 3 times

    @CTX-018.b
    Scenario: A context is left also when the function raises
      Given a task bad that raises KeyError
      And a task job that returns 3
      When alpha copies its context as copy
      And alpha runs bad in copy
      Then alpha raised KeyError
      When beta runs job in copy
      Then beta returned 3

  Rule: A context is read like a mapping from variables to values

    @CTX-019.a
    Scenario: A context has an entry for each variable that has a value
      Given a context variable role
      When alpha sets role to 'admin'
      And alpha copies its context as copy
      And main calls len(copy)
      Then main returned 1
      When main calls copy.__getitem__(role)
      Then main returned 'admin'
      When main calls copy.__contains__(role)
      Then main returned True
      When main calls copy.__contains__(user)
      Then main returned False

    @CTX-019.b
    Scenario Outline: <method> gives <what>
      Given a context variable role
      When alpha sets role to 'admin'
      And alpha copies its context as copy
      And main calls copy.<method>() as found
      And main calls list(found)
      Then main returned <result>

      Examples:
        | case   | method | what          | result            |
        | keys   | keys   | the variables | [role]            |
        | values | values | their values  | ['admin']         |
        | items  | items  | pairs of both | [(role, 'admin')] |

    @CTX-019.e
    Scenario: Iterating over a context gives its variables
      Given a context variable role
      When alpha sets role to 'admin'
      And alpha copies its context as copy
      And main calls list(copy)
      Then main returned [role]

    @CTX-019.c
    Scenario: An absent variable raises KeyError, and get gives its argument, whatever the variable's default
      When alpha copies its context as copy
      And main calls copy.__getitem__(user)
      Then main raised KeyError
      When main calls copy.get(user, 'absent')
      Then main returned 'absent'

    @CTX-019.d
    Scenario Outline: A key that is no variable is a TypeError for <method>
      When alpha copies its context as copy
      And main calls copy.<method>('user')
      Then main raised TypeError

      Examples:
        | case  | method       |
        | index | __getitem__  |
        | in    | __contains__ |
        | get   | get          |
