package dev.threadstone.world;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Compares a real clock with the time that the scenario has let pass. The difference is what the machine needed for the
 * steps themselves. Against the shortest duration of the scenario it must be small: otherwise a timeout of two seconds may
 * have run out although the scenario has let only one of them pass.
 */
final class Pace {

    /** From here on durations are meant never to run out. */
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private Duration passed = Duration.ZERO;
    private Duration shortest = FOR_EVER;

    void passes(Duration duration) {
        passed = passed.plus(duration);
        consider(duration);
    }

    void asks(Request request) {
        durations(request).forEach(this::consider);
    }

    /** Whether the clock has run away from the scenario. */
    boolean outpaced(Duration now) {
        var difference = now.minus(passed);
        return shortest.compareTo(FOR_EVER) < 0 && difference.multipliedBy(2).compareTo(shortest) > 0;
    }

    private void consider(Duration duration) {
        if (duration.compareTo(shortest) < 0 && !duration.isZero()) {
            shortest = duration;
        }
    }

    private static Stream<Duration> durations(Request request) {
        if (request instanceof Request.Bind bind) {
            return durations(bind.request());
        }
        if (request instanceof Request.Await await) {
            return durations(await.request());
        }
        if (request instanceof Request.Sequence sequence) {
            return sequence.requests().stream().flatMap(Pace::durations);
        }
        return arguments(request)
                .flatMap(Pace::withItems)
                .filter(Value.Seconds.class::isInstance)
                .map(seconds -> ((Value.Seconds) seconds).duration());
    }

    private static Stream<Value> withItems(Value value) {
        if (value instanceof Value.ListOf list) {
            return list.items().stream().flatMap(Pace::withItems);
        }
        if (value instanceof Value.TupleOf tuple) {
            return tuple.items().stream().flatMap(Pace::withItems);
        }
        return value instanceof Value.DictOf dict
                ? dict.entries().values().stream().flatMap(Pace::withItems)
                : Stream.of(value);
    }

    private static Stream<Value> arguments(Request request) {
        if (request instanceof Request.Call call) {
            return values(call.arguments());
        }
        if (request instanceof Request.New constructor) {
            return values(constructor.arguments());
        }
        if (request instanceof Request.Set set) {
            return Stream.of(set.value());
        }
        return request instanceof Request.Function function ? values(function.arguments()) : Stream.empty();
    }

    private static Stream<Value> values(Arguments arguments) {
        return Stream.concat(arguments.positional().stream(), arguments.keywords().values().stream());
    }
}
