package dev.threadstone.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Step texts made from an expression by putting sample values for its parameters, awkward names included. */
final class SampleTexts {

    private static final List<String> NAMES = List.of("alpha", "the", "no", "each", "not", "locked", "set", "a");
    private static final List<String> LISTS = List.of("alpha and beta", "a, the and each");
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("new_class", List.of("Mine", "Lock")),
            Map.entry("threads", LISTS),
            Map.entry("subjects", LISTS),
            Map.entry("new_names", LISTS),
            Map.entry("name_list", List.of("alpha", "alpha and beta")),
            Map.entry("kind", List.of("Lock", "Event")),
            Map.entry("with", List.of("", " with daemon=True", " with name='x', daemon=False")),
            Map.entry(
                    "value",
                    List.of("None", "7", "-1", "'a b'", "[]", "(1, 2)", "2s", "alpha", "threading.ThreadError")),
            Map.entry("arguments", List.of("()", "(1, a=2)")),
            Map.entry("call", List.of("guard.acquire(timeout=2s)", "repr(guard)", "threading.Lock()")),
            Map.entry("attribute", List.of("worker.daemon", "threading.TIMEOUT_MAX")),
            Map.entry("duration", List.of("2s", "250ms", "1.5s", "1h")),
            Map.entry("blocking", List.of("", " without blocking", " with timeout 2s")),
            Map.entry("error", List.of("ValueError", "threading.BrokenBarrierError")),
            Map.entry("signal", List.of("SIGINT")),
            Map.entry("state", List.of("blocked", "not blocked", "still blocked", "locked", "finished")),
            Map.entry("bound", List.of("exactly", "at least", "at most")),
            Map.entry("times", List.of("once", "twice", "20 times", "never")),
            Map.entry("as_token", List.of("", " as token before")),
            Map.entry("leaving", List.of("", " left by return")),
            Map.entry("callable_form", List.of("function", "callable object", "callable object that is false")),
            Map.entry("overrides", List.of("", " whose run is body", " whose __enter__ is a and __exit__ is b")),
            Map.entry("base_class", List.of("threading.Event", "object")),
            Map.entry("futures", List.of("none", "alpha", "alpha and beta")),
            Map.entry("future_part", List.of("result", "exception")),
            Map.entry("form", List.of("Thread-N", "Thread-N (job)")),
            Map.entry("until", List.of("", " until ALL_COMPLETED")),
            Map.entry("int", List.of("3")),
            Map.entry("how_many", List.of("2", "all")),
            Map.entry("word", List.of("daemon", "name")),
            Map.entry("string", List.of("\"<locked\"", "''")));

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)\\}");
    private static final Pattern ALTERNATIVES = Pattern.compile("(\\w+)/(\\w+)");

    private SampleTexts() {}

    static Stream<String> of(String expression) {
        if (expression.contains("(s)")) {
            return Stream.of("", "s").flatMap(ending -> of(expression.replace("(s)", ending)));
        }
        var alternatives = ALTERNATIVES.matcher(expression);
        if (alternatives.find()) {
            return Stream.of(alternatives.group(1), alternatives.group(2))
                    .flatMap(word -> of(alternatives.replaceFirst(word)));
        }
        var parameter = PARAMETER.matcher(expression);
        if (!parameter.find()) {
            return Stream.of(expression.replace("\\/", "/"));
        }
        return SAMPLES.getOrDefault(parameter.group(1), NAMES).stream()
                .flatMap(sample -> of(
                        expression.substring(0, parameter.start()) + sample + expression.substring(parameter.end())));
    }
}
