package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.threading.Local;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of {@code threading.local}. */
final class LocalSaboteurs {

    private static final String TYPE = "threading.local";
    private static final String GET = "__getattr__";
    private static final String SET = "__setattr__";
    private static final String DELETE = "__delattr__";

    private LocalSaboteurs() {}

    @SuppressWarnings("ModifiedButNotUsed") // what is kept is not reclaimed
    static List<Saboteur> all() {
        return List.of(
                local(
                        "local-is-shared",
                        "All threads share the values.",
                        "CTX-024 CTX-025 CTX-026 CTX-027 CTX-028 CTX-029 LOCAL-001 LOCAL-002 LOCAL-003 LOCAL-004 LOCAL-006 LOCAL-007 LOCAL-010 LOCAL-011 LOCAL-012 LOCAL-015 LOCAL-016",
                        (local, interpreter) -> share(local)),
                local(
                        "local-missing-is-none",
                        "An attribute that was not set reads as None.",
                        "CTX-025 CTX-028 LOCAL-002 LOCAL-003 LOCAL-004 LOCAL-007 LOCAL-010 LOCAL-015",
                        (local, interpreter) -> local.wrap(GET, (self, args, original) -> {
                            var missing = !self.has(args.text("name"));
                            return missing ? PythonNone.NONE : original.call(self, args);
                        })),
                local(
                        "local-dict-is-a-copy",
                        "__dict__ gives a copy.",
                        "LOCAL-003",
                        (local, interpreter) -> local.wrapGetter(
                                "__dict__", original -> self -> new LinkedHashMap<>((Map<?, ?>) original.apply(self)))),
                local(
                        "local-delete-hits-all",
                        "Deleting an attribute deletes it for all threads.",
                        "LOCAL-004",
                        (local, interpreter) -> deleteForAll(local)),
                local(
                        "local-dict-can-be-replaced",
                        "__dict__ can be replaced.",
                        "LOCAL-005",
                        (local, interpreter) -> local.attribute("__dict__", Local::dict, LocalSaboteurs::replaceDict)),
                local(
                        "local-initialised-once",
                        "__init__ runs in the thread that makes the object, and in no other.",
                        "CTX-027 LOCAL-006",
                        (local, interpreter) -> local.blank(() -> new Local(interpreter))),
                Saboteur.of(
                        "local-class-attributes-are-lost",
                        "A thread does not see class attributes.",
                        "LOCAL-007",
                        (table, interpreter) -> typeWithout(table, "value")),
                Saboteur.of(
                        "local-slots-are-local",
                        "Slots have a value for each thread.",
                        "LOCAL-008",
                        (table, interpreter) -> typeWithout(table, "__slots__")),
                local(
                        "local-takes-arguments",
                        "local() takes any arguments.",
                        "CTX-027 LOCAL-009",
                        (local, interpreter) -> local.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.with("args", PythonTuple.EMPTY).with("kwargs", Map.of())))),
                local(
                        "local-survives-its-thread",
                        "The values of a thread that has ended go to the next one.",
                        "CTX-029 LOCAL-010 LOCAL-011 LOCAL-012",
                        LocalSaboteurs::inheritFromTheDead),
                local(
                        "local-is-inherited",
                        "A new thread finds the value that was set last.",
                        "CTX-025 CTX-028 CTX-029 LOCAL-002 LOCAL-004 LOCAL-007 LOCAL-010 LOCAL-011 LOCAL-012 LOCAL-015",
                        (local, interpreter) -> inheritLatest(local, () -> true)),
                local(
                        "local-keeps-values",
                        "Values are never released.",
                        "CTX-029 LOCAL-011 LOCAL-012",
                        LocalSaboteurs::keep),
                local(
                        "local-object-is-kept",
                        "The object never goes away, and with it the values of running threads.",
                        "LOCAL-012",
                        (local, interpreter) -> {
                            var kept = new ArrayList<Local>();
                            local.wrap(SET, (self, args, original) -> {
                                kept.add(self);
                                return original.call(self, args);
                            });
                        }),
                Saboteur.of(
                        "local-values-belong-to-tasks",
                        "Coroutines have values of their own.",
                        "LOCAL-013",
                        LocalSaboteurs::separateTasks),
                Saboteur.of(
                        "local-cleared-between-tasks",
                        "A pool's worker loses its values when a task ends.",
                        "CTX-028 EXEC-003 LOCAL-012 LOCAL-014",
                        LocalSaboteurs::clearAfterTasks),
                local(
                        "local-shared-by-raw-threads",
                        "A thread of the low-level module finds the value that was set last.",
                        "CTX-029 LOCAL-011 LOCAL-012 LOCAL-015",
                        (local, interpreter) -> inheritLatest(local, () -> isDummy(interpreter))),
                Saboteur.of(
                        "local-gone-at-exit",
                        "Finalizers do not find main's values any more.",
                        "LOCAL-016",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.write_in_finalizer", (nobody, args, original) -> PythonNone.NONE)));
    }

    private static Saboteur local(String name, String breaks, String requirements, Saboteur.TypePatch<Local> patch) {
        return Saboteur.on(TYPE, Local.class, name, breaks, requirements, patch);
    }

