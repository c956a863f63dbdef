package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Blocking;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.World;
import io.cucumber.java.en.When;
import java.util.List;

/** Primitives: locks and events, and the with statement. */
public final class PrimitiveSteps {

    private final World world;

    public PrimitiveSteps(World world) {
        this.world = world;
    }

    @When("{thread} acquires {primitive}{blocking}")
    public void acquires(Actor thread, Thing primitive, Blocking blocking) {
        world.act(thread.name(), Request.call(primitive.name(), "acquire", blocking.ofAcquire()));
    }

    @When("{threads} acquire {primitive} in that order")
    public void acquireInOrder(List<Actor> threads, Thing primitive) {
        threads.forEach(thread -> world.act(thread.name(), Request.call(primitive.name(), "acquire")));
    }

    @When("{threads} acquire {primitive} without blocking, all at once")
    public void acquireAtOnce(List<Actor> threads, Thing primitive) {
        var attempt = Request.call(primitive.name(), "acquire", Arguments.NONE.with("blocking", Value.FALSE));
        world.actTogether(threads.stream().map(Actor::name).toList(), actor -> attempt);
    }

    @When("{thread} releases {primitive}")
    public void releases(Actor thread, Thing primitive) {
        world.act(thread.name(), Request.call(primitive.name(), "release"));
    }

    @When("{thread} runs {task} in a with block of {subject}{leaving}")
    public void runsInside(Actor thread, Thing task, Thing subject, Request.Leave leaving) {
        world.act(thread.name(), new Request.With(Value.ref(subject.name()), task.name(), leaving));
    }

    @When("{thread} waits on {event}{blocking}")
    public void waitsOn(Actor thread, Thing event, Blocking blocking) {
        world.act(thread.name(), Request.call(event.name(), "wait", blocking.ofWait()));
    }

    @When("{threads} wait on {event} in that order")
    public void waitInOrder(List<Actor> threads, Thing event) {
        threads.forEach(thread -> world.act(thread.name(), Request.call(event.name(), "wait")));
    }

    @When("{thread} sets {event}")
    public void sets(Actor thread, Thing event) {
        world.act(thread.name(), Request.call(event.name(), "set"));
    }

    @When("{thread} clears {event}")
    public void clears(Actor thread, Thing event) {
        world.act(thread.name(), Request.call(event.name(), "clear"));
    }
}
