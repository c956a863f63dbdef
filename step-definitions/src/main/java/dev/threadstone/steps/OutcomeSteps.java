package dev.threadstone.steps;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Bound;
import dev.threadstone.vocabulary.State;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.Act;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.function.Predicate;

/** Outcomes: how a thread's latest call ended, and what state things are in. */
public final class OutcomeSteps {

    private final World world;
    private final StateClaims claims;

    public OutcomeSteps(World world) {
        this.world = world;
        this.claims = new StateClaims(world);
    }

    @Then("{thread} returned {value}")
    public void returned(Actor thread, Value value) {
        require(thread, "returned " + value, outcome -> outcome.equals(new Outcome.Returned(value)));
    }

    @Then("{thread} returned a text that starts with {string}")
    public void returnedTextStarting(Actor thread, String start) {
        require(
                thread,
                "returned a text that starts with '" + start + "'",
                outcome -> text(outcome).startsWith(start));
    }

    @Then("{thread} returned a text that contains {string}")
    public void returnedTextContaining(Actor thread, String part) {
        require(
                thread,
                "returned a text that contains '" + part + "'",
                outcome -> text(outcome).contains(part));
    }

    @Then("{threads} returned {value}")
    public void allReturned(List<Actor> threads, Value value) {
        threads.forEach(thread -> returned(thread, value));
    }

    @Then("{bound} {int} of {threads} returned {value}")
    public void someReturned(Bound bound, int count, List<Actor> threads, Value value) {
        requireCount(bound, count, threads, "returned " + value, new Outcome.Returned(value)::equals);
    }

    @Then("{thread} raised {error}")
    public void raised(Actor thread, String type) {
        require(thread, "raised " + type, outcome -> isRaised(outcome, type));
    }

    @Then("{thread} raised {error} saying {string}")
    public void raisedSaying(Actor thread, String type, String message) {
        require(
                thread,
                "raised " + type + " saying '" + message + "'",
                outcome -> isRaised(outcome, type)
                        && outcome instanceof Outcome.Raised raised
                        && raised.error().message().equals(message));
    }

    @Then("{thread} returned {value} or raised {error}")
    public void returnedOrRaised(Actor thread, Value value, String type) {
        require(
                thread,
                "returned " + value + " or raised " + type,
                outcome -> outcome.equals(new Outcome.Returned(value)) || isRaised(outcome, type));
    }

    @Then("{thread} returned {value} or is still blocked")
    public void returnedOrBlocked(Actor thread, Value value) {
        require(
                thread,
                "returned " + value + " or is still blocked",
                outcome -> outcome.equals(new Outcome.Returned(value)) || outcome instanceof Outcome.Blocked);
    }

    @Then("{bound} {int} of {threads} raised {error}")
    public void someRaised(Bound bound, int count, List<Actor> threads, String type) {
        requireCount(bound, count, threads, "raised " + type, outcome -> isRaised(outcome, type));
    }

    @Then("{thread} raised {failure}")
    public void raisedItself(Actor thread, Thing failure) {
        require(
                thread,
                "raised the very error " + failure,
                outcome -> outcome instanceof Outcome.Raised raised
                        && failure.name().equals(raised.error().identity()));
    }

    @Then("{thread} is blocked on {subject}")
    public void blockedOn(Actor thread, Thing subject) {
        var act = latest(thread);
        if (!isBlockedOn(act, subject.name())) {
            throw new ExpectationFailed(thread + " is blocked on " + subject, describe(thread, act.outcome()));
        }
    }

    @Then("{subject} is {state}")
    public void isInState(Thing subject, State state) {
        claims.require(subject, state);
    }

    @Then("{subjects} are {state}")
    public void areInState(List<Thing> subjects, State state) {
        subjects.forEach(subject -> claims.require(subject, state));
    }

    @Then("{bound} {int} of {subjects} is/are {state}")
    public void someAreInState(Bound bound, int count, List<Thing> subjects, State state) {
        var actual = subjects.stream()
                .filter(subject -> claims.holds(subject, state))
                .toList();
        if (!bound.admits(count, actual.size())) {
            throw new ExpectationFailed(
                    bound + " " + count + " of " + subjects + " are " + state, "these are: " + actual);
        }
    }

    @Then("the {word} of {subject} is {value}")
    public void propertyIs(String attribute, Thing subject, Value value) {
        var actual = world.look(Request.get(subject.name(), attribute));
        if (!actual.equals(value)) {
            throw new ExpectationFailed(subject + "." + attribute + " is " + value, "it is " + actual);
        }
    }

    private void require(Actor thread, String expected, Predicate<Outcome> holds) {
        var act = latest(thread);
        var outcome = act.outcome();
        if (!holds.test(outcome)) {
            throw new ExpectationFailed(thread + " " + expected + " from " + act.request(), describe(thread, outcome));
        }
    }

    private void requireCount(Bound bound, int count, List<Actor> threads, String claim, Predicate<Outcome> holds) {
        var outcomes = threads.stream().map(thread -> latest(thread).outcome()).toList();
        if (!bound.admits(count, (int) outcomes.stream().filter(holds).count())) {
            throw new ExpectationFailed(bound + " " + count + " of " + threads + " " + claim, "outcomes: " + outcomes);
        }
    }

    /** Whether a call of the thing does not return; a with statement that has entered its block is past the waiting. */
    private boolean isBlockedOn(Act act, String name) {
        if (!(act.outcome() instanceof Outcome.Blocked blocked)) {
            return false;
        }
        if (act.request() instanceof Request.With with) {
            return with.target().equals(Value.ref(name))
                    && world.session().activations().stream()
                            .noneMatch(activation -> activation.callback().equals(with.body()));
        }
        return blocked.on().startsWith(name + ".");
    }

    private static boolean isRaised(Outcome outcome, String type) {
        return outcome instanceof Outcome.Raised raised && raised.error().isInstanceOf(type);
    }

    private Act latest(Actor thread) {
        return world.latest(thread.name());
    }

    private static String describe(Actor thread, Outcome outcome) {
        return thread + " " + outcome;
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Returned returned && returned.value() instanceof Value.Text text
                ? text.value()
                : "";
    }
}
