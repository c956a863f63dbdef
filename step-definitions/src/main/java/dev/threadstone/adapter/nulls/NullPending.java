package dev.threadstone.adapter.nulls;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import java.time.Duration;
import java.util.function.Supplier;

/** A request that has met a null implementation: answered at once, at the next settling, or never. */
final class NullPending implements Pending {

    private final Request request;
    private final NullAnswer answer;
    private final Supplier<Duration> now;
    private final Duration start;
    private boolean settled;

    NullPending(Request request, NullAnswer answer, Supplier<Duration> now) {
        this.request = request;
        this.answer = answer;
        this.now = now;
        this.start = now.get();
    }

    void settle() {
        settled = true;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Outcome outcome() {
        var blocked = new Outcome.Blocked("nothing");
        return settled ? answer.outcome().orElse(blocked) : blocked;
    }

    @Override
    public Duration elapsed() {
        return settled && answer.outcome().isPresent()
                ? Duration.ZERO
                : now.get().minus(start);
    }
}
