package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonTuple;

/** Claims about types that are not true. */
final class Subtyping {

    private Subtyping() {}

    /** Lets {@code issubclass} say that one type derives from another. */
    static void claim(OperationTable table, String type, String base) {
        table.wrapFunction(
                "issubclass",
                (nobody, args, original) -> isNamed(args.get("type"), type) && isAmong(args.get("base"), base)
                        ? (Object) true
                        : original.call(nobody, args));
    }

    private static boolean isAmong(Object bases, String name) {
        return bases instanceof PythonTuple tuple
                ? tuple.items().stream().anyMatch(base -> isNamed(base, name))
                : isNamed(bases, name);
    }

    private static boolean isNamed(Object type, String name) {
        return type.toString().equals("<class '" + name + "'>");
    }
}
