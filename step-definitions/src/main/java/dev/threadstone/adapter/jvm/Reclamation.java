package dev.threadstone.adapter.jvm;

/** How scenarios let go of an object, and whether it is gone then. */
final class Reclamation {

    private Reclamation() {}

    static void register(OperationTable table, Names names, JvmRuntime runtime) {
        table.action("threadstone.drop", "name", args -> drop(args.text("name"), names, runtime))
                .function("threadstone.is_reclaimed", "name", args -> names.isReclaimed(args.text("name")));
    }

    private static void drop(String name, Names names, JvmRuntime runtime) {
        var object = names.get(name);
        names.drop(name);
        runtime.unnamed(object);
    }
}
