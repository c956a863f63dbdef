package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.World;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Computing: threads that keep a processor busy. A thread that computes is blocked as far as the scenario is concerned. */
public final class ComputingSteps {

    private final World world;

    public ComputingSteps(World world) {
        this.world = world;
    }

    @When("{thread} computes for {duration}")
    public void computes(Actor thread, Duration duration) {
        world.act(thread.name(), Request.function("threadstone.compute", Value.of(duration)));
    }

    @When("{thread} spins until {variable} is {value}")
    public void spins(Actor thread, Thing variable, Value value) {
        world.act(thread.name(), Request.function("threadstone.spin", Value.ref(variable.name()), value));
    }
}
