package dev.threadstone.steps;

import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Bound;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Time: it passes only when a scenario says so. */
public final class TimeSteps {

    private final World world;

    public TimeSteps(World world) {
        this.world = world;
    }

    @When("{duration} pass/passes")
    public void passes(Duration duration) {
        world.pass(duration);
    }

    @Then("{thread} was blocked for {bound} {duration}")
    public void wasBlockedFor(Actor thread, Bound bound, Duration duration) {
        var act = world.latest(thread.name());
        if (!bound.admits(duration, act)) {
            throw new ExpectationFailed(
                    act.request() + " took " + bound + " " + Value.of(duration), "it took " + Value.of(act.elapsed()));
        }
    }
}
