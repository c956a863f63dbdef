Feature: Finalizers
  Source: Python language reference 3.14, object.__del__; library reference, gc, sys.unraisablehook, threading.
  Not here: finalizers that run when the interpreter exits (shutdown.feature), atexit.

  Background:
    Given threads worker and alpha

  Rule: A finalizer runs in a thread that does something else

    @FINAL-001.a
    Scenario: A finalizer runs in the thread that drops the last reference
      Given a task clean_up that returns None
      When main derives a class Resource from object whose __del__ is clean_up
      And main calls Resource() as resource
      And worker calls threadstone.drop('resource')
      Then clean_up ran once
      And clean_up ran in worker

    @FINAL-002.a
    Scenario: Whoever drops an object or collects, its finalizer runs once
      Given a task clean_up that returns None
      When main derives a class Resource from object whose __del__ is clean_up
      And main calls Resource() as resource
      And worker calls threadstone.drop('resource')
      And alpha calls gc.collect()
      And main calls gc.collect()
      Then clean_up ran once

    @FINAL-003.a
    Scenario: The finalizer of an object in a cycle runs in the thread that collects
      Given a task clean_up that returns None
      When main calls gc.disable()
      And main derives a class Resource from object whose __del__ is clean_up
      And main calls Resource() as resource
      And main sets resource.itself to resource
      And main calls threadstone.drop('resource')
      Then clean_up ran never
      When worker calls gc.collect()
      Then clean_up ran in worker

    @FINAL-004.a
    Scenario: The error of a finalizer does not reach the thread, and is reported as unraisable
      Given a task clean_up
      And a ValueError called boom
      And a list reports
      When main reads reports.append as record
      And main sets sys.unraisablehook to record
      And main derives a class Resource from object whose __del__ is clean_up
      And main calls Resource() as resource
      And worker calls threadstone.drop('resource')
      And clean_up dies of boom
      Then worker returned None
      When main calls len(reports)
      Then main returned 1
      When main calls reports.pop() as report
      Then the exc_value of report is boom

    @FINAL-005.a
    Scenario: A finalizer cannot acquire a lock that its thread holds already
      Given a Lock guard
      And a task clean_up
      When main derives a class Resource from object whose __del__ is clean_up
      And main calls Resource() as resource
      And worker acquires guard
      And worker calls threadstone.drop('resource')
      And clean_up acquires guard with timeout 1s
      And 1s pass
      Then clean_up returned False
      And clean_up ran in worker

  Rule: Whoever wants to know when and where cleans up explicitly

    @FINAL-006.a
    Scenario: A with block cleans up at its end, in its thread, whoever else has the object
      Given a task come that returns None
      And a task clean_up that returns None
      And a task inside
      When main derives a class Resource from object whose __enter__ is come and __exit__ is clean_up
      And main calls Resource() as resource
      And worker runs inside in a with block of resource
      Then clean_up ran never
      When inside finishes
      Then clean_up ran once
      And clean_up ran in worker

    @FINAL-006.b
    Scenario: close in a finally clause cleans up there, in the thread that runs it
      Given a task clean_up that returns None
      And a task inside
      When main derives a class Resource from object whose close is clean_up
      And main calls Resource() as resource
      And main reads resource.close as close
      And alpha calls threadstone.try_finally(inside, close)
      Then clean_up ran never
      When inside finishes
      Then clean_up ran once
      And clean_up ran in alpha

  Rule: A running thread needs nobody who refers to it

    @FINAL-007.a
    Scenario: The object of a thread lives until the thread has ended, and no longer
      Given a task job
      When main calls threading.Thread(target=job) as fresh
      And main starts fresh
      And main calls threadstone.drop('fresh')
      And main calls threadstone.is_reclaimed('fresh')
      Then main returned False
      When job finishes
      And main calls threadstone.is_reclaimed('fresh')
      Then main returned True
