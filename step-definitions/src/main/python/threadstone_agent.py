"""Threadstone's agent: puts the Python that runs this file under the direction of the suite. See PROTOCOL.md.

One file, standard library only, valid for Python 2.7 and 3.6 and later. Its own plumbing uses descriptors and `_thread`
alone, never what is under test; it talks on a connection of its own, so what the program prints cannot disturb it.
"""

import functools
import gc
import json
import os
import signal
import socket
import sys
import threading  # preloaded for the forked sessions; the agent itself does not use it
import time
import types
import warnings
import weakref

try:
    import _thread
    import builtins
except ImportError:
    import __builtin__ as builtins
    import thread as _thread

PROTOCOL = 1
PYTHON2 = sys.version_info[0] == 2
INTEGERS = (int, long) if PYTHON2 else (int,)  # noqa: F821
TEXTS = (str, unicode) if PYTHON2 else (str,)  # noqa: F821
LONGEST = 2000  # characters of a repr or a message that are reported

clock = getattr(time, "monotonic_ns", None) or (lambda: int(getattr(time, "monotonic", time.time)() * 1e9))


class Fault(Exception):
    """The suite or the agent is at fault, not the runtime."""


# The channel: one JSON object a line. A line is written in one piece, so threads need no lock.


def connect(role, **facts):
    kind, _, place = os.environ["THREADSTONE_CHANNEL"].partition(":")
    if kind == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(place)
    else:
        host, _, port = place.partition(":")
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.connect((host, int(port)))
    descriptor = os.dup(connection.fileno())
    connection.close()
    send(descriptor, hello=role, protocol=PROTOCOL, token=os.environ["THREADSTONE_TOKEN"], pid=os.getpid(), **facts)
    return descriptor


def send(descriptor, **message):
    data = (json.dumps(message) + "\n").encode("ascii")
    while data:
        data = data[os.write(descriptor, data):]


def lines(descriptor):
    rest = b""
    while True:
        data = os.read(descriptor, 65536)
        if not data:
            return
        complete = (rest + data).split(b"\n")
        rest = complete.pop()
        for line in complete:
            yield json.loads(line.decode("utf-8"))


# Names and values.


class Names(object):
    """The scenario's named objects, and the way back from an object to its name."""

    def __init__(self):
        self.objects = {}
        self.owners = {}
        self.dropped = {}

    def bind(self, name, value):
        self.objects[name] = value
        if self.of(value) is None:
            self.owners[id(value)] = name
        return value

    def of(self, value):
        name = self.owners.get(id(value))
        return name if name is not None and self.objects.get(name) is value else None

    def get(self, name):
        if name not in self.objects:
            raise Fault("there is no object named '%s'" % name)
        return self.objects[name]

    def drop(self, name):
        value = self.objects.pop(name)
        self.dropped[name] = weakref.ref(value)

    def weakref_alive(self, name):
        return self.dropped[name]() is not None


NAMES = Names()


def resolve(name):
    """What a qualified name stands for: a class of the scenario, a builtin, a module, or something in a module."""
    if name in NAMES.objects:
        return NAMES.objects[name]
    head, _, rest = name.partition(".")
    if not rest and hasattr(builtins, head):
        return getattr(builtins, head)
    found, path = __import__(head), head
    for part in rest.split(".") if rest else ():
        path += "." + part
        if isinstance(found, types.ModuleType) and not hasattr(found, part):
            try:
                __import__(path)
            except ImportError:
                pass
        found = getattr(found, part)
    return found


def qualified(kind):
    """The public name of a class: `ValueError`, `threading.BrokenBarrierError`, `queue.Empty`."""
    name = str(getattr(kind, "__qualname__", kind.__name__))
    module = str(getattr(kind, "__module__", ""))
    public = ".".join(part for part in module.split(".") if not part.startswith("_")) or module.lstrip("_")
    if public != module and getattr(sys.modules.get(public), name, None) is kind:
        module = public
    return name if module in ("", "builtins", "exceptions", "__builtin__", "__main__") else module + "." + name


