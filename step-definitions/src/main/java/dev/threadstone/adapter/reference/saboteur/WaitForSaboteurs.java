package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ConditionSaboteurs.condition;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.Timeout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code Condition.wait_for}. */
final class WaitForSaboteurs {

    private WaitForSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                waitFor(
                        "wait-for-waits-first",
                        "wait_for() waits once before it asks the predicate.",
                        "COND-033 COND-036 COND-037 COND-038 COND-039 COND-046",
                        (self, args, original) -> {
                            self.await(timeout(args));
                            return original.call(self, args);
                        }),
                waitFor(
                        "wait-for-returns-bool",
                        "wait_for() returns the truth of what the predicate returned.",
                        "COND-034",
                        (self, args, original) -> isTrue(args, original.call(self, args))),
                waitFor(
                        "wait-for-waits-once",
                        "wait_for() returns after one notification, whatever the predicate says.",
                        "COND-035 COND-037 COND-042 COND-044",
                        (self, args, original) -> {
                            var result = ask(args);
                            if (isTrue(args, result)) {
                                return result;
                            }
                            self.await(timeout(args));
                            return ask(args);
                        }),
                waitFor(
                        "wait-for-ignores-timeout",
                        "A timed wait_for() waits without limit.",
                        "COND-036 COND-037 COND-041",
                        (self, args, original) -> original.call(
                                self,
                                ConditionWaitSaboteurs.isTimed(args) ? args.with("timeout", PythonNone.NONE) : args)),
                waitFor(
                        "wait-for-restarts-timeout",
                        "The timeout of wait_for() begins again with every notification.",
                        "COND-037",
                        (self, args, original) -> {
                            var result = ask(args);
                            while (!isTrue(args, result) && self.await(timeout(args))) {
                                result = ask(args);
                            }
                            return isTrue(args, result) ? result : ask(args);
                        }),
                waitFor(
                        "wait-for-does-not-look-again",
                        "wait_for() does not ask the predicate when the time is up.",
                        "COND-037 COND-041",
                        (self, args, original) -> {
                            var result = ask(args);
                            while (!isTrue(args, result) && self.await(timeout(args))) {
                                result = ask(args);
                            }
                            return result;
                        }),
                asking(
                        "wait-for-asks-without-the-lock",
                        "The predicate of wait_for() is asked without the lock.",
                        "COND-038",
                        (self, predicate) -> {
                            if (!self.isOwned()) {
                                return predicate.call();
                            }
                            var saved = self.releaseSave();
                            try {
                                return predicate.call();
                            } finally {
                                self.acquireRestore(saved);
                            }
                        }),
                asking(
                        "wait-for-passes-condition",
                        "The predicate of wait_for() gets the condition.",
                        "COND-038",
                        (self, predicate) -> predicate.waitsForOrders() ? predicate.call(self) : predicate.call()),
                waitFor(
                        "wait-for-error-loses-the-lock",
                        "An exception of the predicate leaves wait_for() without the lock.",
                        "COND-039",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (RuntimeException raised) {
                                if (self.isOwned()) {
                                    self.releaseSave();
                                }
                                throw raised;
                            }
                        }),
                waitFor(
                        "wait-for-needs-no-lock",
                        "wait_for() without the lock asks once.",
                        "COND-040",
                        (self, args, original) -> self.isOwned() ? original.call(self, args) : ask(args)));
    }

    private static Saboteur waitFor(
            String name, String breaks, String requirements, Operation.Wrapper<Condition> wrapper) {
        return condition(name, breaks, requirements, (type, interpreter) -> type.wrap("wait_for", wrapper));
    }

    /** How the predicate is called. */
    private interface Question {
        Object ask(Condition condition, PythonCallable predicate);
    }

    private static Saboteur asking(String name, String breaks, String requirements, Question question) {
        return waitFor(name, breaks, requirements, (self, args, original) -> {
            var predicate = args.callable("predicate");
            return original.call(
                    self,
                    args.with(
                            "predicate",
                            PythonCallable.of(
                                    predicate.name(), (positional, keywords) -> question.ask(self, predicate))));
        });
    }

    private static Object ask(Args args) {
        return args.callable("predicate").call();
    }

    private static boolean isTrue(Args args, Object result) {
        return args.with("predicate", result).isTrue("predicate");
    }

    private static @Nullable Timeout timeout(Args args) {
        return args.isNone("timeout") ? null : Timeout.ofSeconds(args.number("timeout"));
    }
}
