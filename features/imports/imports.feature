Feature: Imports by several threads
  Source: Python language reference 3.14, "The import system"; library reference, importlib and sys.modules.
  Not here: imports while the interpreter exits (shutdown.feature).

  Background:
    Given threads alpha and beta
    And a task load
    And a module plugin whose body is load

  Rule: The body of a module runs once

    @IMPORT-001.a
    Scenario: Threads that import a module at the same time get the same module from one run of its body
      When alpha imports plugin as one
      And beta imports plugin as other
      And load finishes
      Then load ran once
      When main calls operator.is_(one, other)
      Then main returned True

    @IMPORT-002.a
    Scenario: A thread waits for a module that another one is executing, and finds it complete
      When alpha imports plugin
      And beta imports plugin
      And load sets plugin.first to 1
      Then beta is blocked
      When load sets plugin.last to 2
      And load finishes
      Then beta returned plugin
      When beta reads plugin.last
      Then beta returned 2

    @IMPORT-003.a
    Scenario: A module that is loaded is imported without running its body
      When main imports plugin
      And load sets plugin.value to 1
      And load finishes
      And alpha imports plugin
      And beta imports plugin
      Then alpha and beta returned plugin
      And load ran once
      And the value of plugin is 1

    @IMPORT-004.a
    Scenario: While one module takes its time, others can be imported
      Given a task load_other that returns None
      And a module other whose body is load_other
      When alpha imports plugin
      And beta imports other
      Then alpha is blocked
      And beta returned other
      And load_other ran in beta

  Rule: Modules that import each other do not block each other for ever

    @IMPORT-005.a
    Scenario: Two threads that begin at opposite ends of a circle both get their module
      Given a task load_other
      And a module other whose body is load_other
      When alpha imports plugin
      And beta imports other
      And load imports other
      Then load is blocked
      When load_other imports plugin
      Then load_other returned plugin
      When load_other finishes
      Then beta returned other
      And load returned other
      When load finishes
      Then alpha returned plugin

    @IMPORT-005.b
    Scenario: In one thread the second module of a circle sees the first as far as it has come
      Given a task load_other
      And a module other whose body is load_other
      When alpha imports plugin
      And load sets plugin.first to 1
      And load imports other
      And load_other imports plugin
      Then load_other returned plugin
      When load_other reads plugin.first
      Then load_other returned 1

    @IMPORT-008.a
    Scenario: A module that waits for a thread that imports this very module waits in vain
      Given an unstarted thread worker
      When alpha imports plugin
      And load starts worker
      And worker imports plugin
      And load joins worker with timeout 2s
      And 2s pass
      Then load returned None
      And worker is still blocked
      When load finishes
      Then worker returned plugin

    @IMPORT-008.b
    Scenario: A thread that a module starts can import another module meanwhile
      Given an unstarted thread worker
      And a task load_other that returns None
      And a module other whose body is load_other
      When alpha imports plugin
      And load starts worker
      And worker imports other
      Then worker returned other

  Rule: A body that fails leaves nothing behind

    @IMPORT-006.a
    Scenario: The importer gets the error, and a later import runs the body again
      Given a ValueError called boom
      When alpha imports plugin
      And load dies of boom
      Then alpha raised boom
      When beta imports plugin
      And load sets plugin.value to 2
      And load finishes
      Then beta returned plugin
      And the value of plugin is 2
      And load ran twice

    @IMPORT-007.a
    Scenario: Who waits for a module that fails does not wait for ever
      Given an Event go
      And a task fail that does:
        | go.wait()                    |
        | threadstone.throw(ValueError) |
      And a module broken whose body is fail
      When alpha imports broken
      And beta imports broken
      Then alpha and beta are blocked
      When main sets go
      Then alpha raised ValueError
      And beta returned broken or raised Exception
