package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.Empty;
import dev.threadstone.reference.errors.Full;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ShutDown;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.queue.Queue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a queue may do wrong with the exceptions of others. */
final class QueueFaults {

    private QueueFaults() {}

    static void swallowStorageErrors(TypeOperations<Queue> queue, Interpreter interpreter) {
        for (var method : List.of("put", "get")) {
            queue.wrap(method, (self, args, original) -> {
                try {
                    return original.call(self, args);
                } catch (PythonException raised) {
                    requireStorageError(raised);
                    return PythonNone.NONE;
                }
            });
        }
    }

    private static void requireStorageError(PythonException raised) {
        if (List.of(Empty.class, Full.class, ShutDown.class, ValueError.class, KeyboardInterrupt.class)
                .contains(raised.getClass())) {
            throw raised;
        }
    }

    /** A thread that asks for the size inside of its own put() gets one that counts the item. */
    static void countEarly(TypeOperations<Queue> queue, Interpreter interpreter) {
        Map<Object, Queue> putting = new HashMap<>();
        queue.wrap("put", (self, args, original) -> {
            var thread = interpreter.current();
            putting.put(thread, self);
            try {
                return original.call(self, args);
            } finally {
                putting.remove(thread);
            }
        });
        queue.wrap("qsize", (self, args, original) -> {
            var nested = self.equals(putting.get(interpreter.current()));
            return nested ? (Object) (self.storage().size() + 1L) : original.call(self, args);
        });
    }

    /** get() goes on when a signal handler has raised. */
    static void swallowInterrupt(TypeOperations<Queue> queue, Interpreter interpreter) {
        queue.wrap("get", (self, args, original) -> {
            while (true) {
                try {
                    return original.call(self, args);
                } catch (PythonException raised) {
                    AcquireSaboteurs.requireInterrupt(raised);
                }
            }
        });
    }
}
