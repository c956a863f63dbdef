

# Child processes. They end by themselves, report nothing, and tell their parent alone what came of them.


def forked(body):
    """Forks a child that runs the body and ends; its exit status. Who waits for a child is not at rest."""
    with Busy(lambda: False):
        child = os.fork()
        if child == 0:
            body()
            os._exit(0)
        _, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


@published
def fork():
    """Forks; the child ends at once, and its exit status is returned."""
    return forked(lambda: None)


@published
def in_child(function, *args):
    """What a call returns, or raises, in a forked child."""
    reader, writer = os.pipe()

    def body():
        try:
            answer = {"value": encode(function(*args))}
        except Exception:
            answer = {"error": type(sys.exc_info()[1]).__name__}
        os.write(writer, json.dumps(answer).encode("utf-8"))

    forked(body)
    os.close(writer)
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
    return forked(lambda: os.kill(os.getpid(), signal.SIGKILL))
