package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.io.ByteStream;
import dev.threadstone.reference.platform.Deadline;
import java.time.Duration;

/** What the operating system makes threads wait for: pipes, connections, child processes. */
final class WaitingOperations {

    private static final double NANOS = 1e9;
    private static final long KILLED = -9;

    private WaitingOperations() {}

    /** A connection: who listens is told of callers through one pipe, and what they say comes through another. */
    private record Connection(ByteStream callers, ByteStream data) {}

    /** A child process: the system tells of its end through a pipe. */
    private record Child(ByteStream end) {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.BytePipe", ByteStream.class)
                .constructor("", args -> new ByteStream(interpreter))
                .op(
                        "read",
                        "count, /",
                        (pipe, args) -> read(pipe, args.integer("count").longValueExact()))
                .op(
                        "write",
                        "count, /",
                        (pipe, args) -> write(pipe, args.integer("count").longValueExact()));
        table.on("threadstone.Connection", Connection.class)
                .constructor("", args -> new Connection(new ByteStream(interpreter), new ByteStream(interpreter)))
                .op("accept", "", (connection, args) -> read(connection.callers(), 1))
                .op("connect", "", (connection, args) -> write(connection.callers(), 1))
                .op(
                        "receive",
                        "count, /",
                        (connection, args) ->
                                read(connection.data(), args.integer("count").longValueExact()))
                .op(
                        "send",
                        "count, /",
                        (connection, args) ->
                                write(connection.data(), args.integer("count").longValueExact()))
                .op("select", "", (connection, args) -> connection.data().awaitReadable(Deadline.NEVER));
        table.on("threadstone.Child", Child.class)
                .constructor("", args -> new Child(new ByteStream(interpreter)))
                .op("wait", "", (child, args) -> {
                    child.end().read(1);
                    return KILLED;
                })
                .action("end", "", (child, args) -> child.end().write(1));
        table.function("threadstone.blocking_io", "seconds, /", args -> {
            var seconds = Duration.ofNanos((long) (args.number("seconds") * NANOS));
            new ByteStream(interpreter).awaitReadable(Deadline.after(interpreter.platform(), seconds));
            return PythonNone.NONE;
        });
    }

    private static long read(ByteStream pipe, long count) {
        pipe.read(count);
        return count;
    }

    private static long write(ByteStream pipe, long count) {
        pipe.write(count);
        return count;
    }
}
