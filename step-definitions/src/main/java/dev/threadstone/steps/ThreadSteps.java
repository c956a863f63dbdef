package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Attribute;
import dev.threadstone.vocabulary.Blocking;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Threads: starting and joining them, and who is alive. */
public final class ThreadSteps {

    private final World world;

    public ThreadSteps(World world) {
        this.world = world;
    }

    @When("{thread} starts {startable}")
    public void starts(Actor thread, Thing startable) {
        world.act(thread.name(), Request.call(startable.name(), "start"));
    }

    @When("{threads} start {startable}, all at once")
    public void startAtOnce(List<Actor> threads, Thing startable) {
        var start = Request.call(startable.name(), "start");
        world.actTogether(threads.stream().map(Actor::name).toList(), actor -> start);
    }

    @When("{thread} starts {int} threads with target {task}")
    public void startsMany(Actor thread, int count, Thing target) {
        var arguments = Arguments.NONE.with("target", Value.ref(target.name()));
        var create = new Request.Bind("started_last", Request.create(Kind.THREAD.type(), arguments));
        var start = Request.call("started_last", "start");
        world.act(thread.name(), new Request.Sequence(List.of(create, start), count));
    }

    @When("{thread} joins {joinable}{blocking}")
    public void joins(Actor thread, Thing joinable, Blocking blocking) {
        world.act(thread.name(), Request.call(joinable.name(), "join", blocking.ofWait()));
    }

    @When("{threads} join {joinable}")
    public void join(List<Actor> threads, Thing joinable) {
        threads.forEach(thread -> world.act(thread.name(), Request.call(joinable.name(), "join")));
    }

    @When("{thread} reads {attribute}")
    public void reads(Actor thread, Attribute attribute) {
        world.act(thread.name(), new Request.Get(attribute.target(), attribute.name()));
    }

    @When("{thread} reads {attribute} as {new_name}")
    public void readsAs(Actor thread, Attribute attribute, String name) {
        world.names().declare(name, Kind.OBJECT);
        world.act(thread.name(), new Request.Bind(name, new Request.Get(attribute.target(), attribute.name())));
    }

    @When("{thread} sets {attribute} to {value}")
    public void sets(Actor thread, Attribute attribute, Value value) {
        world.act(thread.name(), new Request.Set(attribute.target(), attribute.name(), value));
    }

    @Then("the live threads are {name_list}")
    public void liveThreads(List<Thing> threads) {
        var expected = threads.stream().map(this::reference).collect(Collectors.toSet());
        var listed = world.look(Request.function("threading.enumerate"));
        if (!(listed instanceof Value.ListOf list)
                || list.items().size() != expected.size()
                || !Set.copyOf(list.items()).equals(expected)) {
            throw new ExpectationFailed("threading.enumerate() lists " + expected, "it lists " + listed);
        }
    }

    private Value reference(Thing thread) {
        if (thread.name().equals(Session.MAIN)) {
            world.look(new Request.Bind(Session.MAIN, Request.function("threading.main_thread")));
        }
        return Value.ref(thread.name());
    }
}
