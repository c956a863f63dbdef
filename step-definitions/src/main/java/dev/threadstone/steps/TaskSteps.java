package dev.threadstone.steps;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Bound;
import dev.threadstone.vocabulary.CallExpression;
import dev.threadstone.vocabulary.Overrides;
import dev.threadstone.vocabulary.ProgramParser;
import dev.threadstone.vocabulary.TaskTable;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tasks: callables that the scenario hands to the runtime, and what became of them. */
public final class TaskSteps {

    private final World world;
    private final Map<String, String> errorTypes = new HashMap<>();

    public TaskSteps(World world) {
        this.world = world;
    }

    @Given("a task {new_name}")
    public void task(String name) {
        declare(Callback.controlled(name));
    }

    @Given("a task {new_name} that returns {value}")
    public void returningTask(String name, Value value) {
        declare(Callback.of(name, Behaviour.returning(value)));
    }

    @Given("a task {new_name} that raises {error}")
    public void raisingTask(String name, String error) {
        declare(Callback.of(name, new Behaviour.Scripted(List.of(), new Ending.Raise(error, Arguments.NONE))));
    }

    @Given("a task {new_name} that does:")
    public void scriptedTask(String name, DataTable rows) {
        declare(Callback.of(name, Behaviour.doing(TaskTable.parse(rows.asList(), world.names()))));
    }

    @Given("a task defined as:")
    public void definedTask(String function) {
        declare(Callback.of(ProgramParser.nameOf(function), ProgramParser.parse(function, world.names())));
    }

    @Given("a {callable_form} {new_name}")
    public void callable(Callback.Form form, String name) {
        declare(new Callback(name, form, Behaviour.returning(Value.NONE)));
    }

    @Given("a/an {error} called {new_name}")
    public void error(String type, String name) {
        errorTypes.put(world.names().declare(name, Kind.ERROR), type);
        world.setUp(new Request.Bind(name, Request.create(type, Arguments.NONE)));
    }

    @When("{thread} runs {task}")
    public void runs(Actor thread, Thing task) {
        world.act(thread.name(), Request.call(task.name(), "__call__"));
    }

    @When("{threads} each run {task} {times}")
    public void eachRun(List<Actor> threads, Thing task, int times) {
        var once = Request.call(task.name(), "__call__");
        world.actTogether(
                threads.stream().map(Actor::name).toList(), actor -> new Request.Sequence(List.of(once), times));
    }

    @When("{thread} finishes")
    public void finishes(Actor thread) {
        world.act(thread.name(), new Request.Reply(Ending.RETURN_NONE));
    }

    @When("{thread} finishes with {value}")
    public void finishesWith(Actor thread, Value value) {
        world.act(thread.name(), new Request.Reply(new Ending.Return(value)));
    }

    @When("{thread} dies of {failure}")
    public void diesOf(Actor thread, Thing failure) {
        var type = Objects.requireNonNull(errorTypes.get(failure.name()));
        world.act(thread.name(), new Request.Reply(new Ending.RaiseNamed(failure.name(), type, Arguments.NONE)));
    }

    @When("{thread} derives a class {new_class} from {base_class}{overrides}")
    public void derives(Actor thread, String name, String base, Overrides overrides) {
        world.names().declare(name, Kind.CLASS);
        world.act(thread.name(), new Request.Bind(name, new Request.Subclass(name, base, overrides.methods())));
    }

    @When("{thread} calls {call}")
    public void calls(Actor thread, CallExpression call) {
        world.act(thread.name(), call.request());
    }

    @When("{thread} calls {call} and {thread} calls {call}, all at once")
    public void callTogether(Actor one, CallExpression call, Actor other, CallExpression otherCall) {
        world.actTogether(
                List.of(one.name(), other.name()),
                actor -> actor.equals(one.name()) ? call.request() : otherCall.request());
    }

    @When("{thread} calls {call} as {new_name}")
    public void callsAs(Actor thread, CallExpression call, String name) {
        world.names().declare(name, call.returns());
        world.act(thread.name(), new Request.Bind(name, call.request()));
    }

    @Then("{task} ran {times}")
    public void ran(Thing task, int times) {
        var actual = activations(task).size();
        require(actual == times, task + " ran " + times + " times", "it ran " + actual + " times");
    }

    @Then("{task} ran {bound} {times}")
    public void ranBounded(Thing task, Bound bound, int times) {
        var actual = activations(task).size();
        require(
                bound.admits(times, actual),
                task + " ran " + bound + " " + times + " times",
                "it ran " + actual + " times");
    }

    @Then("{task} ran in {thread}")
    public void ranIn(Thing task, Actor thread) {
        var threads =
                activations(task).stream().map(Activation::thread).distinct().toList();
        require(threads.equals(List.of(thread.name())), task + " ran in " + thread, "it ran in " + threads);
    }

    @Then("{task} ran in {thread} or {thread}")
    public void ranInEither(Thing task, Actor one, Actor other) {
        var threads =
                activations(task).stream().map(Activation::thread).distinct().toList();
        var permitted = List.of(List.of(one.name()), List.of(other.name()));
        require(permitted.contains(threads), task + " ran in " + one + " or " + other, "it ran in " + threads);
    }

    @Then("{task} ran before {task}")
    public void ranBefore(Thing first, Thing second) {
        var order =
                world.session().activations().stream().map(Activation::callback).toList();
        var before = order.indexOf(first.name());
        require(
                before >= 0 && before < order.indexOf(second.name()),
                first + " ran before " + second,
                "what ran, in order: " + order);
    }

    @Then("{task} ran in a thread of its own")
    public void ranInItsOwnThread(Thing task) {
        var threads = activations(task).stream().map(Activation::thread).toList();
        var own = activations(task).stream().map(Activation::actor).toList();
        require(!own.isEmpty() && threads.equals(own), task + " ran in a thread of its own", "it ran in " + threads);
    }

    @Then("{task} was called with {arguments}")
    public void wasCalledWith(Thing task, Arguments arguments) {
        var calls = activations(task).stream().map(Activation::arguments).toList();
        require(
                calls.equals(List.of(arguments)),
                task + " was called once, with (" + arguments + ")",
                "calls: " + calls);
    }

    @Then("{task} was last called with {arguments}")
    public void wasLastCalledWith(Thing task, Arguments arguments) {
        var calls = activations(task).stream().map(Activation::arguments).toList();
        require(
                !calls.isEmpty() && calls.get(calls.size() - 1).equals(arguments),
                task + " was last called with (" + arguments + ")",
                "calls: " + calls);
    }

    @Then("{task} was told of {failure}")
    public void wasToldOf(Thing task, Thing failure) {
        var calls = activations(task).stream().map(Activation::arguments).toList();
        require(
                calls.stream().anyMatch(call -> call.positional().contains(Value.ref(failure.name()))),
                task + " was called with " + failure + " among its arguments",
                "calls: " + calls);
    }

    private List<Activation> activations(Thing task) {
        return world.session().activations().stream()
                .filter(activation -> activation.callback().equals(task.name()))
                .toList();
    }

    private void declare(Callback callback) {
        world.names().declare(callback.name(), Kind.TASK);
        world.prepare(callback);
    }

    private static void require(boolean holds, String expected, String actual) {
        if (!holds) {
            throw new ExpectationFailed(expected, actual);
        }
    }
}