def text_of(show, value):
    try:
        shown = show(value)
        return shown.decode("utf-8", "replace")[:LONGEST] if isinstance(shown, bytes) else shown[:LONGEST]
    except Exception:
        return "<no text: %s failed>" % show.__name__


def encode(value):
    if value is None or value is True or value is False:
        return value
    if isinstance(value, INTEGERS):
        return int(value)
    if isinstance(value, float):
        return {"float": repr(float(value))}
    if isinstance(value, TEXTS):
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    name = NAMES.of(value)
    if name is not None:
        return {"ref": name}
    if type(value) in (list, tuple):
        return {type(value).__name__: [encode(item) for item in value]}
    if type(value) is dict and all(isinstance(key, TEXTS) for key in value):
        return {"dict": dict((key, encode(item)) for key, item in value.items())}
    return {"opaque": qualified(type(value)), "text": text_of(repr, value)}


def decode(value):
    if isinstance(value, TEXTS):
        return value.encode("utf-8") if PYTHON2 else value
    if not isinstance(value, dict):
        return value
    if "ref" in value:
        return NAMES.get(value["ref"])
    if "float" in value:
        return float(value["float"])
    if "constant" in value:
        constant = resolve(value["constant"])
        return constant + value["plus"] if value["plus"] else constant
    if "dict" in value:
        return dict((str(key), decode(item)) for key, item in value["dict"].items())
    items = [decode(item) for item in value.get("list", value.get("tuple", ()))]
    return tuple(items) if "tuple" in value else items


def arguments(request):
    return [decode(item) for item in request["args"]], dict(
        (str(key), decode(item)) for key, item in request["kwargs"].items())


def error_of(error):
    kind = type(error)
    cause = getattr(error, "__cause__", None)
    return {
        "type": qualified(kind),
        "mro": [qualified(base) for base in kind.__mro__ if base is not object],
        "message": text_of(str, error),
        "identity": NAMES.of(error),
        "cause": None if cause is None else error_of(cause),
    }


# Requests. The trail says where a thread is: the request's number, indices into sequences, names of callbacks.


def perform(request, trail):
    return REQUESTS[request["do"]](request, trail)


def new(request, trail):
    args, kwargs = arguments(request)
    return resolve(request["type"])(*args, **kwargs)


def call(request, trail):
    target = decode(request["target"])
    args, kwargs = arguments(request)
    method = target if request["method"] == "__call__" else getattr(target, request["method"])
    return method(*args, **kwargs)


def function(request, trail):
    args, kwargs = arguments(request)
    return resolve(request["name"])(*args, **kwargs)


def get(request, trail):
    return getattr(decode(request["target"]), request["attribute"])


def assign(request, trail):
    setattr(decode(request["target"]), request["attribute"], decode(request["value"]))


def bind(request, trail):
    return NAMES.bind(request["name"], perform(request["request"], trail))


def subclass(request, trail):
    def overriding(callback):
        return lambda self, *args, **kwargs: callback(self, *args, **kwargs)

    base = resolve(request["base"])
    members = dict((str(method), overriding(NAMES.get(name))) for method, name in request["overrides"].items())
    return NAMES.bind(request["name"], type(base)(str(request["name"]), (base,), members))


def sequence(request, trail):
    result, depth = None, len(trail)
    trail.append(0)
    for _ in range(request["times"]):
        for index, step in enumerate(request["requests"]):
            trail[depth] = index
            result = perform(step, trail)
    trail.pop()
    return result


def with_end(target, body):
    with target as value:
        body(value)


def with_return(target, body):
    with target as value:
        body(value)
        return


def with_break(target, body):
    for _ in (1, 2):
        with target as value:
            body(value)
            break


def with_continue(target, body):
    for _ in (1,):
        with target as value:
            body(value)
            continue


