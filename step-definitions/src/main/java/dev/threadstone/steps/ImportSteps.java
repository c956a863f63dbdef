package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Imports: modules whose body is a task of the scenario. */
public final class ImportSteps {

    private final World world;

    public ImportSteps(World world) {
        this.world = world;
    }

    @Given("a module {new_name} whose body is {task}")
    public void module(String name, Thing body) {
        world.names().declare(name, Kind.MODULE);
        world.setUp(Request.function("threadstone.add_module", Value.of(name), Value.ref(body.name())));
    }

    @When("{thread} imports {module}")
    public void imports(Actor thread, Thing module) {
        world.act(thread.name(), new Request.Bind(module.name(), importing(module)));
    }

    @When("{thread} imports {module} as {new_name}")
    public void importsAs(Actor thread, Thing module, String name) {
        world.names().declare(name, Kind.OBJECT);
        world.act(thread.name(), new Request.Bind(name, importing(module)));
    }

    private static Request importing(Thing module) {
        return Request.function("__import__", Value.of(module.name()));
    }
}
