package dev.threadstone.steps;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.State;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Kind;
import dev.threadstone.world.ScenarioMistake;
import dev.threadstone.world.World;
import java.util.stream.Stream;

/** Decides whether a thing is in the state that a step claims, by asking the thing itself. */
final class StateClaims {

    private final World world;

    StateClaims(World world) {
        this.world = world;
    }

    void require(Thing subject, State state) {
        if (!holds(subject, state)) {
            throw new ExpectationFailed(subject + " is " + state, actual(subject, state));
        }
    }

    boolean holds(Thing subject, State state) {
        return is(subject, state.word()) == state.holds();
    }

    private boolean is(Thing subject, String word) {
        return switch (word) {
            case "blocked" -> world.latest(subject.name()).unfinished();
            case "deadlocked" -> world.deadlocked(subject.name());
            case "alive" -> truth(Request.call(subject.name(), "is_alive"));
            case "finished" -> started(subject) && !truth(Request.call(subject.name(), "is_alive"));
            case "unstarted" -> !started(subject);
            case "daemonic" -> truth(Request.get(subject.name(), "daemon"));
            case "locked" -> truth(Request.call(subject.name(), "locked"));
            case "broken" -> truth(Request.get(subject.name(), "broken"));
            case "empty" -> truth(Request.call(subject.name(), "empty"));
            case "full" -> truth(Request.call(subject.name(), "full"));
            case "shut down" -> truth(Request.get(subject.name(), "is_shutdown"));
            case "set" -> truth(Request.call(subject.name(), "is_set"));
            case "done", "running", "cancelled" -> truth(Request.call(subject.name(), word));
            case "pending" -> Stream.of("done", "running", "cancelled").noneMatch(other -> is(subject, other));
            default -> throw new ScenarioMistake("No state is called '" + word + "'.");
        };
    }

    private boolean started(Thing thread) {
        if (thread.kind() != Kind.THREAD && thread.kind() != Kind.TIMER && thread.kind() != Kind.OBJECT) {
            throw new ScenarioMistake("'" + thread + "' is a " + thread.kind().word() + ", and only threads finish.");
        }
        return !world.look(Request.get(thread.name(), "ident")).equals(Value.NONE);
    }

    /** The answer as a truth value; anything but exactly True or False is a failure of the runtime. */
    private boolean truth(Request question) {
        var answer = world.look(question);
        if (answer instanceof Value.Bool bool) {
            return bool.value();
        }
        throw new ExpectationFailed(question + " is True or False", "it is " + answer);
    }

    private String actual(Thing subject, State state) {
        if (!state.word().equals("blocked")) {
            return state.holds() ? "it is not" : "it is";
        }
        var act = world.latest(subject.name());
        return act.outcome() instanceof Outcome.Blocked blocked
                ? "it is blocked in " + blocked.on()
                : "it " + act.outcome() + " from " + act.request();
    }
}
