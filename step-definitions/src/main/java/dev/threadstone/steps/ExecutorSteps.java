package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;

/** Executors: how large a pool is that nobody gave a size. */
public final class ExecutorSteps {

    private final World world;

    public ExecutorSteps(World world) {
        this.world = world;
    }

    @Then("{task} ran once for each usable CPU and {int} times more, but at most {int} times")
    public void ranForEachCpu(Thing task, int more, int most) {
        var cpus = world.look(Request.function("threadstone.usable_cpus"));
        var actual = (int) world.session().activations().stream()
                .filter(activation -> activation.callback().equals(task.name()))
                .count();
        if (!(cpus instanceof Value.Int number) || Math.min(number.value().intValueExact() + more, most) != actual) {
            throw new ExpectationFailed(
                    "with " + cpus + " usable CPUs " + task + " runs " + more + " times more, at most " + most,
                    "it ran " + actual + " times");
        }
    }
}
