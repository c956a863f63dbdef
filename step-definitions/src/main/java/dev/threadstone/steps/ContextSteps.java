package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** Context: variables that have a value of their own in each context, and the contexts that threads run in. */
public final class ContextSteps {

    private final World world;

    public ContextSteps(World world) {
        this.world = world;
    }

    @Given("a context variable {new_name}{with}")
    public void variable(String name, Arguments options) {
        world.names().declare(name, Kind.CONTEXT_VAR);
        var arguments = new Arguments(List.of(Value.of(name)), options.keywords());
        world.setUp(new Request.Bind(name, Request.create(Kind.CONTEXT_VAR.type(), arguments)));
    }

    @When("{thread} sets {context_variable} to {value}{as_token}")
    public void sets(Actor thread, Thing variable, Value value, Optional<String> token) {
        var set = Request.call(variable.name(), "set", Arguments.of(value));
        token.ifPresent(name -> world.names().declare(name, Kind.TOKEN));
        world.act(
                thread.name(),
                token.<Request>map(name -> new Request.Bind(name, set)).orElse(set));
    }

    @When("{thread} resets {context_variable} with {token}")
    public void resets(Actor thread, Thing variable, Thing token) {
        world.act(thread.name(), Request.call(variable.name(), "reset", Arguments.of(Value.ref(token.name()))));
    }

    @When("{thread} copies its context as {new_name}")
    public void copies(Actor thread, String name) {
        world.names().declare(name, Kind.CONTEXT);
        world.act(thread.name(), new Request.Bind(name, Request.function("contextvars.copy_context")));
    }

    @When("{thread} runs {task} in {context}")
    public void runsIn(Actor thread, Thing task, Thing context) {
        world.act(thread.name(), Request.call(context.name(), "run", Arguments.of(Value.ref(task.name()))));
    }

    @Then("{thread} sees {context_variable} as {value}")
    public void sees(Actor thread, Thing variable, Value value) {
        var seen = world.lookAs(thread.name(), Request.call(variable.name(), "get"));
        if (!seen.equals(value)) {
            throw new ExpectationFailed(thread + " sees " + variable + " as " + value, "it sees " + seen);
        }
    }
}
