package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Ending;
import dev.threadstone.spi.PythonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and describes exceptions of one session. */
final class Errors {

    private final ErrorMapping mapping;
    private final Names names;
    private final Conversion conversion;

    Errors(ErrorMapping mapping, Names names, Conversion conversion) {
        this.mapping = mapping;
        this.names = names;
        this.conversion = conversion;
    }

    RuntimeException create(Ending.Raise raise) {
        return mapping.create(
                raise.type(), conversion.toObjects(raise.arguments().positional()));
    }

    /** The exception of a name: always the same one. */
    RuntimeException create(Ending.RaiseNamed raise) {
        var known = names.find(raise.name());
        if (known.isPresent() && known.get() instanceof RuntimeException error) {
            return error;
        }
        var error = mapping.create(
                raise.type(), conversion.toObjects(raise.arguments().positional()));
        names.bind(raise.name(), error);
        return error;
    }

    RuntimeException create(String type, String message) {
        return mapping.create(type, List.of(message));
    }

    /** The runtime's own exception in the place of one that this support raised. */
    RuntimeException adopt(PythonException raised) {
        return mapping.adopt(raised);
    }

    PythonError describe(Throwable thrown) {
        var error = CheckedFailure.unwrapped(thrown);
        var mro = mapping.mro(error);
        return new PythonError(
                mro.get(0), mro, mapping.message(error), names.nameOf(error).orElse(null), cause(error));
    }

    private @Nullable PythonError cause(Throwable error) {
        var cause = error.getCause();
        return cause == null ? null : describe(cause);
    }
}
