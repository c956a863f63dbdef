Feature: The global interpreter lock
  Source: Python library reference 3.14, sys; C API reference, "Thread State and the Global Interpreter Lock".
  Not here: builds without the lock (free_threading.feature).

  Rule: Who computes gives others their turn

    @GIL-003.a
    Scenario: Two threads that spin, each until the other has come by, both go on
      Given threads alpha and beta
      And a shared variable here starting at 0
      And a shared variable there starting at 0
      And a task go that does:
        | here.assign(1)            |
        | threadstone.spin(there, 1) |
      And a task come that does:
        | there.assign(1)           |
        | threadstone.spin(here, 1) |
      When alpha runs go
      Then alpha is blocked
      When beta runs come
      Then alpha and beta returned None

    @GIL-004.a
    Scenario: A thread that spins on a variable sees that another thread has changed it
      Given a thread alpha
      And a shared variable flag starting at 0
      When alpha spins until flag is 1
      Then alpha is blocked
      When main sets flag.value to 1
      Then alpha returned None

    @GIL-012.a
    Scenario: A thread that has slept goes on although another one computes
      Given threads alpha and beta
      When alpha computes for 1h
      And beta calls time.sleep(2s)
      And 2s pass
      Then beta returned None
      And alpha is still blocked
