package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.futures.Executor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts something around what is submitted to pools: the arguments of submit and map, or the calls of the tasks. */
final class Submissions {

    private Submissions() {}

    /** Changes the arguments of submit. */
    static void change(TypeOperations<Executor> executor, UnaryOperator<Args> change) {
        executor.wrap("submit", (self, args, original) -> original.call(self, change.apply(args)));
    }

    /** Puts something around the calls of the tasks, whether they came by submit or by map. */
    static void wrap(TypeOperations<Executor> executor, Targets.Wrapper wrapper) {
        for (var method : List.of("submit", "map")) {
            executor.wrap(method, (self, args, original) -> original.call(self, wrapped(args, wrapper)));
        }
    }

    private static Args wrapped(Args args, Targets.Wrapper wrapper) {
        return args.get("fn") instanceof PythonCallable task
                ? args.with(
                        "fn",
                        PythonCallable.of(
                                task.name(), (positional, keywords) -> wrapper.call(task, positional, keywords)))
                : args;
    }
}
