package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way. The actor's thread writes the facts; the scenario's thread publishes them when the runtime has
 * settled and reads only what was published.
 */
final class PendingRequest implements Pending {

    private final Request request;
    private final Supplier<Duration> now;
    private final TimeScale scale;
    private volatile Duration start;
    private volatile @Nullable End end;
    private @Nullable End publishedEnd;
    private Outcome outcome;

    private record End(Outcome outcome, Duration at) {}

    PendingRequest(Request request, Supplier<Duration> now, TimeScale scale) {
        this.request = request;
        this.now = now;
        this.scale = scale;
        this.start = now.get();
        this.outcome = new Outcome.Blocked(RequestText.of(request));
    }

    void begin() {
        start = now.get();
    }

    void end(Outcome ended) {
        end = new End(ended, now.get());
    }

    /** @param waitingIn what the actor waits in if it has not ended */
    void publish(Supplier<String> waitingIn) {
        var facts = end;
        publishedEnd = facts;
        outcome = facts == null ? new Outcome.Blocked(waitingIn.get()) : facts.outcome();
    }

    boolean isPublished() {
        return publishedEnd != null;
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
        var ended = publishedEnd;
        return scale.toScenario((ended == null ? now.get() : ended.at()).minus(start));
    }
}
