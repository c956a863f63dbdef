package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.ParameterType;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Parameter types that are literals, calls and words of closed lists. */
public final class ValueTypes {

    private final World world;

    public ValueTypes(World world) {
        this.world = world;
    }

    @ParameterType(Patterns.KIND)
    public Kind kind(String word) {
        return Kind.ofWord(word).orElseThrow();
    }

    @ParameterType(Patterns.KEYWORDS)
    public Arguments with(String text) {
        return text.isEmpty() ? Arguments.NONE : Literals.arguments(text.substring(" with ".length()), world.names());
    }

    @ParameterType(Patterns.VALUE)
    public Value value(String literal) {
        return Literals.value(literal, world.names());
    }

    @ParameterType("\\(.*\\)")
    public Arguments arguments(String text) {
        return Literals.arguments(text.substring(1, text.length() - 1), world.names());
    }

    @ParameterType(Patterns.CALL)
    public CallExpression call(String source) {
        return CallExpression.parse(source, world.names());
    }

    @ParameterType(Patterns.ATTRIBUTE)
    public Attribute attribute(String source) {
        return Attribute.parse(source, world.names());
    }

    @ParameterType(Patterns.DURATION)
    public Duration duration(String literal) {
        return Literals.duration(literal);
    }

    @ParameterType(Patterns.BLOCKING)
    public Blocking blocking(String text) {
        return Blocking.parse(text);
    }

    @ParameterType(Patterns.ERROR)
    public String error(String name) {
        return name;
    }

    @ParameterType(Patterns.SIGNAL)
    public String signal(String name) {
        return name;
    }

    @ParameterType(Patterns.STATE)
    public State state(String text) {
        return State.parse(text);
    }

    /** A number of waiters; empty for all of them. */
    @ParameterType(Patterns.HOW_MANY)
    public OptionalInt how_many(String text) {
        return text.equals("all") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    @ParameterType(Patterns.BOUND)
    public Bound bound(String text) {
        return Bound.parse(text);
    }

    @ParameterType(Patterns.NEVER_OR_TIMES)
    public int times(String text) {
        return switch (text) {
            case "never" -> 0;
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(text.substring(0, text.indexOf(' ')));
        };
    }

    /** How something is shut down, as arguments of {@code shutdown}. */
    @ParameterType(Patterns.SHUTDOWN_MODE)
    public Arguments shutdown_mode(String text) {
        return switch (text) {
            case " immediately" -> Arguments.NONE.with("immediate", Value.TRUE);
            case " without waiting" -> Arguments.NONE.with("wait", Value.FALSE);
            case " cancelling pending futures" -> Arguments.NONE.with("cancel_futures", Value.TRUE);
            default -> Arguments.NONE;
        };
    }

    /** Which of the two a future is asked for; also the name of its method. */
    @ParameterType(Patterns.FUTURE_PART)
    public String future_part(String method) {
        return method;
    }

    /** When a wait for several futures is over, as an argument. */
    @ParameterType(Patterns.UNTIL)
    public Arguments until(String text) {
        return text.isEmpty()
                ? Arguments.NONE
                : Arguments.NONE.with(
                        "return_when", Value.constant("concurrent.futures." + text.substring(" until ".length())));
    }

    @ParameterType(Patterns.LEAVING)
    public Request.Leave leaving(String text) {
        return text.isEmpty()
                ? Request.Leave.END
                : Request.Leave.valueOf(text.substring(" left by ".length()).toUpperCase(Locale.ROOT));
    }

    @ParameterType(Patterns.CALLABLE_FORM)
    public Callback.Form callable_form(String text) {
        return text.equals("callable object that is false")
                ? Callback.Form.FALSY_CALLABLE_OBJECT
                : Callback.Form.valueOf(
                        text.toUpperCase(Locale.ROOT).replace(' ', '_').replace("PARTIAL_OBJECT", "PARTIAL"));
    }

    /** What a subclass overrides: method name to callback. */
    @ParameterType(Patterns.AS_TOKEN)
    public Optional<String> as_token(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(" as token ".length()));
    }

    @ParameterType(Patterns.OVERRIDES)
    public Overrides overrides(String text) {
        if (text.isEmpty()) {
            return new Overrides(Map.of());
        }
        return new Overrides(Arrays.stream(text.substring(" whose ".length()).split(" and ", -1))
                .map(override -> override.split(" is ", 2))
                .collect(Collectors.toMap(
                        words -> words[0], words -> words[1], (first, second) -> second, LinkedHashMap::new)));
    }

    @ParameterType(NameForm.PATTERN)
    public NameForm form(String source) {
        return new NameForm(source);
    }

    @ParameterType("[a-z_]+(?:\\.[A-Za-z_]+)+|object")
    public String base_class(String name) {
        return name;
    }
}
