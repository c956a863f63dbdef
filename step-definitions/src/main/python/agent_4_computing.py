

# Busy threads. The suite takes a thread for at rest that computes, as long as it says that it may go on.


class Busy(object):
    """Which threads are busy, by their numbers in the operating system, and until when each of them may be."""

    threads = {}

    def __init__(self, may_go_on):
        self.thread = number_of_this_thread()
        self.may_go_on = may_go_on

    def __enter__(self):
        self.outer = self.threads.get(self.thread)
        self.threads[self.thread] = self.may_go_on
        report(busy=self.thread)

    def __exit__(self, *error):
        if self.outer is not None:
            self.threads[self.thread] = self.outer
            return
        del self.threads[self.thread]
        report(idle=self.thread)


def number_of_this_thread():
    """The operating system's number for it, where the suite can look at threads by their numbers; else 0."""
    me = "/proc/thread-self"
    return int(os.readlink(me).rpartition("/")[2]) if os.path.islink(me) else 0


def busy_threads():
    return dict((str(thread), may_go_on()) for thread, may_go_on in Busy.threads.copy().items())


class Pauses(object):
    """How long threads that compute had to wait at most to go on with it, in nanoseconds, by their identifiers."""

    longest = {}


def loop_while_less(time_now, end):
    """A loop in a function of its own: on 3.11 to 3.13 a handler's error may escape a block that begins with one."""
    thread, last = _thread.get_ident(), clock()
    Pauses.longest[thread] = 0
    while time_now() < end:
        now = clock()
        if now - last > Pauses.longest[thread]:
            Pauses.longest[thread] = now - last
        last = now


def loop_until_equal(variable, value):
    while variable.value != value:
        pass


def compute(seconds):
    """Keeps a processor busy for so many seconds of its time, in plain Python code."""
    processor_time = getattr(time, "thread_time", lambda: clock() / 1e9)
    last = clock() + int(seconds * 1e9)
    with Busy(lambda: clock() < last):
        loop_while_less(processor_time, processor_time() + seconds)


def native_computation(seconds):
    """The same in one native function, which does not need the interpreter meanwhile."""
    import hashlib
    data = b"x" * 1000000
    last = clock() + int(seconds * 1e9)
    with Busy(lambda: clock() < last):
        end = time.thread_time() + seconds
        while time.thread_time() < end:
            hashlib.sha256(data)


def keep_gil(seconds):
    """Sleeps in native code without letting anybody else run meanwhile."""
    import ctypes
    ctypes.PyDLL(None).usleep(int(seconds * 1e6))


def spin(variable, value):
    """Does nothing but look at a shared variable until it has a value."""
    with Busy(lambda: variable.value != value):
        loop_until_equal(variable, value)


def paused_longer(thread, seconds):
    return Pauses.longest[thread.ident] > seconds * 1e9


def start_python(variable=None, option=None):
    """Whether a Python that is started with these settings has its lock enabled, or that it refuses to start."""
    import subprocess
    environment = dict(os.environ)
    environment.pop("PYTHON_GIL", None)
    if variable is not None:
        environment["PYTHON_GIL"] = variable
    command = [sys.executable] + ([] if option is None else ["-X", "gil=" + option])
    with Busy(lambda: False):  # it waits for somebody who is not at rest
        child = subprocess.Popen(command + ["-c", "import sys; print(sys._is_gil_enabled())"], env=environment,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = child.communicate()[0].decode().strip()
    return said if child.returncode == 0 else "refused"
