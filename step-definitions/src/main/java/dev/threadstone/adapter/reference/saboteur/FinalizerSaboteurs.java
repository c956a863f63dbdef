package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Saboteurs of finalizers. */
final class FinalizerSaboteurs {

    private static final String DROP = "threadstone.drop";
    private static final String HOOK = "sys.unraisablehook";

    private FinalizerSaboteurs() {}

    @SuppressWarnings("ModifiedButNotUsed") // what is kept is not reclaimed
    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "finalizers-have-a-thread",
                        "Dropping the last reference leaves the finalizer to a thread of its own.",
                        "FINAL-001 FINAL-005",
                        (table, interpreter) -> inThreadOfItsOwn(table, interpreter, DROP)),
                Saboteur.of(
                        "collector-has-a-thread",
                        "gc.collect() collects in a thread of its own.",
                        "FINAL-003",
                        (table, interpreter) -> inThreadOfItsOwn(table, interpreter, "gc.collect")),
                Saboteur.of(
                        "finalizer-error-escapes",
                        "The error of a finalizer reaches the thread that drops the object.",
                        "FINAL-004 LOWLEVEL-004 NATIVE-009",
                        FinalizerSaboteurs::raiseInDrop),
                Saboteur.of(
                        "finalizer-error-is-lost",
                        "Nobody hears of the error of a finalizer.",
                        "FINAL-004 LOWLEVEL-004 NATIVE-009",
                        (table, interpreter) -> table.variable(
                                HOOK,
                                () -> PythonNone.NONE,
                                hook -> interpreter.unraisableHook().install(unraisable -> {}))),
                Saboteur.of(
                        "finalizers-share-locks",
                        "A finalizer may enter the locks of the code that it interrupts.",
                        "FINAL-005",
                        FinalizerSaboteurs::shareLocks),
                Saboteur.of(
                        "clean-up-has-a-thread",
                        "finally clauses run in a thread of their own.",
                        "FINAL-006",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.try_finally", (nobody, args, original) -> {
                                    var cleanUp = args.callable("clean_up");
                                    var elsewhere = PythonCallable.of(cleanUp.name(), (positional, keywords) -> {
                                        start(interpreter, PyCallable.of(cleanUp::call));
                                        return PythonNone.NONE;
                                    });
                                    return original.call(nobody, args.with("clean_up", elsewhere));
                                })),
                Saboteur.on(
                        ThreadSaboteurs.TYPE,
                        Thread.class,
                        "threads-are-kept",
                        "The objects of threads that have ended are kept.",
                        "FINAL-007",
                        (thread, interpreter) -> {
                            var kept = new ArrayList<Thread>();
                            thread.wrap("start", (self, args, original) -> {
                                kept.add(self);
                                return original.call(self, args);
                            });
                        }));
    }

    private static void inThreadOfItsOwn(OperationTable table, Interpreter interpreter, String function) {
        table.wrapFunction(function, (nobody, args, original) -> {
            start(interpreter, PyCallable.of(() -> unchecked(() -> original.call(nobody, args))));
            return PythonNone.NONE;
        });
    }

    private static void start(Interpreter interpreter, PyCallable function) {
        interpreter.threading().lowLevel().startNewThread(function, List.of(), Map.of());
    }

    private interface Code {
        Object run() throws Exception;
    }

    private static void unchecked(Code code) {
        try {
            code.run();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private static void raiseInDrop(OperationTable table, Interpreter interpreter) {
        var pending = new AtomicReference<@Nullable PythonException>();
        table.variable(
                HOOK,
                () -> PythonNone.NONE,
                hook -> interpreter.unraisableHook().install(unraisable -> pending.set(unraisable.excValue())));
        table.wrapFunction(DROP, (nobody, args, original) -> {
            var result = original.call(nobody, args);
            var error = pending.getAndSet(null);
            if (error != null) {
                throw error;
            }
            return result;
        });
    }

    private static void shareLocks(OperationTable table, Interpreter interpreter) {
        var finalizing = new Marks();
        table.wrapFunction(DROP, (nobody, args, original) -> {
            finalizing.add(interpreter.current());
            var result = original.call(nobody, args);
            finalizing.remove(interpreter.current());
            return result;
        });
        Operation.Wrapper<Lock> open = (self, args, original) ->
                finalizing.has(interpreter.current()) ? (Object) true : original.call(self, args);
        table.on("threading.Lock", Lock.class).wrap("acquire", open);
    }
}
