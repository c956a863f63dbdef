

# Child processes. They end by themselves, report nothing, and tell their parent alone what came of them.


def status_of(child):
    """Waits without sleeping: the suite takes a session whose threads are all asleep for at rest."""
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


@published
def fork():
    """Forks; the child ends at once, and its exit status is returned."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    return status_of(child)


@published
def in_child(function, *args):
    """What a call returns, or raises, in a forked child."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = {"value": encode(function(*args))}
        except Exception:
            answer = {"error": type(sys.exc_info()[1]).__name__}
        os.write(writer, json.dumps(answer).encode("utf-8"))
        os._exit(0)
    os.close(writer)
    status_of(child)
    answer = json.loads(os.read(reader, 65536).decode("utf-8") or '{"error": "ChildProcessError"}')
    os.close(reader)
    if "error" in answer:
        raise resolve(answer["error"])("raised in a child process")
    return decode(answer["value"])


@published
def join_in_child(thread):
    def join():
        thread.join()
        return "joined"
    return in_child(join)


@published
def thread_in_child():
    def start_and_join():
        seen = []
        thread = threading.Thread(target=seen.append, args=("ran",))
        thread.start()
        thread.join()
        return seen[0]
    return in_child(start_and_join)


@published
def append_in_child(items, value):
    def append():
        items.append(value)
        return list(items)  # without the name, which stands for the parent's
    return in_child(append)


@published
def compute_natively_in_child(seconds):
    """Sleeps until a child has kept its own interpreter's lock for so long."""
    child = os.fork()
    if child == 0:
        compute_natively(seconds)
        os._exit(0)
    os.waitpid(child, 0)


@published
def kill_child():
    """Lets a child kill itself; its exit status as `subprocess` has it."""
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return status_of(child)
