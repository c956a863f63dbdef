package dev.threadstone.world;

import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Repeats a scenario's beginning in fresh sessions, lets several actors begin at once in each, and counts what they
 * return and how its variables and containers end. Where the runtime can choose among schedules every session follows
 * another one; elsewhere this is mere repetition.
 */
final class Exploration {

    /** A real runtime chooses its schedules itself, so repeating often costs time and shows little more. */
    private static final int MOST_REPETITIONS = 20;

    private final Implementation implementation;
    private final int stretch;
    private final List<Consumer<Session>> beginning;
    private final Outcomes outcomes = new Outcomes();

    Exploration(Implementation implementation, int stretch, List<Consumer<Session>> beginning) {
        this.implementation = implementation;
        this.stretch = stretch;
        this.beginning = List.copyOf(beginning);
    }

    /** Explores what comes of these requests, and how the named things end that can be read. */
    Outcomes run(Map<String, Request> requests, Map<String, Request> readings, int schedules) {
        var wanted = schedules;
        for (int schedule = 0; schedule < wanted; schedule++) {
            try (var session = implementation.open(new Opening(stretch, schedule))) {
                wanted = session.virtualTime() ? schedules : Math.min(schedules, MOST_REPETITIONS);
                outcomes.countResults(runOne(session, requests));
                readings.forEach((name, reading) -> outcomes.count(name, read(session, reading)));
            }
        }
        return outcomes;
    }

    private List<Value> runOne(Session session, Map<String, Request> requests) {
        beginning.forEach(act -> act.accept(session));
        var pending = new ArrayList<Pending>();
        requests.forEach((actor, request) -> pending.add(session.post(actor, request)));
        session.settle();
        return pending.stream().map(Exploration::returned).toList();
    }

    private static Value read(Session session, Request reading) {
        var look = session.post(Session.MAIN, reading);
        session.settle();
        return returned(look);
    }

    private static Value returned(Pending pending) {
        if (pending.outcome() instanceof Outcome.Returned done) {
            return done.value();
        }
        throw new ExpectationFailed(
                pending.request() + " returns under every schedule", "under one of them it " + pending.outcome());
    }
}
