package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Blocking;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Futures: tasks that are submitted, what becomes of them, and who waits for it. */
public final class FutureSteps {

    private final World world;

    public FutureSteps(World world) {
        this.world = world;
    }

    @When("{thread} submits {task} to {executor} as {new_name}")
    public void submits(Actor thread, Thing task, Thing executor, String name) {
        world.names().declare(name, Kind.FUTURE);
        world.act(thread.name(), new Request.Bind(name, call(executor, "submit", Value.ref(task.name()))));
    }

    @When("{thread} takes the {future_part} of {future}{blocking}")
    public void takes(Actor thread, String part, Thing future, Blocking blocking) {
        world.act(thread.name(), Request.call(future.name(), part, blocking.ofWait()));
    }

    @When("{thread} cancels {cancellable}")
    public void cancels(Actor thread, Thing cancellable) {
        world.act(thread.name(), call(cancellable, "cancel"));
    }

    @When("{thread} resolves {future} with {value}")
    public void resolves(Actor thread, Thing future, Value value) {
        world.act(thread.name(), call(future, "set_result", value));
    }

    @When("{thread} fails {future} with {failure}")
    public void fails(Actor thread, Thing future, Thing failure) {
        world.act(thread.name(), call(future, "set_exception", Value.ref(failure.name())));
    }

    @When("{thread} adds callback {task} to {future}")
    public void addsCallback(Actor thread, Thing task, Thing future) {
        world.act(thread.name(), call(future, "add_done_callback", Value.ref(task.name())));
    }

    @When("{thread} waits for {futures}{until}{blocking}")
    public void waitsFor(Actor thread, List<Thing> futures, Arguments until, Blocking blocking) {
        var names = new Value.ListOf(
                futures.stream().map(future -> Value.ref(future.name())).toList());
        var keywords = new LinkedHashMap<>(until.keywords());
        keywords.putAll(blocking.ofWait().keywords());
        var wait = new Request.Function("concurrent.futures.wait", new Arguments(List.of(names), keywords));
        world.act(thread.name(), new Request.Bind(foundBy(thread), wait));
    }

    @Then("{thread} found {futures} done and {futures} not done")
    public void found(Actor thread, List<Thing> done, List<Thing> notDone) {
        var outcome = world.latest(thread.name()).outcome();
        if (!(outcome instanceof Outcome.Returned)) {
            throw new ExpectationFailed(thread + " found " + done + " done", thread + " " + outcome);
        }
        requireSet(thread, "done", done);
        requireSet(thread, "not_done", notDone);
    }

    private void requireSet(Actor thread, String attribute, List<Thing> futures) {
        var members = foundBy(thread) + "_" + attribute;
        world.look(new Request.Bind(members, Request.get(foundBy(thread), attribute)));
        var found = world.look(Request.function("list", Value.ref(members)));
        Set<Value> expected =
                futures.stream().map(future -> Value.ref(future.name())).collect(Collectors.toSet());
        if (!(found instanceof Value.ListOf list)
                || list.items().size() != expected.size()
                || !Set.copyOf(list.items()).equals(expected)) {
            throw new ExpectationFailed(attribute + " of what " + thread + " found holds " + futures, "it is " + found);
        }
    }

    private static String foundBy(Actor thread) {
        return "found_by_" + thread.name();
    }

    private static Request call(Thing target, String method, Value... arguments) {
        return Request.call(target.name(), method, Arguments.of(arguments));
    }
}
