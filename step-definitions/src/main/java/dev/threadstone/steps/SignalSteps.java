package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.World;
import io.cucumber.java.en.When;

/** Signals: who handles them, and their arrival. */
public final class SignalSteps {

    private final World world;

    public SignalSteps(World world) {
        this.world = world;
    }

    @When("{thread} installs {task} for {signal}")
    public void installs(Actor thread, Thing task, String signal) {
        world.act(
                thread.name(),
                Request.function("signal.signal", Value.constant("signal." + signal), Value.ref(task.name())));
    }

    @When("{signal} arrives")
    public void arrives(String signal) {
        world.signal(signal);
    }
}
