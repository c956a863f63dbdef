package dev.threadstone.adapter.jvm.example;

import dev.threadstone.adapter.jvm.JavaThreadSteering;
import dev.threadstone.adapter.jvm.JvmRuntime;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.Steering;
import dev.threadstone.spi.Exit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Lock, Event and Thread; nothing else. */
final class ExampleRuntime implements JvmRuntime {

    static final double TIMEOUT_MAX = 9223372036.0;

    final JavaThreadSteering steering = new JavaThreadSteering();
    final Set<ExampleThread> alive = ConcurrentHashMap.newKeySet();
    final Queue<String> stderr = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Exit exit;

    @Override
    public void register(OperationTable table) {
        var acquire = "blocking=True, timeout=-1";
        table.constant("threading.TIMEOUT_MAX", TIMEOUT_MAX).errorAlias("threading.ThreadError", "RuntimeError");
        table.on("threading.Lock", ExampleLock.class)
                .sealed()
                .constructor("", args -> new ExampleLock())
                .op("acquire", acquire, (lock, args) -> lock.acquire(args.isTrue("blocking"), args.number("timeout")))
                .action("release", "", (lock, args) -> lock.release())
                .op("locked", "", (lock, args) -> lock.locked())
                .op("__enter__", "", (lock, args) -> lock.acquire(true, -1))
                .action("__exit__", "*error", (lock, args) -> lock.release());
        table.on("threading.Event", ExampleEvent.class)
                .constructor("", args -> new ExampleEvent())
                .action("set", "", (event, args) -> event.set())
                .action("clear", "", (event, args) -> event.clear())
                .op("is_set", "", (event, args) -> event.isSet())
                .op(
                        "wait",
                        "timeout=None",
                        (event, args) -> args.isNone("timeout")
                                ? event.await(TIMEOUT_MAX)
                                : event.await(args.number("timeout")));
        table.on("threading.Thread", ExampleThread.class)
                .constructor(
                        "group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None",
                        args -> new ExampleThread(this, args))
                .action("start", "", (thread, args) -> thread.start())
                .action("run", "", (thread, args) -> thread.run())
                .action(
                        "join",
                        "timeout=None",
                        (thread, args) -> thread.join(args.isNone("timeout") ? TIMEOUT_MAX : args.number("timeout")))
                .op("is_alive", "", (thread, args) -> thread.isAlive())
                .attribute("ident", ExampleThread::ident)
                .attribute("daemon", ExampleThread::isDaemon, ExampleThread::setDaemon);
        table.function("threading.enumerate", "", args -> List.copyOf(alive));
    }

    @Override
    public Steering steering() {
        return steering;
    }

    @Override
    public void start(Runnable main) {
        var thread = new Thread(steering.threads(), () -> exit = runToTheEnd(main), "main");
        thread.setDaemon(true);
        thread.start();
    }

    /** The main module, then the threads that are no daemons. */
    private Exit runToTheEnd(Runnable main) {
        int status = 0;
        try {
            main.run();
            for (var thread : List.copyOf(alive)) {
                thread.join(thread.isDaemon() ? 0 : TIMEOUT_MAX);
            }
        } catch (PythonException | InterruptedException error) {
            status = error instanceof PythonException exit && exit.arguments().get(0) instanceof Long code
                    ? code.intValue()
                    : 1;
        }
        return new Exit(status, "", String.join("", stderr));
    }

    @Override
    public Optional<Exit> exit() {
        return Optional.ofNullable(exit);
    }
}
