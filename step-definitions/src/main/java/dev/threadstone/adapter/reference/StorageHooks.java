package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.Queue;
import dev.threadstone.reference.queue.Storage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storage of a queue whose class the scenario derived from {@code Queue}. */
final class StorageHooks implements Storage {

    /** What a hook returns that returns nothing. */
    static final Object NOTHING = PythonNone.NONE;

    private final Storage overridden = Storage.fifo();
    private final Optional<PythonCallable> size;
    private final Optional<PythonCallable> put;
    private final Optional<PythonCallable> get;
    private @Nullable Queue queue;

    private StorageHooks(Args args) {
        size = args.override("_qsize");
        put = args.override("_put");
        get = args.override("_get");
    }

    /** A queue of the class that is being constructed. */
    static Queue queue(Interpreter interpreter, long maxsize, Args args) {
        var hooks = new StorageHooks(args);
        var queue = new Queue(interpreter, maxsize, hooks);
        hooks.queue = queue;
        args.override("_init").ifPresent(init -> init.call(queue, maxsize));
        return queue;
    }

    /** The storage of a queue as if its class overrode nothing. */
    static Storage overridden(Queue queue) {
        return queue.storage() instanceof StorageHooks hooks ? hooks.overridden : queue.storage();
    }

    @Override
    public int size() {
        return size.map(hook -> ((Number) hook.call(self())).intValue()).orElseGet(overridden::size);
    }

    @Override
    public void put(@Nullable Object item) {
        if (put.isPresent()) {
            put.get().call(self(), QueueOperations.item(item));
        } else {
            overridden.put(item);
        }
    }

    @Override
    public @Nullable Object get() {
        return get.isPresent() ? get.get().call(self()) : overridden.get();
    }

    private Object self() {
        return QueueOperations.item(queue);
    }
}
