"""Threadstone's agent: puts the Python that runs this file under the direction of the suite. See PROTOCOL.md.

One file, standard library only, valid for Python 2.7 and 3.6 and later; it is written in parts, `agent_*.py`, that are
joined in their order. Its own plumbing uses descriptors and `_thread` alone, never what is under test; it talks on a
connection of its own, so what the program prints cannot disturb it.
"""

import functools
import gc
import itertools
import json
import os
import select
import signal
import socket
import struct
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


PROMPT_RECLAMATION = weakref.ref(type("Mortal", (object,), {})())() is None


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

    def is_reclaimed(self, name):
        """Whether the object of a dropped name is gone; the collector is asked only if reclamation is not prompt."""
        watch = self.dropped.get(name, lambda: self)
        for _ in range(0 if PROMPT_RECLAMATION else 3):
            gc.collect()
        return watch() is None


NAMES = Names()


def module_of(name):
    """A module by its name; those that the agent uses itself are there even while modules are torn down."""
    known = globals().get(name)
    return known if isinstance(known, types.ModuleType) else __import__(name)


def resolve(name):
    """What a qualified name stands for: a class of the scenario, a builtin, a module, or something in a module."""
    if name in NAMES.objects:
        return NAMES.objects[name]
    head, _, rest = name.partition(".")
    if not rest and hasattr(builtins, head):
        return getattr(builtins, head)
    found, path = NAMES.objects.get(head) or module_of(head), head
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
    package = module.partition(".")[0]
    if getattr(sys.modules.get(package), name, None) is kind:
        module = package  # asyncio.exceptions.CancelledError is asyncio.CancelledError
    return name if module in ("", "builtins", "exceptions", "__builtin__", "__main__") else module + "." + name


def names_of(kind):
    """All public names of an exception class: the built-in TimeoutError has had several since 3.11."""
    name = kind.__name__
    others = [module + "." + name for module in ("concurrent.futures", "asyncio")
              if getattr(sys.modules.get(module), name, None) is kind]
    return [qualified(kind)] + [other for other in others if other != qualified(kind)]


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
        "mro": [name for base in kind.__mro__ if base is not object for name in names_of(base)],
        "message": text_of(str, error),
        "identity": NAMES.of(error),
        "cause": None if cause is None else error_of(cause),
    }
