

# Native code without a compiler: functions of the C library and of Python's own C interface, called through ctypes.
# What `CDLL` calls runs without the interpreter lock, what `pythonapi` calls keeps it.


class Native(object):
    """The functions that native code needs, found when the first scenario asks for one."""

    def __init__(self):
        import ctypes
        self.ctypes, self.held, self.free = ctypes, ctypes.pythonapi, ctypes.CDLL(None, use_errno=True)
        self.callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
        self.writer = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
        self.held.PyThread_get_thread_ident.restype = ctypes.c_ulong
        self.held.PyThreadState_Get.restype = ctypes.c_void_p
        self.free.fopencookie.restype = ctypes.c_void_p
        self.alive = []  # what C refers to must not be reclaimed

    def keep(self, thing):
        self.alive.append(thing)
        return thing

    def address(self, function):
        return self.ctypes.cast(function, self.ctypes.c_void_p).value

    def stream(self, write, close, cookie):
        """A C stream of one byte that calls `write` for it when it is closed, and then `close`."""
        ctypes = self.ctypes

        class Functions(ctypes.Structure):
            _fields_ = [(name, ctypes.c_void_p) for name in ("read", "write", "seek", "close")]

        stream = self.free.fopencookie(
            ctypes.c_void_p(cookie), b"w", Functions(None, self.address(write), None, self.address(close)))
        self.free.fputc(ctypes.c_int(1), ctypes.c_void_p(stream))
        return stream

    def start(self, function, argument):
        """Starts a thread of the operating system in a function of C."""
        thread = self.ctypes.c_ulong()
        failure = self.free.pthread_create(
            self.ctypes.byref(thread), None, self.ctypes.c_void_p(self.address(function)),
            self.ctypes.c_void_p(argument))
        if failure:
            raise Fault("the system refuses a native thread: error %d" % failure)
        return thread.value

    def join(self, thread):
        result = self.ctypes.c_void_p()
        self.free.pthread_join(self.ctypes.c_ulong(thread), self.ctypes.byref(result))
        return (result.value or 0) & 0xffffffff


def native():
    if Session.native is None:
        Session.native = Native()
    return Session.native


Session.native = None


@published
class NativeThread(object):
    """A thread that C made: it runs `fclose`, which calls back once, and natively goes on with something else.

    That is a second call, a wait for `let_go`, or a look whether it holds the interpreter lock.
    """

    def __init__(self, target, again=None, stays=False):
        library = native()
        self.ident, self.held_outside, self.semaphore = None, None, library.ctypes.create_string_buffer(64)
        library.free.sem_init(self.semaphore, 0, 0)

        def write(cookie, data, size):
            target()
            return size

        def close(cookie):
            again()
            return 0

        then = library.held.PyGILState_Check
        if again is not None:
            then = library.keep(library.callback(close))
        elif stays:
            then = library.free.sem_wait
        cookie = library.ctypes.addressof(self.semaphore)
        self.stream = library.stream(library.keep(library.writer(write)), then, cookie)

    def start(self):
        """Looks first whether a native thread that never called back holds the lock."""
        library = native()
        library.keep(self)
        self.held_outside = [bool(library.join(library.start(library.held.PyGILState_Check, None)))]
        self.ident = library.start(library.free.fclose, self.stream)

    def let_go(self):
        native().free.sem_post(self.semaphore)

    def join(self):
        self.held_outside.append(bool(native().join(self.ident)))


@published
def start_native_threads(number, target):
    """Starts as many native threads and waits for them."""
    threads = [NativeThread(target) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@published
class NativeGate(object):
    """Something that native code waits for, without the interpreter lock or with it."""

    def __init__(self):
        self.entry, self.key = os.pipe()
        self.is_open = False

    def open(self):
        self.is_open = True
        os.close(self.key)

    def open_at_finalization(self):
        """Opens when the modules are torn down, which is after finalization has begun."""
        sys.modules["threadstone"].last_words = type("LastWords", (object,), {
            "__del__": lambda self, close=os.close, key=self.key: close(key)})()

    def wait(self):
        """Lets other threads run meanwhile."""
        library = native()
        library.free.read(self.entry, library.ctypes.create_string_buffer(1), 1)
        return True

    def wait_holding_gil(self, opener, seconds):
        """Waits that long at most for a new thread to open the gate; keeps the lock. Whether it was opened."""
        library, interval = native(), sys.getswitchinterval()
        wanted = library.ctypes.create_string_buffer(struct.pack("ihh", self.entry, select.POLLIN, 0))
        sys.setswitchinterval(1000)
        try:
            _thread.start_new_thread(opener, ())
            return library.held.poll(wanted, 1, int(seconds * 1000)) > 0
        finally:
            sys.setswitchinterval(interval)

    def wait_allowing_threads(self, opener):
        """Waits for a new thread to open the gate; lets it run."""
        _thread.start_new_thread(opener, ())
        return self.wait()


@published
class NativeCounter(object):
    """A number of native code's own that nothing guards."""

    def __init__(self):
        self.number = native().ctypes.c_int(0)
        self.value = 0

    def add_one(self, gate):
        """Reads, waits without the interpreter lock, and writes."""
        seen = self.number.value
        gate.wait()
        self.number.value = seen + 1
        self.value = self.number.value


@published
def gil_held():
    return bool(native().held.PyGILState_Check())


@published
def gil_held_while_allowing_threads():
    return bool(native().free.PyGILState_Check())


@published
def gil_ensure():
    """Whether the lock was held already."""
    states = Session.threads.__dict__.setdefault("states", [])
    states.append(native().held.PyGILState_Ensure())
    return states[-1] == 0


@published
def gil_release():
    native().held.PyGILState_Release(Session.threads.states.pop())


@published
def thread_state():
    """The address of the caller's thread state."""
    return native().held.PyThreadState_Get()


@published
def native_ident():
    """The caller's identifier as native code gets it."""
    return native().held.PyThread_get_thread_ident()


@published
def add_pending_call(task):
    """Queues a call for the main thread; whether it was queued."""
    def call(argument):
        task()
        return 0

    return native().held.Py_AddPendingCall(native().keep(native().callback(call)), None) == 0


@published
def set_async_exc(ident, error):
    """Requests an error in another thread, or with None takes the request back; how many threads are affected."""
    ctypes = native().ctypes
    return native().held.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(ident), None if error is None else ctypes.py_object(error))
