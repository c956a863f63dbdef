

# Contexts: an interpreter of its own whose flags are others.


@published
class ChildInterpreter(object):
    """A Python process whose threads inherit contexts, or do not."""

    SCRIPT = """
import contextvars, os, threading
variable = contextvars.ContextVar("variable", default="nothing")
def target():
    os.write({pipe}, variable.get().encode() + b" ")
    variable.set("thread")
thread = threading.Thread(target=target)
variable.set("starter")
thread.start()
thread.join()
os.write({pipe}, variable.get().encode())
"""

    def __init__(self, thread_inherit_context):
        self.flag = "thread_inherit_context=%d" % thread_inherit_context

    def start_thread(self):
        """What the new thread saw in a variable that its starter set before, and what the starter saw in the end."""
        seen, pipe = os.pipe()
        os.set_inheritable(pipe, True)
        script = self.SCRIPT.format(pipe=pipe)
        os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-X", self.flag, "-c", script])
        os.close(pipe)
        found = os.read(seen, LONGEST).decode().split()
        os.close(seen)
        return found
