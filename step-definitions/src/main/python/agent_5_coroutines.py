

# Coroutines: `async def` functions of the scenario. While one waits for a request its event loop goes on, and the
# listening thread says in its place that the request begins. Python 2 can read neither `async def` nor `yield from`:
# the one stands in a text, and for the other a generator yields the generator that it wants to be continued by.


DRIVER = """
async def drive(steps):
    value = error = None
    while True:
        try:
            awaited = steps.send(value) if error is None else steps.throw(error)
        except StopIteration:
            return
        try:
            value, error = await (drive(awaited) if isinstance(awaited, types.GeneratorType) else awaited), None
        except BaseException as raised:
            value, error = None, raised


def coroutine_function(steps_of):
    async def coroutine(*args, **kwargs):
        result = []
        await drive(steps_of(args, kwargs, result))
        return result[0]
    return coroutine
"""

COROUTINE_NUMBERS = itertools.count(1)


class LoopInbox(Inbox):
    """Requests for one coroutine, which waits for them in its event loop."""

    def put(self, message):
        report(enter=message["id"], at=clock())
        Inbox.put(self, message)

    def arrival(self):
        loop = sys.modules["asyncio"].get_running_loop()
        arrived = loop.create_future()
        loop.add_reader(self.key, lambda: arrived.done() or arrived.set_result(None))
        try:
            yield arrived
        finally:
            loop.remove_reader(self.key)


def flattened(request):
    """What a request consists of: each part, the name for its result, and whether that is to be awaited."""
    if request["do"] == "sequence":
        return [step for part in request["requests"] for step in flattened(part)] * request["times"]
    name = request["name"] if request["do"] == "bind" else None
    inner = request if name is None else request["request"]
    awaits = inner["do"] == "await"
    return [(inner["request"] if awaits else inner, name, awaits)]


def perform_steps(label, request, result):
    """Performs a request; yields what is to be awaited, and is sent what that gave."""
    trail, _ = my_trail()
    result[:] = [None]
    for part, name, awaits in flattened(request):
        depth = len(trail)
        trail.append(label)
        try:
            found = perform(part, trail)
        finally:
            del trail[depth:]
        if awaits:
            found = yield found
        if name is not None:
            NAMES.bind(name, found)
        result[:] = [found]


def serve_steps(inbox, ending):
    """As `serve`, in a coroutine."""
    while True:
        yield inbox.arrival()
        message = inbox.take()
        if message["request"]["do"] == "reply":
            report(leave=message["id"], at=clock(), value=None)
            ending.append(message["request"]["ending"])
            return
        result = []
        try:
            yield perform_steps("#%d" % message["id"], message["request"], result)
            outcome = {"value": encode(result[0])}
        except GeneratorExit:
            raise
        except Fault:
            outcome = {"fault": str(sys.exc_info()[1])}
        except:  # noqa: E722, as in `answer`
            outcome = {"error": error_of(sys.exc_info()[1])}
        report(leave=message["id"], at=clock(), **outcome)


def coroutine_steps(callback, args, kwargs, result):
    """As `activate`, in a coroutine."""
    _, first = my_trail()
    thread, number, script = _thread.get_ident(), next(COROUTINE_NUMBERS), callback.get("script")
    inbox, ending = (LoopInbox(), []) if script is None else (None, [script["ending"]])
    report(entered=callback["name"], coroutine=number, thread=thread, first=first, inbox=inbox and inbox.key,
           at=clock(), args=[encode(value) for value in args],
           kwargs=dict((key, encode(kwargs[key])) for key in kwargs))
    try:
        if inbox is None:
            yield perform_steps(callback["name"], {"do": "sequence", "requests": script["requests"], "times": 1}, [])
        else:
            yield serve_steps(inbox, ending)
        result.append(end(ending[0]))
    finally:
        if inbox is not None:
            inbox.close()
        report(left=thread, coroutine=number, at=clock())


def define_driver():
    if "coroutine_function" not in globals():
        exec(DRIVER, globals())


def coroutine_of(callback):
    define_driver()
    made = coroutine_function(  # noqa: F821
        lambda args, kwargs, result: coroutine_steps(callback, args, kwargs, result))
    made.__name__ = str(callback["name"])
    return made
