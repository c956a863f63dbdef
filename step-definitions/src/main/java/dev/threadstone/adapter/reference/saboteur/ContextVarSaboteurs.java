package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.context.ContextVar;
import dev.threadstone.reference.context.Token;
import dev.threadstone.reference.errors.PythonException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Saboteurs of context variables and their tokens. */
final class ContextVarSaboteurs {

    private ContextVarSaboteurs() {}

    @SuppressWarnings("ReferenceEquality") // the mark is one object
    static List<Saboteur> all() {
        return List.of(
                variable(
                        "contextvar-get-ignores-argument",
                        "get(fallback) does what get() does.",
                        "CTX-001",
                        (variable, interpreter) -> variable.wrap(
                                "get",
                                (self, args, original) ->
                                        args.isGiven("default") ? orNone(self.get()) : original.call(self, args))),
                variable(
                        "contextvar-has-one-value",
                        "A variable has one value for all threads.",
                        "ASYNC-004 ASYNC-015 ASYNC-026 CTX-003 CTX-006 CTX-007 CTX-010 CTX-011 CTX-013 "
                                + "CTX-015 CTX-016 CTX-020 CTX-021 CTX-022 STATE-008 STATE-009 STATE-010",
                        ContextVarSaboteurs::shareValues),
                variable(
                        "contextvar-reset-does-nothing",
                        "reset() uses the token up and leaves the value.",
                        "CTX-003 CTX-011",
                        (variable, interpreter) -> variable.wrap("reset", (self, args, original) -> {
                            var value = self.get(Token.MISSING);
                            var result = original.call(self, args);
                            if (value != Token.MISSING) {
                                self.set(value);
                            }
                            return result;
                        })),
                variable(
                        "token-can-be-used-twice",
                        "A second reset with one token does nothing.",
                        "CTX-004",
                        (variable, interpreter) -> forgive(variable, "RuntimeError")),
                variable(
                        "token-of-others-is-accepted",
                        "reset() takes a token of another variable or context and does nothing.",
                        "CTX-005",
                        (variable, interpreter) -> forgive(variable, "ValueError")),
                Saboteur.on(
                        "contextvars.Token",
                        Token.class,
                        "token-forgets-old-value",
                        "old_value is always Token.MISSING.",
                        "CTX-002",
                        (token, interpreter) -> token.wrapGetter("old_value", original -> self -> Token.MISSING)),
                Saboteur.on(
                        "contextvars.Token",
                        Token.class,
                        "token-block-does-not-reset",
                        "The end of a with block of a token leaves the variable as it is.",
                        "CTX-006",
                        (token, interpreter) -> token.wrap("__exit__", (self, args, original) -> PythonNone.NONE)));
    }

    private static Saboteur variable(
            String name, String breaks, String requirements, Saboteur.TypePatch<ContextVar> patch) {
        return Saboteur.on("contextvars.ContextVar", ContextVar.class, name, breaks, requirements, patch);
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }

    private static void shareValues(TypeOperations<ContextVar> variable, Interpreter interpreter) {
        Map<ContextVar, Object> values = new ConcurrentHashMap<>();
        variable.wrap("set", (self, args, original) -> {
                    values.put(self, args.get("value"));
                    return original.call(self, args);
                })
                .wrap(
                        "get",
                        (self, args, original) ->
                                values.containsKey(self) ? values.get(self) : original.call(self, args));
    }

    private static void forgive(TypeOperations<ContextVar> variable, String error) {
        variable.wrap("reset", (self, args, original) -> {
            try {
                return original.call(self, args);
            } catch (PythonException raised) {
                return Forgiveness.of(raised, error);
            }
        });
    }
}
