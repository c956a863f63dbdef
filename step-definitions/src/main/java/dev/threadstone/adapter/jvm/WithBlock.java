package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.AdapterException;
import java.util.List;
import java.util.Map;

/** The body of a {@code with} statement and its end. Source: Python language reference, the with statement. */
final class WithBlock {

    private final Members members;
    private final Names names;
    private final Errors errors;

    WithBlock(Members members, Names names, Errors errors) {
        this.members = members;
        this.names = names;
        this.errors = errors;
    }

    Object run(Object target, String body, Object entered) {
        if (!(names.get(body) instanceof PythonCallable block)) {
            throw new AdapterException(body + " is the body of a with statement and is no callback.");
        }
        return run(target, () -> block.call(entered));
    }

    /** Runs a body whose target has been entered. */
    Object run(Object target, Runnable body) {
        try {
            body.run();
        } catch (RuntimeException raised) {
            if (PythonText.isTrue(
                    exit(target, new TypeObject(errors.describe(raised).type()), raised))) {
                return PythonNone.NONE;
            }
            throw raised;
        }
        exit(target, PythonNone.NONE, PythonNone.NONE);
        return PythonNone.NONE;
    }

    private Object exit(Object target, Object type, Object error) {
        return members.callMethod(target, "__exit__", List.of(type, error, PythonNone.NONE), Map.of());
    }
}
