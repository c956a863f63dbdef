# What scenarios find in the module `threadstone` of the world around the threads: interpreters, pipes, the exit.


@published
class Interpreter(object):
    """A subinterpreter that may be configured without threads or without daemon threads."""

    SCRIPT = """
import os, signal, threading
def target():
    os.write({ran}, b"ran")
def wait():
    os.read({gate}, 1)
    target()
try:
    {statements}
except (RuntimeError, ValueError) as error:
    os.write({failed}, type(error).__name__.encode())
"""

    IMPORT = """
import os, sys, threading
def target():
    __import__("{module}").mark = "made there"
thread = threading.Thread(target=target)
thread.start()
thread.join()
if getattr(sys.modules.get("{module}"), "mark", None) == "made there":
    os.write({seen}, b"seen")
"""

    COMPUTE = """
import time
count = took = 0
while took < {seconds}:
    count = 2 * count + 1000
    begin = time.monotonic()
    sum(range(count))
    took = time.monotonic() - begin
"""

    def __init__(self, allow_threads=True, allow_daemon_threads=True, own_lock=False):
        self.allowed = {"allow_threads": allow_threads, "allow_daemon_threads": allow_daemon_threads}
        self.own_lock = own_lock
        self.target_ran = False

    def start_thread(self):
        self._try("thread = threading.Thread(target=target)", "thread.start()", "thread.join()")

    def create_daemon_thread(self):
        self._try("threading.Thread(target=target, daemon=True)")

    def set_daemon(self):
        self._try("threading.Thread(target=target).daemon = True")

    def install_handler(self):
        self._try("signal.signal(signal.SIGUSR1, print)")

    def start_thread_and_end(self, pipe):
        """Starts a thread that waits for a byte from the pipe, and ends the interpreter without joining it."""
        self._try("threading.Thread(target=wait).start()", gate=pipe.reader)

    def compute_natively(self, seconds):
        """Runs native operations there, which keep that interpreter's lock, until one has taken so long."""
        end = clock() + int(seconds * 1e9)
        with Busy(lambda: clock() < end):
            self._run(self.COMPUTE.format(seconds=seconds))

    def import_in_thread(self, module):
        """A thread imports a module there and sets an attribute of it; whether that interpreter then has both."""
        seen_out, seen = os.pipe()
        try:
            self._run(self.IMPORT.format(module=module, seen=seen))
        finally:
            os.close(seen)
            answer = os.read(seen_out, 16)
            os.close(seen_out)
        return answer == b"seen"

    def _try(self, *statements, **names):
        (ran_out, ran), (failed_out, failed) = os.pipe(), os.pipe()
        try:
            self._run(self.SCRIPT.format(
                statements="\n    ".join(statements), ran=ran, failed=failed, gate=names.get("gate", -1)))
        finally:
            os.close(ran)
            os.close(failed)
            self.target_ran = os.read(ran_out, 16) != b""
            problem = os.read(failed_out, LONGEST).decode()
            os.close(ran_out)
            os.close(failed_out)
        if problem:
            raise resolve(problem)("the subinterpreter raised it")

    def _run(self, script):
        try:
            import _interpreters
        except ImportError:
            from _testcapi import run_in_subinterp_with_config
            run_in_subinterp_with_config(
                script, use_main_obmalloc=not self.own_lock, allow_fork=True, allow_exec=True,
                check_multi_interp_extensions=self.own_lock, gil=2 if self.own_lock else 1, **self.allowed)
            return
        kind = "isolated" if self.own_lock else "legacy"
        interpreter = _interpreters.create(_interpreters.new_config(kind, **self.allowed))
        try:
            failure = _interpreters.run_string(interpreter, script)
        finally:
            _interpreters.destroy(interpreter)
        if failure is not None:
            raise Fault("the subinterpreter failed: %s" % failure.formatted)


@published
class HandlerRecord(object):
    """A signal handler that keeps its number and the tasks that it has interrupted, innermost first."""

    number, tasks = None, []

    def __call__(self, number, frame):
        self.number, self.tasks = number, tasks_on(frame)


@published
class Pipe(object):
    """A pipe of the operating system for numbers of one byte."""

    def __init__(self):
        self.reader, self.writer = os.pipe()
        if hasattr(os, "set_blocking"):
            os.set_blocking(self.writer, False)

    def send(self, number):
        os.write(self.writer, bytes(bytearray([number])))

    def receive(self):
        """The next number, or None once the writer has been closed."""
        data = os.read(self.reader, 1)
        return ord(data) if data else None

    def close(self):
        os.close(self.writer)


@published
def compute_natively(seconds):
    """Runs ever longer native operations, which keep the interpreter's lock, until one has taken that long."""
    count, begin, end = 1000, 0, 0
    while end - begin < seconds * 1e9:
        count *= 2
        begin = clock()
        sum(range(count))
        end = clock()


@published
def show(function, *args):
    """Writes what a call returns, or the type of what it raises, to standard output, also while modules go."""
    try:
        value = function(*args)
        shown = NAMES.of(value) or repr(value)
    except Exception:
        shown = type(sys.exc_info()[1]).__name__
    os.write(1, ("[%s]" % shown).encode("utf-8"))


class Mortal(object):
    """Calls something when it dies."""

    def __init__(self, callback):
        self.callback = callback

    def __del__(self):
        self.callback()


@published
def at_teardown(callback):
    """Lets a callback be called while the interpreter tears its modules down: by an object that only a module holds."""
    grave = types.ModuleType("threadstone_teardown")
    grave.mortal = Mortal(callback)
    sys.modules[grave.__name__] = grave
