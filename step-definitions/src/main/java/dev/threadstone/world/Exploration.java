package dev.threadstone.world;

import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Repeats a scenario's beginning in fresh sessions, lets several actors begin at once in each, and counts how its shared
 * variables end. Where the runtime can choose among schedules every session follows another one; elsewhere this is mere
 * repetition.
 */
final class Exploration {

    /** A real runtime chooses its schedules itself, so repeating often costs time and shows little more. */
    private static final int MOST_REPETITIONS = 20;

    private final Implementation implementation;
    private final int stretch;
    private final List<Consumer<Session>> beginning;
    private final Map<String, Map<Value, Integer>> outcomes = new LinkedHashMap<>();

    Exploration(Implementation implementation, int stretch, List<Consumer<Session>> beginning) {
        this.implementation = implementation;
        this.stretch = stretch;
        this.beginning = List.copyOf(beginning);
    }

    /**
     * Explores.
     *
     * @return for every variable how often it ended with which value
     */
    Map<String, Map<Value, Integer>> run(
            List<String> actors, Function<String, Request> request, List<String> variables, int schedules) {
        var wanted = schedules;
        for (int schedule = 0; schedule < wanted; schedule++) {
            try (var session = implementation.open(new Opening(stretch, schedule))) {
                wanted = session.virtualTime() ? schedules : Math.min(schedules, MOST_REPETITIONS);
                runOne(session, actors, request);
                variables.forEach(variable -> count(variable, read(session, variable)));
            }
        }
        return outcomes;
    }

    private void runOne(Session session, List<String> actors, Function<String, Request> request) {
        beginning.forEach(act -> act.accept(session));
        var pending = new ArrayList<Pending>();
        actors.forEach(actor -> pending.add(session.post(actor, request.apply(actor))));
        session.settle();
        pending.forEach(Exploration::returned);
    }

    private static Value read(Session session, String variable) {
        var look = session.post(Session.MAIN, Request.get(variable, "value"));
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

    private void count(String variable, Value value) {
        outcomes.computeIfAbsent(variable, unseen -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
    }
}
