package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.util.List;

/** Waiting on a condition until a shared variable has a value: {@code wait_for} with a predicate over the variable. */
public final class WaitUntil {

    private WaitUntil() {}

    /** Until the variable is equal to the value. */
    public static List<Request> equal(String condition, String variable, Value value, Arguments timeout) {
        return requests(condition, variable, "is_equal_to", value, timeout);
    }

    /** Until the variable is above the value. */
    static List<Request> above(String condition, String variable, Value value) {
        return requests(condition, variable, "is_above", value, Arguments.NONE);
    }

    private static List<Request> requests(
            String condition, String variable, String comparison, Value value, Arguments timeout) {
        var predicate = "until_" + variable;
        return List.of(
                new Request.Bind(predicate, Request.call(variable, comparison, Arguments.of(value))),
                Request.call(condition, "wait_for", new Arguments(List.of(Value.ref(predicate)), timeout.keywords())));
    }
}
