package dev.threadstone.world;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.Optional;

/** One request that an actor was given, and whether a step has looked at how it ended. */
public final class Act {

    /** Measured times on a real clock may fall short of the asked ones by so much: the clock's resolution. */
    private static final Duration CLOCK_RESOLUTION = Duration.ofMillis(50);

    private final String actor;
    private final Pending pending;
    private final boolean virtualTime;
    private boolean seen;
    private boolean announced;
    private boolean recorded;

    Act(String actor, Pending pending, boolean virtualTime) {
        this.actor = actor;
        this.pending = pending;
        this.virtualTime = virtualTime;
    }

    public String actor() {
        return actor;
    }

    public Request request() {
        return pending.request();
    }

    /** How it ended. Asking counts as looking: an error that somebody asked for is no surprise any more. */
    public Outcome outcome() {
        seen = true;
        return pending.outcome();
    }

    /** Whether it has not ended. */
    public boolean unfinished() {
        return pending.outcome() instanceof Outcome.Blocked;
    }

    /** Whether it took, or has taken so far, as long as this; on a real clock less the clock's resolution. */
    public boolean lastedAtLeast(Duration duration) {
        var tolerance = virtualTime ? Duration.ZERO : CLOCK_RESOLUTION;
        return pending.elapsed().plus(tolerance).compareTo(duration) >= 0;
    }

    /** Whether it took no longer than this. On a real clock nothing is too long. */
    public boolean lastedAtMost(Duration duration) {
        return !virtualTime || pending.elapsed().compareTo(duration) <= 0;
    }

    public Duration elapsed() {
        return pending.elapsed();
    }

    boolean surprised() {
        return !seen && pending.outcome() instanceof Outcome.Raised;
    }

    /** What the timeline has not been told yet: that it blocks, or how it ended; empty if nothing is new. */
    Optional<String> news() {
        if (unfinished()) {
            return announced ? Optional.empty() : announce(request() + " ...");
        }
        if (recorded) {
            return Optional.empty();
        }
        recorded = true;
        return Optional.of((announced ? "..." : request().toString()) + result());
    }

    private Optional<String> announce(String text) {
        announced = true;
        return Optional.of(text);
    }

    private String result() {
        var outcome = pending.outcome();
        if (outcome instanceof Outcome.Returned returned) {
            var says = !returned.value().equals(Value.NONE) && !(request() instanceof Request.Bind);
            return says ? " -> " + returned.value() : announced ? " done" : "";
        }
        return " " + outcome;
    }

    Outcome outcomeUnseen() {
        return pending.outcome();
    }
}
