package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;

/** Puts something around the targets of threads. */
final class Targets {

    private Targets() {}

    /** What stands around a call of a target. */
    @FunctionalInterface
    interface Wrapper {
        Object call(PythonCallable target, List<Object> positional, Map<String, Object> keywords);
    }

    static void wrap(OperationTable table, Wrapper wrapper) {
        table.on(ThreadSaboteurs.TYPE, Thread.class)
                .wrapConstructor((nobody, args, original) -> original.call(
                        nobody,
                        args.get("target") instanceof PythonCallable target
                                ? args.with("target", around(target, wrapper))
                                : args));
    }

    private static PythonCallable around(PythonCallable target, Wrapper wrapper) {
        return PythonCallable.of(target.name(), (positional, keywords) -> wrapper.call(target, positional, keywords));
    }
}