def with_block(request, trail):
    leave = {"end": with_end, "return": with_return, "break": with_break, "continue": with_continue}[request["leave"]]
    leave(decode(request["target"]), NAMES.get(request["body"]))


REQUESTS = {
    "new": new, "call": call, "function": function, "get": get, "set": assign, "bind": bind, "subclass": subclass,
    "with": with_block, "sequence": sequence,
}


# Actors and callbacks.


class Inbox(object):
    """Requests for one actor; whoever takes waits on a pipe."""

    open = {}

    def __init__(self):
        self.key, self.wake = os.pipe()
        self.messages = []
        Inbox.open[self.key] = self

    def put(self, message):
        self.messages.append(message)
        os.write(self.wake, b".")

    def take(self):
        os.read(self.key, 1)
        return self.messages.pop(0)

    def close(self):
        del Inbox.open[self.key]
        os.close(self.key)
        os.close(self.wake)


class Session(object):
    """What the threads of one session share."""

    channel = -1
    threads = _thread._local()
    trails = {}


def report(**message):
    send(Session.channel, **message)


def my_trail():
    """The trail of the calling thread, and whether this thread is seen for the first time."""
    trail = getattr(Session.threads, "trail", None)
    if trail is not None:
        return trail, False
    trail = Session.threads.trail = Session.trails[_thread.get_ident()] = []
    return trail, True


def answer(number, request, trail):
    depth = len(trail)
    trail.append("#%d" % number)
    try:
        result = {"value": encode(perform(request, trail))}
    except Fault:
        result = {"fault": str(sys.exc_info()[1])}
    except:  # noqa: E722, on Jython only this catches Java's exceptions
        result = {"error": error_of(sys.exc_info()[1])}
    at = clock()
    del trail[depth:]
    report(leave=number, at=at, **result)


def serve(inbox, trail):
    """Performs requests until one of them says how to end."""
    while True:
        message = inbox.take()
        number, request = message["id"], message["request"]
        report(enter=number, at=clock())
        if request["do"] == "reply":
            report(leave=number, at=clock(), value=None)
            return request["ending"]
        answer(number, request, trail)


def end(ending):
    if "return" in ending:
        return decode(ending["return"])
    name = ending.get("name")
    if name in NAMES.objects:
        raise NAMES.objects[name]
    args, kwargs = arguments(ending)
    error = resolve(ending["raise"])(*args, **kwargs)
    if name is not None:
        NAMES.bind(name, error)
    raise error


def activate(callback, args, kwargs):
    """One call of a callback by the runtime."""
    trail, first = my_trail()
    thread, depth, script = _thread.get_ident(), len(trail), callback.get("script")
    inbox = Inbox() if script is None else None
    report(entered=callback["name"], thread=thread, first=first, inbox=inbox and inbox.key, at=clock(),
           args=[encode(value) for value in args], kwargs=dict((key, encode(kwargs[key])) for key in kwargs))
    trail.append(callback["name"])
    try:
        if inbox is not None:
            return end(serve(inbox, trail))
        perform({"do": "sequence", "requests": script["requests"], "times": 1}, trail)
        return end(script["ending"])
    finally:
        del trail[depth:]
        if inbox is not None:
            inbox.close()
        report(left=thread, at=clock())


def callable_of(callback):
    def plain(*args, **kwargs):
        return activate(callback, args, kwargs)

    def method(self, *args, **kwargs):
        return activate(callback, args, kwargs)

    plain.__name__ = method.__name__ = str(callback["name"])
    form = callback["form"]
    if form == "function":
        return plain
    if form == "partial":
        return functools.partial(plain)
    if form == "bound_method":
        return types.MethodType(method, Object())
    falsy = {"__bool__": lambda self: False, "__nonzero__": lambda self: False}
    return type("Callable", (object,), dict(falsy if form == "falsy_callable_object" else {}, __call__=method))()


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


