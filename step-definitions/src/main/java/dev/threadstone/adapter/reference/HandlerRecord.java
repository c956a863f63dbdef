package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.gil.Frame;
import java.util.List;
import java.util.Map;

/** {@code threadstone.HandlerRecord}: a signal handler that keeps what it was called with. */
final class HandlerRecord implements PythonCallable {

    private volatile Object number = PythonNone.NONE;
    private volatile List<Object> tasks = List.of();

    static void register(OperationTable table) {
        table.on("threadstone.HandlerRecord", HandlerRecord.class)
                .constructor("", args -> new HandlerRecord())
                .attribute("number", handler -> handler.number)
                .attribute("tasks", handler -> handler.tasks);
    }

    @Override
    public Object call(List<Object> positional, Map<String, Object> keywords) {
        number = ((Number) positional.get(0)).longValue();
        tasks = positional.get(1) instanceof List<?> frames ? programs(frames) : List.of();
        return PythonNone.NONE;
    }

    private static List<Object> programs(List<?> frames) {
        return frames.stream()
                .map(Frame.class::cast)
                .filter(Frame::isOfProgram)
                .<Object>map(Frame::function)
                .toList();
    }

    @Override
    public String name() {
        return "record";
    }
}
