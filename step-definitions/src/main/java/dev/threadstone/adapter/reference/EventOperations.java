package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Timeout;

/** {@code threading.Event}. */
final class EventOperations {

    private static final int ALIAS_DEPRECATED_SINCE = 10;

    private EventOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threading.Event", Event.class)
                .constructor("", args -> new Event(interpreter))
                .op("is_set", "", (event, args) -> event.isSet())
                .op("isSet", "", (event, args) -> isSetByItsOldName(table, interpreter, event))
                .action("set", "", (event, args) -> event.set())
                .action("clear", "", (event, args) -> event.clear())
                .op("wait", "timeout=None", (event, args) -> await(event, args))
                .op("__repr__", "", (event, args) -> event.toString());
    }

    private static boolean await(Event event, Args args) {
        return args.isNone("timeout") ? event.await() : event.await(Timeout.ofSeconds(args.number("timeout")));
    }

    private static boolean isSetByItsOldName(OperationTable table, Interpreter interpreter, Event event) {
        if (interpreter.options().python().atLeast(ALIAS_DEPRECATED_SINCE)) {
            table.warn("DeprecationWarning");
        }
        return event.isSet();
    }
}
