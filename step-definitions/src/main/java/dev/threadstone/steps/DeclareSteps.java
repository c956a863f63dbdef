package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.en.Given;
import java.util.List;

/** Declare: nouns come into being. The main thread makes them, and that has to succeed. */
public final class DeclareSteps {

    private final World world;

    public DeclareSteps(World world) {
        this.world = world;
    }

    @Given("a/an {kind} {new_name}{with}")
    public void thing(Kind kind, String name, Arguments arguments) {
        construct(name, kind, arguments);
    }

    @Given("a thread {new_name}{with}")
    public void runningThread(String name, Arguments arguments) {
        unstartedThread(name, arguments);
        world.setUp(Request.call(name, "start"));
    }

    @Given("threads {new_names}")
    public void runningThreads(List<String> names) {
        names.forEach(name -> runningThread(name, Arguments.NONE));
    }

    @Given("an unstarted thread {new_name}{with}")
    public void unstartedThread(String name, Arguments arguments) {
        world.names().declare(name, Kind.THREAD);
        world.prepare(Callback.controlled(name));
        var hasTarget = arguments.keywords().containsKey("target");
        bind(name, Kind.THREAD, hasTarget ? arguments : arguments.with("target", Value.ref(name)));
    }

    @Given("a shared variable {new_name} starting at {value}")
    public void sharedVariable(String name, Value value) {
        construct(name, Kind.VARIABLE, Arguments.of(value));
    }

    @Given("a custom lock {new_name} around {primitive}")
    public void customLock(String name, Thing primitive) {
        construct(name, Kind.CUSTOM_LOCK, Arguments.of(Value.ref(primitive.name())));
    }

    @Given("an object {new_name}")
    public void object(String name) {
        construct(name, Kind.OBJECT, Arguments.NONE);
    }

    private void construct(String name, Kind kind, Arguments arguments) {
        world.names().declare(name, kind);
        bind(name, kind, arguments);
    }

    private void bind(String name, Kind kind, Arguments arguments) {
        world.setUp(new Request.Bind(name, Request.create(kind.type(), arguments)));
    }
}
