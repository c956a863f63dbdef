package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Blocking;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Queues: items put in and got out, tasks reported as done, and the end of a queue. */
public final class QueueSteps {

    private final World world;

    public QueueSteps(World world) {
        this.world = world;
    }

    @When("{thread} puts {value} into {queue}{blocking}")
    public void puts(Actor thread, Value item, Thing queue, Blocking blocking) {
        var arguments = new Arguments(List.of(item), blocking.ofQueue().keywords());
        world.act(thread.name(), Request.call(queue.name(), "put", arguments));
    }

    @When("{thread} gets from {queue}{blocking}")
    public void gets(Actor thread, Thing queue, Blocking blocking) {
        world.act(thread.name(), Request.call(queue.name(), "get", blocking.ofQueue()));
    }

    @When("{threads} get from {queue} in that order")
    public void getInOrder(List<Actor> threads, Thing queue) {
        threads.forEach(thread -> world.act(thread.name(), Request.call(queue.name(), "get")));
    }

    @When("{thread} marks a task of {queue} done")
    public void marksDone(Actor thread, Thing queue) {
        world.act(thread.name(), Request.call(queue.name(), "task_done"));
    }

    @When("{thread} shuts down {closeable}{shutdown_mode}")
    public void shutsDown(Actor thread, Thing closeable, Arguments mode) {
        world.act(thread.name(), Request.call(closeable.name(), "shutdown", mode));
    }

    @Then("{queue} holds {int} item(s)")
    public void holds(Thing queue, int count) {
        var actual = world.look(Request.call(queue.name(), "qsize"));
        if (!actual.equals(Value.of(count))) {
            throw new ExpectationFailed(queue + ".qsize() is " + count, "it is " + actual);
        }
    }
}
