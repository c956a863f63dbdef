

# What the operating system makes threads wait for.


class BytePipe(object):
    """A pipe; only how many bytes go through it matters."""

    def __init__(self):
        self.out, self.into = os.pipe()

    def read(self, count):
        left = count
        while left:
            left -= len(os.read(self.out, left))
        return count

    def write(self, count):
        data = b"x" * count
        while data:
            data = data[os.write(self.into, data):]
        return count


class Connection(object):
    """A socket that somebody listens on, and a connection over which bytes go one way."""

    def __init__(self):
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind("")
        self.listening.listen(5)
        self.callers = []
        self.near, self.far = socket.socketpair()

    def accept(self):
        self.callers.append(self.listening.accept())
        return 1

    def connect(self):
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(self.listening.getsockname())
        self.callers.append(caller)
        return 1

    def receive(self, count):
        left = count
        while left:
            left -= len(self.near.recv(left))
        return count

    def send(self, count):
        self.far.sendall(b"x" * count)
        return count

    def select(self):
        return __import__("select").select([self.near], [], []) == ([self.near], [], [])


class Child(object):
    """A child process that sleeps until it is killed."""

    def __init__(self):
        self.process = __import__("subprocess").Popen(["sleep", "3600"])

    def wait(self):
        return self.process.wait()

    def end(self):
        """Returns once the child is dead, so that whoever waits for it has been woken."""
        with Busy(lambda: False):  # it waits for somebody who is not at rest
            self.process.kill()
            try:
                os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)
            except OSError:
                pass  # the other waiter was faster


def blocking_io(seconds):
    out, into = os.pipe()
    try:
        __import__("select").select([out], [], [], seconds)
    finally:
        os.close(out)
        os.close(into)


PUBLISHED += [BytePipe, Connection, Child]