class Interpreter(object):
    """A subinterpreter that may be configured without threads or without daemon threads."""

    SCRIPT = """
import os, threading
def target():
    os.write({ran}, b"ran")
try:
    thread = threading.Thread(target=target{options})
    {action}
    thread.start()
    thread.join()
except RuntimeError as error:
    os.write({failed}, str(error).encode() or b"RuntimeError")
"""

    def __init__(self, allow_threads=True, allow_daemon_threads=True):
        self.allowed = {"allow_threads": allow_threads, "allow_daemon_threads": allow_daemon_threads}
        self.target_ran = False

    def start_thread(self):
        self._try("", "pass")

    def create_daemon_thread(self):
        self._try(", daemon=True", "pass")

    def set_daemon(self):
        self._try("", "thread.daemon = True")

    def _try(self, options, action):
        (ran_out, ran), (failed_out, failed) = os.pipe(), os.pipe()
        try:
            self._run(self.SCRIPT.format(ran=ran, failed=failed, options=options, action=action))
        finally:
            os.close(ran)
            os.close(failed)
            self.target_ran = os.read(ran_out, 16) != b""
            problem = os.read(failed_out, LONGEST).decode()
            os.close(ran_out)
            os.close(failed_out)
        if problem:
            raise RuntimeError(problem)

    def _run(self, script):
        try:
            import _interpreters
        except ImportError:
            from _testcapi import run_in_subinterp_with_config
            run_in_subinterp_with_config(
                script, use_main_obmalloc=True, allow_fork=True, allow_exec=True, check_multi_interp_extensions=False,
                own_gil=False, **self.allowed)
            return
        interpreter = _interpreters.create(_interpreters.new_config("legacy", **self.allowed))
        try:
            failure = _interpreters.run_string(interpreter, script)
        finally:
            _interpreters.destroy(interpreter)
        if failure is not None:
            raise Fault("the subinterpreter failed: %s" % failure.formatted)


def publish():
    module = types.ModuleType("threadstone")
    for kind in (Object, Variable, Interpreter):
        kind.__module__ = "threadstone"
        setattr(module, kind.__name__, kind)
    module.drop, module.weakref_alive, module.warnings = NAMES.drop, NAMES.weakref_alive, []
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
        report(where=dict((str(thread), list(trail)) for thread, trail in Session.trails.copy().items() if trail))


def listen():
    """Runs in a raw thread. It blocks all signals for itself, so that the system hands them to the main thread."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    try:
        for message in lines(Session.channel):
            dispatch(message)
    except Exception:
        report(fault="the agent cannot read a message: %s" % text_of(str, sys.exc_info()[1]))
    os._exit(0)  # the suite has closed the channel


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


def fork_sessions():
    """Forks a session for each request to do so; returns in the child, ends with the suite."""
    control = connect("zygote", runtime=runtime())
    gc.collect()
    getattr(gc, "freeze", lambda: None)()
    for _ in lines(control):
        child = os.fork()
        if child == 0:
            os.close(control)
            os.setpgid(0, 0)
            return
        send(control, exit=wait_for(child), pid=child)
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
    mortal = Object()
    watch = weakref.ref(mortal)
    del mortal
    traits = {
        "signals": hasattr(signal, "pthread_kill"),
        "process-exit": True,
        "subinterpreter": sys.version_info >= (3, 12) and (has("_interpreters") or has("_testcapi")),
        "introspection": True,
        "deprecated": True,
        "tracing": hasattr(sys, "settrace") and hasattr(threading, "settrace"),
        "lowlevel": hasattr(_thread, "start_new_thread"),
        "native": has("_ctypes"),
        "native-id": hasattr(threading, "get_native_id"),
        "fork": hasattr(os, "fork"),
        "multiprocess": has("_multiprocessing"),
        "imports": True,
        "finalizers": watch() is None,
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
    if not hasattr(os, "fork") or os.environ.pop("THREADSTONE_FRESH", "") == "yes":
        direct(runtime=runtime())
        return
    os.setsid()
    fork_sessions()
    direct()


if __name__ == "__main__":
    main()
