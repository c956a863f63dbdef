package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.asyncio.Task;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.threading.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Saboteurs of what belongs to a thread and what to a task. */
final class LocalContextSaboteurs {

    private LocalContextSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                local(
                        "local-is-shared-by-threads",
                        "All threads share the attributes of a threading.local.",
                        "CTX-024 CTX-025 CTX-026 CTX-027 CTX-028 CTX-029 LOCAL-001 LOCAL-002 LOCAL-003 "
                                + "LOCAL-004 LOCAL-006 LOCAL-007 LOCAL-010 LOCAL-011 LOCAL-012 LOCAL-015 LOCAL-016",
                        LocalContextSaboteurs::share),
                local(
                        "local-takes-any-argument",
                        "threading.local takes arguments and drops them.",
                        "CTX-027 LOCAL-009",
                        (local, interpreter) -> local.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.with("args", PythonTuple.EMPTY).with("kwargs", Map.of())))),
                local(
                        "local-belongs-to-asyncio-task",
                        "In an event loop each task has thread-local attributes of its own.",
                        "CTX-023",
                        LocalContextSaboteurs::separateTasks),
                Saboteur.of(
                        "asyncio-task-starts-with-empty-context",
                        "create_task() runs the coroutine in an empty context.",
                        "CTX-022",
                        LocalContextSaboteurs::startEmpty));
    }

    private static Saboteur local(String name, String breaks, String requirements, Saboteur.TypePatch<Local> patch) {
        return Saboteur.on("threading.local", Local.class, name, breaks, requirements, patch);
    }

    private static void share(TypeOperations<Local> local, Interpreter interpreter) {
        Map<Local, Map<String, Object>> shared = new WeakHashMap<>();
        replace(local, self -> Optional.of(shared.computeIfAbsent(self, unused -> new ConcurrentHashMap<>())));
        local.wrapGetter("__dict__", original -> self -> shared.getOrDefault(self, Map.of()));
    }

    private static void separateTasks(TypeOperations<Local> local, Interpreter interpreter) {
        Map<Task, Map<String, Object>> values = new WeakHashMap<>();
        replace(
                local,
                self -> taskOf(interpreter)
                        .map(task -> values.computeIfAbsent(task, unused -> new ConcurrentHashMap<>())));
    }

    private static Optional<Task> taskOf(Interpreter interpreter) {
        return Loops.running(interpreter).map(loop -> interpreter.asyncio().currentTask());
    }

    /** Takes the attributes from another place where there is one. */
    private static void replace(TypeOperations<Local> local, Function<Local, Optional<Map<String, Object>>> place) {
        local.wrap("__getattr__", (self, args, original) -> {
                    var values = place.apply(self);
                    return values.isEmpty() ? original.call(self, args) : read(values.get(), args);
                })
                .wrap("__setattr__", (self, args, original) -> {
                    var values = place.apply(self);
                    return values.isEmpty()
                            ? original.call(self, args)
                            : Objects.requireNonNullElse(
                                    values.get().put(args.text("name"), args.get("value")), PythonNone.NONE);
                })
                .wrap("__delattr__", (self, args, original) -> {
                    var values = place.apply(self);
                    return values.isEmpty()
                            ? original.call(self, args)
                            : Objects.requireNonNullElse(values.get().remove(args.text("name")), PythonNone.NONE);
                });
    }

    private static Object read(Map<String, Object> values, Args args) {
        var value = values.get(args.text("name"));
        if (value == null) {
            throw new AttributeError("the thread-local has no attribute '" + args.text("name") + "'");
        }
        return value;
    }

    private static void startEmpty(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("asyncio.create_task", (nobody, args, original) -> {
            var made = new ArrayList<Object>();
            new Context(interpreter)
                    .run((none, nothing) -> made.add(Bodies.call(original, nobody, args)), List.of(), Map.of());
            return made.get(0);
        });
    }
}
