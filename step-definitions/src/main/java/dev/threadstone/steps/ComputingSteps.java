package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Bound;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** Computing: threads that keep a processor busy, and the lock that they share. Who computes is blocked to the scenario. */
public final class ComputingSteps {

    private final World world;

    public ComputingSteps(World world) {
        this.world = world;
    }

    @Given("the switch interval is {duration}")
    public void switchInterval(Duration interval) {
        world.setUp(Request.function("sys.setswitchinterval", Value.of(interval)));
    }

    @When("{thread} computes for {duration}")
    public void computes(Actor thread, Duration duration) {
        world.act(thread.name(), Request.function("threadstone.compute", Value.of(duration)));
    }

    @When("{threads} compute for {duration} at the same time")
    public void compute(List<Actor> threads, Duration duration) {
        var compute = Request.function("threadstone.compute", Value.of(duration));
        world.actTogether(threads.stream().map(Actor::name).toList(), actor -> compute);
    }

    @When("{thread} does blocking I\\/O for {duration}")
    public void doesBlockingIo(Actor thread, Duration duration) {
        world.act(thread.name(), Request.function("threadstone.blocking_io", Value.of(duration)));
    }

    @When("{thread} keeps the GIL in native code for {duration}")
    public void keepsTheGil(Actor thread, Duration duration) {
        world.act(thread.name(), Request.function("threadstone.keep_gil", Value.of(duration)));
    }

    @When("{thread} spins until {variable} is {value}")
    public void spins(Actor thread, Thing variable, Value value) {
        world.act(thread.name(), Request.function("threadstone.spin", Value.ref(variable.name()), value));
    }

    @Then("{bound} {int} thread(s) held the GIL at once")
    public void heldAtOnce(Bound bound, int count) {
        requireNumber(bound, count, "threadstone.most_gil_holders", "threads held the GIL at once");
    }

    @Then("the GIL changed hands {bound} {int} times")
    public void changedHands(Bound bound, int count) {
        requireNumber(bound, count, "threadstone.gil_hand_overs", "times the GIL changed hands between busy threads");
    }

    @Then("each of {threads} ran at least every {duration}")
    public void ranAtLeastEvery(List<Actor> threads, Duration longest) {
        threads.forEach(thread -> requirePause(thread, longest, Value.FALSE));
    }

    @Then("{thread} was kept from computing for more than {duration}")
    public void wasKept(Actor thread, Duration longest) {
        requirePause(thread, longest, Value.TRUE);
    }

    private void requirePause(Actor thread, Duration longest, Value expected) {
        var question = Request.function("threadstone.paused_longer", Value.ref(thread.name()), Value.of(longest));
        var answer = world.look(question);
        if (!answer.equals(expected)) {
            throw new ExpectationFailed(
                    thread + (expected.equals(Value.TRUE) ? " had" : " had no") + " pause longer than "
                            + Value.of(longest) + " while it computed",
                    question + " is " + answer);
        }
    }

    private void requireNumber(Bound bound, int count, String function, String what) {
        var answer = world.look(Request.function(function));
        var number = answer instanceof Value.Int integer ? integer.value() : BigInteger.valueOf(-1);
        if (number.signum() < 0 || !bound.admits(count, number.intValueExact())) {
            throw new ExpectationFailed(bound + " " + count + " " + what, "it is " + answer);
        }
    }
}
