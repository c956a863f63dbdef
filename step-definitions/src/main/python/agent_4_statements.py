# Statements as functions of the module `threadstone`: what a scenario cannot say with a call alone.


@published
def try_except(body, handler):
    """Calls the body; if that raises, calls the handler while the error is being handled."""
    try:
        body()
    except:  # noqa: E722, as everywhere: Java's exceptions on Jython
        handler()
        raise


@published
def try_finally(body, clean_up):
    try:
        body()
    finally:
        clean_up()


@published
def caught(body):
    """The error that the body raises."""
    try:
        body()
    except:  # noqa: E722
        return sys.exc_info()[1]


@published
def throw(error):
    raise error


@published
def raise_again():
    raise  # noqa: PLE0704, whether there is anything to raise is the question


@published
def tasks_in(trace):
    """The tasks among the frames of a traceback, or of an error's traceback, outermost first."""
    tasks, trace = [], getattr(trace, "__traceback__", trace)
    while trace is not None:
        if trace.tb_frame.f_code is activate.__code__:
            tasks.append(trace.tb_frame.f_locals["callback"]["name"])
        trace = trace.tb_next
    return tasks


@published
def interleave(*tasks):
    """Runs coroutines that take turns on the calling thread; each runs its task, waits, and runs it again."""
    def coroutine(task):
        task()
        yield
        task()

    waiting = [coroutine(task) for task in tasks]
    while waiting:
        waiting = [task for task in waiting if next(task, waiting) is not waiting]


class Farewell(object):
    def __init__(self, last_words):
        self.last_words = last_words

    def __del__(self, write=os.write):
        write(1, self.last_words().encode("utf-8"))


@published
def write_in_finalizer(target, attribute):
    """Leaves an object in a module; its finalizer writes an attribute of the target to the standard output."""
    sys.modules["farewell"] = module = types.ModuleType("farewell")
    module.farewell = Farewell(lambda: getattr(target, attribute))
