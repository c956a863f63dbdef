package dev.threadstone.steps;

import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.CallExpression;
import dev.threadstone.vocabulary.TaskTable;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;

/** Asyncio: coroutines, which act like tasks do but let their event loop go on while they have nothing to do. */
public final class AsyncioSteps {

    private final World world;

    public AsyncioSteps(World world) {
        this.world = world;
    }

    @Given("a coroutine {new_name}")
    public void coroutine(String name) {
        declare(name, Behaviour.CONTROLLED);
    }

    @Given("a coroutine {new_name} that does:")
    public void scriptedCoroutine(String name, DataTable rows) {
        declare(name, Behaviour.doing(TaskTable.parse(rows.asList(), world.names())));
    }

    @When("{thread} runs the coroutine {task}")
    public void runs(Actor thread, Thing coroutine) {
        world.act(thread.name(), withCoroutine(coroutine, "asyncio.run"));
    }

    @When("{thread} creates an asyncio task {new_name} of {task}")
    public void createsTask(Actor thread, String name, Thing coroutine) {
        world.names().declare(name, Kind.OBJECT);
        world.act(thread.name(), new Request.Bind(name, withCoroutine(coroutine, "asyncio.create_task")));
    }

    @When("{thread} awaits {call}")
    public void awaitsCall(Actor thread, CallExpression call) {
        world.act(thread.name(), new Request.Await(call.request()));
    }

    @When("{thread} awaits {subject}")
    public void awaits(Actor thread, Thing awaitable) {
        world.act(thread.name(), new Request.Await(new Request.Name(Value.ref(awaitable.name()))));
    }

    /** Makes a coroutine object and gives it to a function, in one go. */
    private static Request withCoroutine(Thing coroutine, String function) {
        var made = coroutine + "_coroutine";
        return new Request.Sequence(
                List.of(
                        new Request.Bind(made, Request.call(coroutine.name(), "__call__")),
                        Request.function(function, Value.ref(made))),
                1);
    }

    private void declare(String name, Behaviour behaviour) {
        world.names().declare(name, Kind.TASK);
        world.prepare(new Callback(name, Callback.Form.COROUTINE, behaviour));
    }
}
