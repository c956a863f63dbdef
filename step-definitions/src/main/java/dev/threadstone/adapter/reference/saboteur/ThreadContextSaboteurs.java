package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.context.ContextVar;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Saboteurs of the contexts that threads run in. */
final class ThreadContextSaboteurs {

    private static final String VARIABLE = "contextvars.ContextVar";

    private ThreadContextSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "state-context-is-shared",
                        "A context variable has the value that any thread assigned last.",
                        "CTX-003 CTX-006 CTX-007 CTX-010 CTX-011 CTX-013 CTX-015 CTX-016 STATE-008 STATE-009 "
                                + "STATE-010 ASYNC-004 ASYNC-015 ASYNC-026 CTX-020 CTX-021 CTX-022",
                        ThreadContextSaboteurs::share),
                Saboteur.of(
                        "state-context-is-inherited",
                        "A new thread sees what its starter has assigned to context variables.",
                        "CTX-007 CTX-010 FINAL-007 STATE-009 STATE-010",
                        ThreadContextSaboteurs::inherit),
                ThreadSaboteurs.thread(
                        "state-context-argument-ignored",
                        "The context that the constructor is given is not used.",
                        "CTX-010 STATE-010",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) ->
                                original.call(nobody, args.with("context", PythonNone.NONE)))));
    }

    private static void share(OperationTable table, Interpreter interpreter) {
        Map<Object, Object> last = new ConcurrentHashMap<>();
        table.on(VARIABLE, ContextVar.class)
                .wrap("set", (self, args, original) -> {
                    last.put(self, args.get("value"));
                    return original.call(self, args);
                })
                .wrap("get", (self, args, original) -> {
                    var shared = last.get(self);
                    return shared == null ? original.call(self, args) : shared;
                });
    }

    private static void inherit(OperationTable table, Interpreter interpreter) {
        Map<Thread, Map<Object, Object>> assigned = new ConcurrentHashMap<>();
        Map<Thread, Map<Object, Object>> inherited = new ConcurrentHashMap<>();
        table.on(ThreadSaboteurs.TYPE, Thread.class).wrap("start", (self, args, original) -> {
            var starter = interpreter.threading().currentThread();
            inherited.put(self, Map.copyOf(assigned.getOrDefault(starter, Map.of())));
            return original.call(self, args);
        });
        table.on(VARIABLE, ContextVar.class)
                .wrap("set", (self, args, original) -> {
                    assigned.computeIfAbsent(
                                    interpreter.threading().currentThread(), thread -> new ConcurrentHashMap<>())
                            .put(self, args.get("value"));
                    return original.call(self, args);
                })
                .wrap("get", (self, args, original) -> {
                    var caller = interpreter.threading().currentThread();
                    var own = assigned.getOrDefault(caller, Map.of());
                    var value = inherited.getOrDefault(caller, Map.of()).get(self);
                    return own.containsKey(self) || value == null ? original.call(self, args) : value;
                });
    }
}
