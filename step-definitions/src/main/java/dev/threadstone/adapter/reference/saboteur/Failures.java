package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.errors.PythonException;
import java.util.function.Consumer;

/** Has something done when an error escapes the target of a thread, before anybody hears of it. */
final class Failures {

    private Failures() {}

    static void on(OperationTable table, Consumer<PythonException> action) {
        Targets.wrap(table, (target, positional, keywords) -> {
            try {
                return target.call(positional, keywords);
            } catch (PythonException escaped) {
                action.accept(escaped);
                throw escaped;
            }
        });
    }

    static boolean isExit(PythonException error) {
        return error.isInstanceOf("SystemExit");
    }
}
