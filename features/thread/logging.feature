Feature: Logging from threads
  Source: Python library reference 3.14, logging: "LogRecord Objects", "Handler Objects", "Thread Safety".
  Not here: levels, formats, filters and the hierarchy of loggers.

  Background:
    Given threads alpha and beta
    When main calls logging.getLogger('suite') as logger

  Rule: A record knows the thread that logged

    @LOGGING-001.a
    Scenario: A record carries the name and the identifier of the thread that logged
      Given a task defined as:
        """
        def log():
            logger.warning('hello')
            return threading.get_ident()
        """
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logger.addHandler(handler)
      And main sets alpha.name to 'smith'
      And alpha runs log
      And main reads handler.buffer as records
      And main calls records.pop() as record
      Then the threadName of record is 'smith'
      When main calls operator.eq(record.thread, alpha.ident)
      Then main returned True

    @LOGGING-001.b
    Scenario: What the main thread logs is the main thread's
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logger.addHandler(handler)
      And main calls logger.warning('hello')
      And main reads handler.buffer as records
      And main calls records.pop() as record
      Then the threadName of record is 'MainThread'
      When main calls record.getMessage()
      Then main returned 'hello'

    @LOGGING-002.a
    Scenario: A record keeps the name that the thread had when it logged
      Given a list names
      And a task defined as:
        """
        def collect(records):
            for record in records:
                name = record.threadName
                names.append(name)
            return names.copy()
        """
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logger.addHandler(handler)
      And main reads handler.buffer as records
      And main sets alpha.name to 'before'
      And alpha calls logger.warning('one')
      And main sets alpha.name to 'between'
      And alpha calls logger.warning('two')
      And main sets alpha.name to 'after'
      And main calls collect(records)
      Then main returned ['before', 'between']

  Rule: A handler takes one record at a time, and each of them whole

    @LOGGING-003.a
    Scenario: However threads take turns, no line is begun while another one is being written
      Given a list writers
      And a shared variable torn starting at 0
      And a task defined as:
        """
        def write(self, text):
            if 'somebody' in writers:
                torn.increment()
            writers.append('somebody')
            writers.pop()
        """
      And a task flush that returns None
      And a task defined as:
        """
        def log():
            logger.warning('a line')
            logger.warning('a line')
        """
      When main derives a class Stream from threadstone.Object whose write is write and flush is flush
      And main calls Stream() as stream
      And main calls logging.StreamHandler(stream) as handler
      And main calls logger.addHandler(handler)
      And alpha and beta each run log under 60 schedules
      Then the outcomes of torn are graded:
        | value | grade    |
        | 0     | required |

    @LOGGING-003.b
    Scenario: Each line reaches the stream exactly once and whole
      Given a list written
      And a task defined as:
        """
        def write(self, text):
            written.append(text)
        """
      And a task flush that returns None
      And a task defined as:
        """
        def log():
            logger.warning('a line of some length')
        """
      When main derives a class Stream from threadstone.Object whose write is write and flush is flush
      And main calls Stream() as stream
      And main calls logging.StreamHandler(stream) as handler
      And main calls logger.addHandler(handler)
      And alpha and beta each run log 20 times
      And main calls len(written)
      Then main returned 40
      When main calls set(written) as distinct
      And main calls len(distinct)
      Then main returned 1
      When main calls written.pop()
      Then main returned a text that starts with 'a line of some length'

    @LOGGING-004.a
    Scenario: While one thread is inside a handler's emit, another one waits
      Given a task emit
      When main derives a class Recorder from logging.Handler whose emit is emit
      And main calls Recorder() as handler
      And main calls logger.addHandler(handler)
      And alpha calls logger.warning('one')
      And beta calls logger.warning('two')
      Then alpha and beta are blocked
      And emit ran once
      When emit finishes
      Then alpha returned None
      And emit ran twice

    @LOGGING-005.a
    Scenario: The records of one thread reach the handler in the order in which it logged them
      Given a list numbers
      And a task defined as:
        """
        def log():
            for number in range(20):
                logger.warning(number)
        """
      And a task defined as:
        """
        def numbers_of(name, records):
            for record in records:
                if record.threadName == name:
                    number = record.msg
                    numbers.append(number)
            return numbers.copy()
        """
      When main calls logging.handlers.BufferingHandler(100) as handler
      And main calls logger.addHandler(handler)
      And main reads handler.buffer as records
      And main sets beta.name to 'second'
      And alpha and beta each run log once
      And main calls numbers_of('second', records)
      Then main returned [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]

  Rule: A logger's name stands for one object in all threads

    @LOGGING-006.a
    Scenario: However threads ask for a new logger, they get the same one
      Given a list found
      And a shared variable others starting at 0
      And a task defined as:
        """
        def look():
            mine = logging.getLogger('fresh')
            found.append(mine)
            for one in found:
                if one is not mine:
                    others.increment()
        """
      When alpha and beta each run look under 60 schedules
      Then the outcomes of others are graded:
        | value | grade    |
        | 0     | required |

  Rule: Direct writes are not kept together

    @LOGGING-007.a
    Scenario: Two prints to one stream may mix their words, but neither loses one
      Given a list words
      And a task defined as:
        """
        def write(self, text):
            if text in ['one', 'two']:
                words.append(text)
        """
      When main derives a class Stream from threadstone.Object whose write is write
      And main calls Stream() as stream
      Given a task defined as:
        """
        def speak():
            print('one', 'two', file=stream)
        """
      When alpha and beta each run speak under 60 schedules
      Then the outcomes of words are graded:
        | value                        | grade       |
        | ['one', 'two', 'one', 'two'] | interesting |
        | ['one', 'one', 'two', 'two'] | interesting |
