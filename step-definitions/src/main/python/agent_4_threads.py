

# What scenarios ask about threads: tasks on their stacks, errors being handled, what the kernel and tracers see.


TASK_CODES = set(code for code in callable_of.__code__.co_consts if isinstance(code, types.CodeType))


def task_of(frame):
    """The name of the task that this frame is a call of, or None."""
    return frame.f_locals["callback"]["name"] if frame.f_code in TASK_CODES else None


@published
def stack_of(thread):
    """The tasks on the call stack of a thread, innermost first."""
    return tasks_on(sys._current_frames()[thread.ident])


def tasks_on(frame):
    tasks = []
    while frame is not None:
        tasks.append(task_of(frame))
        frame = frame.f_back
    return [task for task in tasks if task is not None]


@published
def handled():
    """The error that the caller is handling."""
    return sys.exc_info()[1]


@published
def handled_by(thread):
    """The error that a thread is handling."""
    return sys._current_exceptions().get(thread.ident)


@published
def count_from(start, steps, gate):
    """Counts in a local variable and waits at the gate after each step."""
    total = start
    for _ in range(steps):
        total += 1
        gate.wait()
    return total


@published
def recurse(depth, gate=None):
    """Calls itself until it is that deep, and waits at the gate down there."""
    if depth > 1:
        return 1 + recurse(depth - 1, gate)
    if gate is not None:
        gate.wait()
    return 1


@published
def generator(body):
    """A generator that yields what the body returns."""
    while True:
        yield body()


@published
def import_afresh(name):
    """Imports a module as if nobody had done so before."""
    known = sys.modules.pop(name)
    try:
        return __import__(name)
    finally:
        sys.modules[name] = known


@published
def kernel_tasks():
    """The kernel's numbers of the threads of this process."""
    return [int(task) for task in os.listdir("/proc/self/task")]


@published
def kernel_name(thread):
    """What the kernel calls a thread."""
    with open("/proc/self/task/%d/comm" % thread.native_id) as name:
        return name.read().rstrip("\n")


@published
class Tracer(object):
    """A trace or profile function that notes the calls and returns of tasks.

    It may fail in a task of a name, or look at the threads whenever it is called outside of the agent.
    """

    def __init__(self, fails_in=None, looks=False):
        self.fails_in, self.looks = fails_in, looks
        self.events, self.looked = [], False

    def __call__(self, frame, event, arg):
        task = task_of(frame)
        if task is not None and event in ("call", "return"):
            self.events.append("%s %s" % (event, task))
            if task == self.fails_in:
                raise ValueError("the trace function fails in " + task)
        if self.looks and frame.f_code.co_filename != task_of.__code__.co_filename:
            self.looked = threading.current_thread() in threading.enumerate() and threading.active_count() > 0
        return self if self.looks or task is not None else None


@published
def has_imported(name):
    """Whether the calling thread's interpreter has imported a module."""
    return name in sys.modules
