package dev.threadstone.adapter.nulls;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonError;
import dev.threadstone.spi.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a null implementation answers to every request.
 *
 * @param label the name of the implementation
 * @param outcome empty if no request ever ends
 */
record NullAnswer(String label, String summary, Optional<Outcome> outcome) {

    static final NullAnswer NONE =
            new NullAnswer("null-none", "answers None to everything", Optional.of(new Outcome.Returned(Value.NONE)));
    static final NullAnswer TRUE =
            new NullAnswer("null-true", "answers True to everything", Optional.of(new Outcome.Returned(Value.TRUE)));
    static final NullAnswer NEVER = new NullAnswer("null-never", "never answers anything", Optional.empty());
    static final NullAnswer RAISES = new NullAnswer(
            "null-raises", "raises threadstone.NullError to everything", Optional.of(new Outcome.Raised(error())));

    private static PythonError error() {
        var type = "threadstone.NullError";
        return new PythonError(
                type, List.of(type, "Exception", "BaseException"), "this implements nothing", null, null);
    }
}
