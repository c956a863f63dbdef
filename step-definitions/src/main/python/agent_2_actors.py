

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


def named(request, trail):
    return decode(request["value"])


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
    "new": new, "call": call, "function": function, "get": get, "set": assign, "name": named, "bind": bind,
    "subclass": subclass, "with": with_block, "sequence": sequence,
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
    inbox = Inbox() if script is None and "program" not in callback else None
    report(entered=callback["name"], thread=thread, first=first, inbox=inbox and inbox.key, at=clock(),
           args=[encode(value) for value in args], kwargs=dict((key, encode(kwargs[key])) for key in kwargs))
    trail.append(callback["name"])
    try:
        if inbox is not None:
            return end(serve(inbox, trail))
        if script is None:
            return run_program(callback["program"], callback["name"], args, kwargs)
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
    if form == "coroutine":
        return coroutine_of(callback)
    if form == "function":
        return plain
    if form == "partial":
        return functools.partial(plain)
    if form == "bound_method":
        return types.MethodType(method, Object())
    falsy = {"__bool__": lambda self: False, "__nonzero__": lambda self: False}
    return type("Callable", (object,), dict(falsy if form == "falsy_callable_object" else {}, __call__=method))()


PUBLISHED = []  # what the topics add to the module `threadstone`


def published(kind):
    PUBLISHED.append(kind)
    return kind
