package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Timeout;

/** {@code threading.Event}. */
final class EventOperations {

    private EventOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var oldNames = interpreter.threading().deprecatedNames();
        table.on("threading.Event", Event.class)
                .constructor("", args -> new Event(interpreter))
                .op("is_set", "", (event, args) -> event.isSet())
                .op("isSet", "", (event, args) -> oldNames.isSet(event))
                .action("set", "", (event, args) -> event.set())
                .action("clear", "", (event, args) -> event.clear())
                .op("wait", "timeout=None", (event, args) -> await(event, args))
                .op("__repr__", "", (event, args) -> event.toString());
    }

    private static boolean await(Event event, Args args) {
        return args.isNone("timeout") ? event.await() : event.await(Timeout.ofSeconds(args.number("timeout")));
    }
}