    private static void share(TypeOperations<Local> local) {
        Map<Local, Map<String, Object>> values = new WeakHashMap<>();
        local.action(
                        SET,
                        "name, value",
                        (self, args) -> values.computeIfAbsent(self, fresh -> new HashMap<>())
                                .put(args.text("name"), args.get("value")))
                .op(GET, "name", (self, args) -> {
                    var value = values.getOrDefault(self, Map.of()).get(args.text("name"));
                    if (value == null) {
                        throw PythonException.attributeError("nobody has set " + args.text("name"));
                    }
                    return value;
                });
    }

    private static void deleteForAll(TypeOperations<Local> local) {
        Map<Local, List<String>> deleted = new WeakHashMap<>();
        local.wrap(DELETE, (self, args, original) -> {
                    original.call(self, args);
                    deleted.computeIfAbsent(self, fresh -> new ArrayList<>()).add(args.text("name"));
                    return PythonNone.NONE;
                })
                .wrap(GET, (self, args, original) -> {
                    if (deleted.getOrDefault(self, List.of()).contains(args.text("name"))) {
                        throw PythonException.attributeError("somebody has deleted " + args.text("name"));
                    }
                    return original.call(self, args);
                });
    }

    private static void replaceDict(Local local, Object replacement) {
        var values = local.dict();
        values.clear();
        if (replacement instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
    }

    private static void typeWithout(OperationTable table, String member) {
        table.wrapFunction("type", (nobody, args, original) -> {
            if (args.isNone("members")) {
                return original.call(nobody, args);
            }
            var members = args.entries("members");
            members.remove(member);
            return original.call(nobody, args.with("members", members));
        });
    }

    private static void inheritFromTheDead(TypeOperations<Local> local, Interpreter interpreter) {
        record Legacy(dev.threadstone.reference.threading.Thread thread, Object value) {}
        Map<Local, Legacy> legacies = new WeakHashMap<>();
        local.wrap(SET, (self, args, original) -> {
                    legacies.put(self, new Legacy(interpreter.threading().currentThread(), args.get("value")));
                    return original.call(self, args);
                })
                .wrap(GET, (self, args, original) -> {
                    var legacy = legacies.get(self);
                    var inherits = legacy != null && !legacy.thread().isAlive() && !self.has(args.text("name"));
                    return legacy != null && inherits ? legacy.value() : original.call(self, args);
                });
    }

    private interface Condition {
        boolean holds();
    }

    private static void inheritLatest(TypeOperations<Local> local, Condition condition) {
        Map<Local, Object> latest = new WeakHashMap<>();
        local.wrap(SET, (self, args, original) -> {
                    latest.put(self, args.get("value"));
                    return original.call(self, args);
                })
                .wrap(GET, (self, args, original) -> {
                    var inherited = latest.get(self);
                    var inherits = inherited != null && condition.holds() && !self.has(args.text("name"));
                    return inherited != null && inherits ? inherited : original.call(self, args);
                });
    }

    private static boolean isDummy(Interpreter interpreter) {
        return interpreter.threading().currentThread().toString().startsWith("<_DummyThread");
    }

    @SuppressWarnings("ModifiedButNotUsed") // what is kept is not reclaimed
    private static void keep(TypeOperations<Local> local, Interpreter interpreter) {
        var kept = new ArrayList<Object>();
        local.wrap(SET, (self, args, original) -> {
            kept.add(args.get("value"));
            return original.call(self, args);
        });
    }

    private static void separateTasks(OperationTable table, Interpreter interpreter) {
        var running = new AtomicInteger();
        table.wrapFunction("threadstone.interleave", (nobody, args, original) -> {
            var tasks = new ArrayList<Object>();
            for (var task : args.items("tasks")) {
                var number = tasks.size() + 1;
                tasks.add(PythonCallable.of("task", (positional, keywords) -> {
                    running.set(number);
                    return ((PythonCallable) task).call(positional, keywords);
                }));
            }
            return original.call(nobody, args.with("tasks", new PythonTuple(tasks)));
        });
        table.on(TYPE, Local.class)
                .wrap(SET, (self, args, original) -> original.call(self, ofTask(args, running)))
                .wrap(GET, (self, args, original) -> original.call(self, ofTask(args, running)));
    }

    private static Args ofTask(Args args, AtomicInteger running) {
        return running.get() == 0 ? args : args.with("name", args.text("name") + running);
    }

    private static void clearAfterTasks(OperationTable table, Interpreter interpreter) {
        var used = new Marks();
        var objects = new ArrayList<Local>();
        table.on(TYPE, Local.class).wrap(SET, (self, args, original) -> {
            if (used.add(self)) {
                objects.add(self);
            }
            return original.call(self, args);
        });
        table.on("concurrent.futures.Executor", Executor.class).wrap("submit", (self, args, original) -> {
            var task = args.callable("fn");
            return original.call(self, args.with("fn", PythonCallable.of(task.name(), (positional, keywords) -> {
                var result = task.call(positional, keywords);
                objects.forEach(local -> local.dict().clear());
                return result;
            })));
        });
    }
}
