package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.imports.Module;
import dev.threadstone.reference.threading.RLock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Saboteurs of imports. */
final class ImportSaboteurs {

    private static final String IMPORT = "__import__";
    private static final String ADD = "threadstone.add_module";

    private ImportSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "import-runs-body-every-time",
                        "An import runs the body of a module that is loaded once more.",
                        "IMPORT-001 IMPORT-002 IMPORT-003 IMPORT-005 IMPORT-008",
                        ImportSaboteurs::runAgain),
                Saboteur.of(
                        "import-does-not-wait",
                        "Who imports a module that is being executed gets it as it is.",
                        "IMPORT-002 IMPORT-005 IMPORT-007 IMPORT-008",
                        ImportSaboteurs::doNotWait),
                Saboteur.of(
                        "import-has-one-lock",
                        "One import at a time.",
                        "IMPORT-004 IMPORT-005 IMPORT-008",
                        (table, interpreter) -> {
                            var lock = new RLock(interpreter);
                            table.wrapFunction(IMPORT, (nobody, args, original) -> locked(lock, args, original));
                        }),
                Saboteur.of(
                        "import-does-not-see-circles",
                        "Threads that import each other's modules wait for ever.",
                        "IMPORT-005",
                        ImportSaboteurs::lockEachModule),
                Saboteur.of(
                        "import-keeps-failed-modules",
                        "A module whose body has failed counts as loaded.",
                        "IMPORT-006",
                        ImportSaboteurs::keepFailed),
                Saboteur.of(
                        "import-hides-errors",
                        "Who imports a module whose body fails does not get the error.",
                        "IMPORT-006 IMPORT-007",
                        (table, interpreter) -> table.wrapFunction(IMPORT, (nobody, args, original) -> {
                            try {
                                return original.call(nobody, args);
                            } catch (PythonException failed) {
                                return PythonNone.NONE;
                            }
                        })));
    }

    /** The modules whose bodies have begun, by name. */
    private static Map<String, Module> begun(OperationTable table, Interpreter interpreter) {
        Map<String, Module> modules = new HashMap<>();
        table.action(ADD, "name, body", args -> {
            var body = args.callable("body");
            interpreter.modules().define(args.text("name"), module -> {
                modules.put(module.name(), module);
                table.bind(module.name(), module);
                body.call();
            });
        });
        return modules;
    }

    private static void runAgain(OperationTable table, Interpreter interpreter) {
        Map<String, PythonCallable> bodies = new HashMap<>();
        table.wrapFunction(ADD, (nobody, args, original) -> {
                    bodies.put(args.text("name"), args.callable("body"));
                    return original.call(nobody, args);
                })
                .wrapFunction(IMPORT, (nobody, args, original) -> {
                    var loaded = interpreter.modules().isLoaded(args.text("name"));
                    var module = original.call(nobody, args);
                    var body = bodies.get(args.text("name"));
                    if (loaded && body != null && !((Module) module).isInitializing()) {
                        body.call();
                    }
                    return module;
                });
    }

    private static void doNotWait(OperationTable table, Interpreter interpreter) {
        var begun = begun(table, interpreter);
        table.wrapFunction(IMPORT, (nobody, args, original) -> {
            var name = args.text("name");
            var module = interpreter.modules().isLoaded(name) ? begun.get(name) : null;
            return module == null ? original.call(nobody, args) : module;
        });
    }

    private static void lockEachModule(OperationTable table, Interpreter interpreter) {
        Map<String, RLock> locks = new HashMap<>();
        table.wrapFunction(
                IMPORT,
                (nobody, args, original) -> locked(
                        locks.computeIfAbsent(args.text("name"), name -> new RLock(interpreter)), args, original));
    }

    /** No finally: what the platform ends in a park must end there. */
    private static Object locked(RLock lock, Args args, Operation.Body<PythonNone> original) throws Exception {
        lock.acquire();
        Object module;
        try {
            module = original.call(PythonNone.NONE, args);
        } catch (PythonException failed) {
            lock.release();
            throw failed;
        }
        lock.release();
        return module;
    }

    private static void keepFailed(OperationTable table, Interpreter interpreter) {
        var begun = begun(table, interpreter);
        Map<String, Module> failures = new HashMap<>();
        table.wrapFunction(IMPORT, (nobody, args, original) -> {
            var name = args.text("name");
            var failed = failures.get(name);
            if (failed != null) {
                return failed;
            }
            try {
                return original.call(nobody, args);
            } catch (PythonException raised) {
                failures.put(name, begun.get(name));
                throw raised;
            }
        });
    }
}
