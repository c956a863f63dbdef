package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A request on its way: posted, entered, left. */
final class AgentPending implements Pending {

    private final long number;
    private final Actor actor;
    private final Request request;
    private final TimeScale scale;
    private Outcome outcome;
    private boolean entered;
    private boolean left;
    private long enteredAt;
    private long leftAt;
    private long enteredHere;

    AgentPending(long number, Actor actor, Request request, TimeScale scale) {
        this.number = number;
        this.actor = actor;
        this.request = request;
        this.scale = scale;
        this.outcome = new Outcome.Blocked(request.toString());
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public Duration elapsed() {
        if (!entered) {
            return Duration.ZERO;
        }
        return scale.toScenario(left ? leftAt - enteredAt : System.nanoTime() - enteredHere);
    }

    long number() {
        return number;
    }

    Actor actor() {
        return actor;
    }

    boolean entered() {
        return entered;
    }

    boolean left() {
        return left;
    }

    void enter(JsonNode report) {
        entered = true;
        enteredAt = report.get("at").asLong();
        enteredHere = System.nanoTime();
    }

    void leave(JsonNode report) {
        left = true;
        leftAt = report.get("at").asLong();
        outcome = ReportReader.outcome(report);
    }

    void blockedOn(String inner) {
        outcome = new Outcome.Blocked(inner);
    }

    /** Whether a length of scenario time among its arguments has passed on the real clock since it began. */
    boolean isOverdue() {
        return entered
                && !left
                && longest(request)
                        .filter(limit -> System.nanoTime() - enteredHere > scale.toRealNanos(limit))
                        .isPresent();
    }

    private static Optional<Duration> longest(Request request) {
        return arguments(request).stream()
                .flatMap(arguments ->
                        Stream.concat(arguments.positional().stream(), arguments.keywords().values().stream()))
                .filter(Value.Seconds.class::isInstance)
                .map(value -> ((Value.Seconds) value).duration())
                .filter(limit -> limit.compareTo(Duration.ZERO) > 0)
                .max(Duration::compareTo);
    }

    private static Optional<Arguments> arguments(Request request) {
        if (request instanceof Request.Bind bind) {
            return arguments(bind.request());
        } else if (request instanceof Request.Await await) {
            return arguments(await.request());
        } else if (request instanceof Request.New made) {
            return Optional.of(made.arguments());
        } else if (request instanceof Request.Call call) {
            return Optional.of(call.arguments());
        } else if (request instanceof Request.Function function) {
            return Optional.of(function.arguments());
        }
        return Optional.empty();
    }
}
