package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import java.util.Set;

/**
 * One way to be wrong.
 *
 * @param name lower-case words with hyphens: {@code join-ignores-timeout}
 * @param breaks what it does wrong, as a sentence
 * @param requirements ids of the requirements that do not hold any more; at least one scenario of each must fail
 * @param patch how it does that
 */
public record Saboteur(String name, String breaks, Set<String> requirements, Patch patch) {

    /** A change of the operations of one session. */
    @FunctionalInterface
    public interface Patch {

        /**
         * Replaces or wraps operations.
         *
         * @param table the complete operations of the reference
         * @param interpreter the interpreter that they belong to
         */
        void apply(OperationTable table, Interpreter interpreter);
    }

    public Saboteur {
        requirements = Set.copyOf(requirements);
    }

    /** A change of the operations of one type in one session. */
    @FunctionalInterface
    interface TypePatch<T> {
        void apply(TypeOperations<T> operations, Interpreter interpreter);
    }

    /** A saboteur of one type. */
    static <T> Saboteur on(
            String type, Class<T> javaType, String name, String breaks, String requirements, TypePatch<T> patch) {
        return of(
                name, breaks, requirements, (table, interpreter) -> patch.apply(table.on(type, javaType), interpreter));
    }

    /** @param requirements ids, separated by spaces */
    static Saboteur of(String name, String breaks, String requirements, Patch patch) {
        return new Saboteur(name, breaks, Set.of(requirements.split(" ")), patch);
    }
}
