

# What scenarios find in the module `threadstone`.


class Object(object):
    """An object that is nothing but itself."""


class Variable(object):
    """A shared variable; each thread has a register of its own, so that `value += n` falls into its steps."""

    def __init__(self, value=0):
        self.value = value
        self.registers = _thread._local()

    def read(self):
        self.registers.value = self.value
        return self.value

    def add(self, amount):
        self.registers.value += amount
        return self.registers.value

    def write(self):
        self.value = self.registers.value

    def assign(self, value):
        self.value = value

    def copy(self, other):
        self.value = other.value

    def increment(self, n=1):
        self.value += n

    def is_equal_to(self, other):
        return lambda: self.value == other

    def is_above(self, other):
        return lambda: self.value > other


class CustomLock(object):
    """A lock that somebody wrote: around another one, with the documented methods and no more."""

    def __init__(self, lock):
        self.acquire, self.release, self.locked = lock.acquire, lock.release, lock.locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


threadstone = types.ModuleType("threadstone")


def publish():
    module = threadstone
    for kind in [Object, Variable, CustomLock] + PUBLISHED:
        kind.__module__ = "threadstone"
        setattr(module, kind.__name__, kind)
    module.drop, module.is_reclaimed, module.warnings = NAMES.drop, NAMES.is_reclaimed, []
    for use in (compute, native_computation, keep_gil, spin, paused_longer, blocking_io, start_python):
        setattr(module, use.__name__, use)
    sys.modules["threadstone"] = module
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, category, *where, **more: module.warnings.append(qualified(category))


# Sessions.


def dispatch(message):
    if "to" in message:
        Inbox.open[message["to"]].put(message)
    elif "prepare" in message:
        callback = message["prepare"]
        NAMES.bind(callback["name"], callable_of(callback))
    elif "signal" in message:
        os.kill(os.getpid(), getattr(signal, message["signal"]))
        report(signalled=message["signal"])
    else:
        report(where=dict((str(thread), list(trail)) for thread, trail in Session.trails.copy().items() if trail),
               busy=busy_threads())


def listen():
    """Runs in a raw thread. It blocks all signals for itself, so that the system hands them to the main thread."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
    try:
        for message in lines(Session.channel):
            dispatch(message)
    except OSError:
        pass  # the suite has gone and has left something unread, which resets the connection
    except Exception:
        report(fault="the agent cannot read a message: %s" % text_of(str, sys.exc_info()[1]))
    finally:
        os._exit(0)  # nobody is there any more to direct this interpreter


def direct(**facts):
    """Runs one session in this thread, which is the interpreter's main thread, and ends as the scenario says."""
    for descriptor, role in ((1, "stdout"), (2, "stderr")):
        stream = connect(role)
        os.dup2(stream, descriptor)
        os.close(stream)
    publish()
    trail, _ = my_trail()
    inbox = Inbox()
    Session.channel = connect("session", inbox=inbox.key, thread=_thread.get_ident(), at=clock(), **facts)
    _thread.start_new_thread(listen, ())
    try:
        ending = serve(inbox, trail)
    finally:
        report(ending=True, at=clock())
    end(ending)


def wait_for(child):
    _, status = os.waitpid(child, 0)
    try:
        os.killpg(child, signal.SIGKILL)  # whatever it has left behind
    except OSError:
        pass
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def preload():
    """Imports what takes long, once for all sessions."""
    try:
        __import__("asyncio")
    except ImportError:
        pass


def fork_sessions():
    """Forks a session for each request to do so; returns in the child, ends with the suite."""
    preload()
    control = connect("zygote", runtime=runtime())
    gc.collect()
    getattr(gc, "freeze", lambda: None)()
    for _ in lines(control):
        child = os.fork()
        if child == 0:
            os.close(control)
            os.setpgid(0, 0)
            return
        status = wait_for(child)
        try:
            send(control, exit=status, pid=child)
        except OSError:
            break
    os._exit(0)


def has(module):
    try:
        if PYTHON2:
            return bool(__import__("imp").find_module(module))
        return __import__("importlib.util").util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def runtime():
    """What this Python is, and which parts it has, found by looking rather than by version."""
    implementation = getattr(sys, "implementation", None)
    name = implementation.name if implementation else __import__("platform").python_implementation().lower()
    version = getattr(sys, "pypy_version_info", implementation.version if implementation else sys.version_info)
    traits = {
        "signals": hasattr(signal, "pthread_kill"),
        "process-exit": True,
        "subinterpreter": sys.version_info >= (3, 12) and (has("_interpreters") or has("_testcapi")),
        "introspection": True,
        "deprecated": True,
        "tracing": hasattr(sys, "settrace") and hasattr(threading, "settrace"),
        "lowlevel": hasattr(_thread, "start_new_thread"),
        "native": name == "cpython" and sys.platform.startswith("linux") and has("_ctypes"),
        "native-id": hasattr(threading, "get_native_id"),
        "fork": hasattr(os, "fork"),
        "multiprocess": has("_multiprocessing"),
        "imports": True,
        "finalizers": PROMPT_RECLAMATION,
        "debug": hasattr(sys, "_current_frames") and has("faulthandler"),
        "logging": has("logging"),
        "context": has("contextvars"),
        "asyncio": has("asyncio"),
        "scale": True,
    }
    return {
        "name": name,
        "version": ".".join(str(part) for part in version[:3]),
        "python": "%d.%d" % sys.version_info[:2],
        "build": "gil" if getattr(sys, "_is_gil_enabled", lambda: True)() else "free-threaded",
        "os": sys.platform.rstrip("0123456789"),
        "traits": sorted(trait for trait in traits if traits[trait]),
    }


def main():
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # inherited from a suite that runs in the background
    if hasattr(os, "setsid"):
        os.setsid()  # the interrupt key of the suite's terminal is none of the runtime's business
    if not hasattr(os, "fork") or os.environ.pop("THREADSTONE_FRESH", "") == "yes":
        direct(runtime=runtime())
        return
    fork_sessions()
    direct()


if __name__ == "__main__":
    main()
