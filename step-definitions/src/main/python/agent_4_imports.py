# Modules whose body is a task.


class Bodies(object):
    """A finder and loader for `sys.meta_path`. A module is known by its own name from the beginning of its body on."""

    def __init__(self):
        self.tasks = {}

    def find_spec(self, name, path=None, target=None):
        if name not in self.tasks:
            return None
        return __import__("importlib.machinery").machinery.ModuleSpec(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        NAMES.bind(module.__name__, module)
        self.tasks[module.__name__]()


BODIES = Bodies()


@published
def add_module(name, body):
    if BODIES not in sys.meta_path:
        sys.meta_path.insert(0, BODIES)
    BODIES.tasks[name] = body
