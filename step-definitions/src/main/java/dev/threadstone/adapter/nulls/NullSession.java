package dev.threadstone.adapter.nulls;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Exit;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session in which nothing happens. Every name is that of an actor, so that a scenario gets as far as its first
 * expectation; no callback is ever called, and the interpreter never exits.
 */
final class NullSession implements Session {

    private final NullAnswer answer;
    private final List<NullPending> posted = new ArrayList<>();
    private Duration now = Duration.ZERO;

    NullSession(NullAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void prepare(Callback callback) {}

    @Override
    public Pending post(String actor, Request request) {
        var pending = new NullPending(request, answer, this::now);
        posted.add(pending);
        return pending;
    }

    @Override
    public Evidence settle() {
        posted.forEach(NullPending::settle);
        posted.clear();
        return Evidence.EXACT;
    }

    @Override
    public Evidence elapse(Duration duration) {
        now = now.plus(duration);
        return settle();
    }

    @Override
    public void signal(String name) {}

    @Override
    public boolean isActive(String actor) {
        return true;
    }

    @Override
    public List<Activation> activations() {
        return List.of();
    }

    @Override
    public Optional<Exit> exit() {
        return Optional.empty();
    }

    @Override
    public Duration now() {
        return now;
    }

    /** So that upper bounds are asserted too. */
    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public void close() {}
}
