package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.process.Pipe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** {@code threadstone.Pipe}, and the descriptors by which {@code signal.set_wakeup_fd} knows pipes. */
final class PipeOperations {

    private static final int FIRST_DESCRIPTOR = 3;
    private static final long NO_DESCRIPTOR = -1;

    private final Interpreter interpreter;
    private final AtomicInteger next = new AtomicInteger(FIRST_DESCRIPTOR);
    private final Map<Long, Wakeup> writers = new ConcurrentHashMap<>();

    private PipeOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A pipe with the numbers of its ends. */
    record Ends(Pipe pipe, long reader, long writer) {}

    /** The writing end of a pipe, as the interpreter writes the numbers of signals to it. */
    private record Wakeup(long descriptor, Pipe pipe) implements IntConsumer {
        @Override
        public void accept(int number) {
            pipe.signalled(number);
        }
    }

    static void register(OperationTable table, Interpreter interpreter) {
        var operations = new PipeOperations(interpreter);
        table.on("threadstone.Pipe", Ends.class)
                .constructor("", args -> operations.open())
                .action(
                        "send",
                        "number",
                        (ends, args) -> require(ends.pipe()
                                .write(interpreter, args.integer("number").intValueExact())))
                .op("receive", "", (ends, args) -> received(ends.pipe(), interpreter))
                .action("close", "", (ends, args) -> require(ends.pipe().close(interpreter)))
                .attribute("reader", Ends::reader)
                .attribute("writer", Ends::writer);
        table.function(
                "signal.set_wakeup_fd",
                "fd, /, *, warn_on_full_buffer=True",
                args -> operations.setWakeup(args.integer("fd").longValueExact()));
    }

    private Ends open() {
        var ends = new Ends(new Pipe(interpreter.platform()), next.getAndIncrement(), next.getAndIncrement());
        writers.put(ends.writer(), new Wakeup(ends.writer(), ends.pipe()));
        return ends;
    }

    private Object setWakeup(long descriptor) {
        var previous = interpreter.signals().setWakeup(writers.get(descriptor));
        return previous instanceof Wakeup wakeup ? wakeup.descriptor() : NO_DESCRIPTOR;
    }

    private static Object received(Pipe pipe, Interpreter interpreter) {
        var value = pipe.read(interpreter);
        return value == null ? PythonNone.NONE : (Object) (long) value;
    }

    private static void require(boolean open) {
        if (!open) {
            throw new PythonException("OSError", "[Errno 9] Bad file descriptor");
        }
    }
}
