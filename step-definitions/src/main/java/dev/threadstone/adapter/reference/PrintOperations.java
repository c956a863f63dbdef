package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import java.util.ArrayList;
import java.util.List;

/** {@code print} to an object of the scenario: one write for each part, as Python has it. */
final class PrintOperations {

    private PrintOperations() {}

    static void register(OperationTable table) {
        table.function("print", "*parts, file", args -> print(table, args));
    }

    private static Object print(OperationTable table, Args args) {
        var pieces = new ArrayList<String>();
        args.items("parts").forEach(part -> pieces.addAll(List.of(String.valueOf(part), " ")));
        if (!pieces.isEmpty()) {
            pieces.remove(pieces.size() - 1);
        }
        pieces.add("\n");
        pieces.forEach(piece -> table.method(args.get("file"), "write").call(piece));
        return PythonNone.NONE;
    }
}
