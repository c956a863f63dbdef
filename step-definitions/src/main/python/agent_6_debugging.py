

# Thread dumps: where the fault handler writes, and what it has written.


@published
class ThreadDumps(object):
    """A file for `faulthandler`, and its dumps read back: of the frames those of the scenario's functions."""

    def __init__(self):
        import re
        import tempfile
        self.file = tempfile.TemporaryFile("w+")
        self.header = re.compile(r"(Current thread|Thread|Stack)(?: 0x([0-9a-f]+).*)? \(most recent call first\):$")
        self.frame = re.compile(r'  File "<scenario>", line [1-9][0-9]* in (\w+)$')

    def fileno(self):
        return self.file.fileno()

    def flush(self):
        pass

    def sections(self):
        """For each thread of the last dump that `threading` knows: identifier, whether it is marked, functions."""
        known = set(thread.ident for thread in threading.enumerate())
        dumps = [[]]
        for line in os.pread(self.fileno(), 1 << 20, 0).decode().splitlines():
            header, frame = self.header.match(line), self.frame.match(line)
            if header:
                ident = int(header.group(2), 16) if header.group(2) else _thread.get_ident()
                if ident in [known for known, _, _ in dumps[-1]]:
                    dumps.append([])
                dumps[-1].append((ident, header.group(1) != "Thread", []))
            elif frame:
                dumps[-1][-1][2].append(frame.group(1))
        return len(dumps), [section for section in dumps[-1] if section[0] in known]

    def threads(self):
        """How many threads of the program the last dump shows."""
        return len(self.sections()[1])

    def shows(self, thread):
        """Whether the last dump has a section under the thread's identifier."""
        return any(ident == thread.ident for ident, _, _ in self.sections()[1])

    def marks(self, thread):
        """Whether the last dump marks this thread as the current one, and no other."""
        return [ident for ident, marked, _ in self.sections()[1] if marked] == [thread.ident]

    def functions_of(self, thread):
        """The functions of the scenario that the thread is in, the most recent call first."""
        return sum((functions for ident, _, functions in self.sections()[1] if ident == thread.ident), [])

    def wait_for(self, count):
        """Waits for as many dumps, looking again and again: whoever writes them is no thread of Python's."""
        while self.sections()[0] < count or not self.sections()[1]:
            time.sleep(0.001)
        return count


@published
def wait_for_the_end():
    """Stays awake until somebody ends the process."""
    while True:
        time.sleep(0.001)
