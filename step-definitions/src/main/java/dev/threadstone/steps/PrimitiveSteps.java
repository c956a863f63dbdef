package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Blocking;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.vocabulary.WaitUntil;
import dev.threadstone.world.World;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.OptionalInt;

/** Primitives: what is acquired, waited on, notified and set, and the with statement. */
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

    @When("{thread} waits on {waitable}{blocking}")
    public void waitsOn(Actor thread, Thing waitable, Blocking blocking) {
        world.act(thread.name(), Request.call(waitable.name(), "wait", blocking.ofWait()));
    }

    @When("{threads} wait on {waitable} in that order")
    public void waitInOrder(List<Actor> threads, Thing waitable) {
        threads.forEach(thread -> world.act(thread.name(), Request.call(waitable.name(), "wait")));
    }

    @When("{thread} waits on {condition} until {variable} is {value}{blocking}")
    public void waitsUntil(Actor thread, Thing condition, Thing variable, Value value, Blocking blocking) {
        var wait = WaitUntil.equal(condition.name(), variable.name(), value, blocking.ofWait());
        world.act(thread.name(), new Request.Sequence(wait, 1));
    }

    @When("{thread} notifies {how_many} waiter(s) of {condition}")
    public void notifies(Actor thread, OptionalInt count, Thing condition) {
        var notify = count.isPresent()
                ? Request.call(condition.name(), "notify", Arguments.of(Value.of(count.getAsInt())))
                : Request.call(condition.name(), "notify_all");
        world.act(thread.name(), notify);
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
