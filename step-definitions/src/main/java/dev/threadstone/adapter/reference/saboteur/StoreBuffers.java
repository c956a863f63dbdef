package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A memory without order: assignments of shared variables wait in a buffer of the thread that makes
 * them, unless it is the main thread. Used by attached threads of one
 * interpreter with a GIL.
 */
final class StoreBuffers {

    private final Interpreter interpreter;
    private final Map<Object, Deque<Runnable>> buffers = new HashMap<>();

    StoreBuffers(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Delays assignments by other threads than the main thread. */
    StoreBuffers fill(OperationTable table) {
        table.wrapSetter("threadstone.Variable", "value", (self, value, original) -> {
            if (interpreter.current().isMain()) {
                original.accept(value);
            } else {
                buffers.computeIfAbsent(interpreter.current(), thread -> new ArrayDeque<>())
                        .add(() -> original.accept(value));
            }
        });
        table.wrapMethod("threadstone.Variable", "assign", (self, args, original) -> {
            if (interpreter.current().isMain()) {
                return original.call(self, args);
            }
            buffers.computeIfAbsent(interpreter.current(), thread -> new ArrayDeque<>())
                    .add(() -> assign(self, args, original));
            return PythonNone.NONE;
        });
        return this;
    }

    private static void assign(Object self, Args args, Operation.Body<Object> original) {
        try {
            original.call(self, args);
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception impossible) {
            throw new IllegalStateException("an assignment failed", impossible);
        }
    }

    /** Lets the assignments of a thread take effect before it does this. */
    StoreBuffers emptyBy(OperationTable table, String type, String method) {
        table.wrapMethod(type, method, (self, args, original) -> {
            var buffer = buffers.getOrDefault(interpreter.current(), new ArrayDeque<>());
            while (!buffer.isEmpty()) {
                buffer.remove().run();
            }
            return original.call(self, args);
        });
        return this;
    }
}
