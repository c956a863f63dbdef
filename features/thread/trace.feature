Feature: Trace and profile functions
  Source: Python library reference 3.14: threading.settrace and its kin, sys.settrace and its kin.
  Not here: what a trace function can do to a frame; events of lines and of functions written in C.

  Background:
    Given a task job
    And a tracer watch

  Rule: The threading module's functions are for threads that start later

    @TRACE-001.a
    Scenario Outline: threading.<set> installs the function in each thread that is started later, before its run
      When main calls threading.<set>(watch)
      And main calls threading.Thread(target=job) as worker
      And main starts worker
      And job calls sys.<get>()
      Then job returned watch
      When main reads watch.events
      Then main returned ['call job']
      When job finishes
      And main reads watch.events
      Then main returned ['call job', 'return job']

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |

    @TRACE-002.a
    Scenario Outline: threading.<set> leaves the caller and all threads that run alone
      Given a thread earlier
      And an unstarted thread later
      When main calls threading.<set>(watch)
      And main calls sys.<get>()
      And earlier calls sys.<get>()
      Then main and earlier returned None
      When main starts later
      And later calls sys.<get>()
      Then later returned watch

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |

    @TRACE-004.a
    Scenario Outline: threading.<get> returns what threading.<set> was given last
      When main calls threading.<get>()
      Then main returned None
      When main calls threading.<set>(watch)
      And main calls threading.<get>()
      Then main returned watch
      When main calls threading.<set>(None)
      And main calls threading.<get>()
      Then main returned None

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |

    @TRACE-005.a
    Scenario Outline: threading.<set_all> installs the function everywhere, and in threads that start later
      Given a thread earlier
      And an unstarted thread later
      When main calls threading.<set_all>(watch)
      And main calls sys.<get>()
      And earlier calls sys.<get>()
      Then main and earlier returned watch
      When main starts later
      And later calls sys.<get>()
      Then later returned watch

      Examples:
        | case    | set_all                | get        |
        | trace   | settrace_all_threads   | gettrace   |
        | profile | setprofile_all_threads | getprofile |

    @TRACE-006.a
    Scenario Outline: A low-level thread does not get the function of threading.<set>
      Given an unstarted thread worker
      When main calls threading.<set>(watch)
      And main calls _thread.start_new_thread(job, ()) as number
      And job calls sys.<get>()
      Then job returned None
      When main starts worker
      And worker calls sys.<get>()
      Then worker returned watch

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |

  Rule: The functions of sys are for the caller

    @TRACE-003.a
    Scenario Outline: sys.<set> installs the function in the calling thread only
      Given a thread alpha
      And a task mine that returns None
      When main calls sys.<set>(watch)
      And main calls sys.<get>()
      Then main returned watch
      When alpha calls sys.<get>()
      Then alpha returned None
      When alpha runs job
      And main runs mine
      And main reads watch.events
      Then main returned ['call mine', 'return mine']

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |

  Rule: A trace function that fails goes

    @TRACE-007.a
    Scenario Outline: A function that fails in one thread is removed there, and stays in others
      Given an unstarted thread alpha
      And an unstarted thread beta
      And a task bad that returns None
      And a task good that returns None
      And a tracer faulty with fails_in='bad'
      When main calls threading.<set>(faulty)
      And main starts alpha
      And main starts beta
      And alpha runs bad
      Then alpha raised ValueError
      When alpha calls sys.<get>()
      Then alpha returned None
      When beta calls sys.<get>()
      Then beta returned faulty
      When alpha runs good
      And beta runs good
      And main reads faulty.events
      Then main returned ['call alpha', 'call beta', 'call bad', 'call good', 'return good']

      Examples:
        | case    | set        | get        |
        | trace   | settrace   | gettrace   |
        | profile | setprofile | getprofile |
