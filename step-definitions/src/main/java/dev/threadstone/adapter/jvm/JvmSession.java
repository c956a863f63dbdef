package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Exit;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A session with a runtime in this JVM. */
final class JvmSession implements Session {

    private final JvmRuntime runtime;
    private final Steering steering;
    private final TimeScale scale;
    private final Duration hangBudget;
    private final Consumer<Session> closed;
    private final Names names;
    private final Performer performer;
    private final Stage stage;
    private final CoroutineFunction.Surroundings coroutines;
    private final Duration start;
    private final List<Actor> posted = new ArrayList<>();
    private Optional<Exit> exit = Optional.empty();

    JvmSession(
            JvmRuntime runtime, TimeScale scale, Duration hangBudget, PythonVersion python, Consumer<Session> closed) {
        this.closed = closed;
        this.runtime = runtime;
        names = new Names(runtime::named);
        this.scale = scale;
        this.hangBudget = hangBudget;
        steering = runtime.steering();
        var table = new OperationTable(names::bind);
        var members = new Members(table, names, runtime);
        var frames = new Frames(steering::currentThread);
        table.findMethodsBy(members::method);
        var conversion = new Conversion(names, frames, members, scale);
        var errors = new Errors(runtime.errors(), names, conversion);
        performer = new Performer(members, names, conversion, errors, frames, steering, scale, python);
        var programs = new ProgramRunner(performer, conversion, members, errors, frames);
        var tracebacks = new Tracebacks();
        stage = new Stage(performer, programs, conversion, errors, steering, frames, tracebacks);
        coroutines = new CoroutineFunction.Surroundings(stage, frames, performer, names, conversion);
        Builtins.register(table, members, steering);
        StatementFunctions.register(table, tracebacks);
        Reclamation.register(table, names, runtime);
        Pseudotypes.register(table, names, members, errors, steering);
        runtime.register(table);
        start = steering.now();
    }

    /** Brings the main thread up. */
    JvmSession started() {
        runtime.start(() -> stage.runMain(stage.newActor(MAIN)));
        settle();
        return this;
    }

    @Override
    public void prepare(Callback callback) {
        names.bind(
                callback.name(),
                callback.form() == Callback.Form.COROUTINE
                        ? new CoroutineFunction(callback, runtime, coroutines)
                        : new CallbackObject(callback, stage, runtime));
    }

    @Override
    public Pending post(String actorName, Request request) {
        var actor = stage.actor(actorName)
                .orElseThrow(() -> new IllegalStateException(
                        actorName + " is no actor now and cannot take " + RequestText.of(request) + "."));
        var pending = new PendingRequest(request, steering::now, scale);
        actor.post(pending);
        posted.add(actor);
        return pending;
    }

    @Override
    public Evidence settle() {
        return settled(steering.settle(hangBudget));
    }

    @Override
    public Evidence elapse(Duration duration) {
        return settled(steering.elapse(scale.toClock(duration), hangBudget));
    }

    private Evidence settled(boolean atRest) {
        performer.fault().ifPresent(fault -> {
            throw fault;
        });
        if (!atRest) {
            throw new RuntimeHungException("The runtime did not come to rest within " + hangBudget.toMillis()
                    + " ms. Its threads:\n" + steering.report());
        }
        posted.forEach(Actor::publish);
        posted.removeIf(Actor::isAnswered);
        stage.publish();
        exit = runtime.exit();
        return steering.evidence();
    }

    @Override
    public void signal(String name) {
        runtime.signal(name);
    }

    @Override
    public boolean isActive(String actor) {
        return exit.isEmpty() && stage.actor(actor).isPresent();
    }

    @Override
    public List<Activation> activations() {
        return stage.activations();
    }

    @Override
    public Optional<Exit> exit() {
        return exit;
    }

    @Override
    public Optional<String> deadlock() {
        return steering.report()
                .lines()
                .filter(line -> line.startsWith("deadlock:"))
                .findFirst();
    }

    @Override
    public Duration now() {
        return scale.toScenario(steering.now().minus(start));
    }

    @Override
    public boolean virtualTime() {
        return steering.virtualTime();
    }

    @Override
    public List<String> leftBehind() {
        return steering.leftBehind().stream()
                .map(thread -> "A thread of the runtime lives on after the end of its session: " + thread)
                .toList();
    }

    @Override
    public void close() {
        steering.close();
        closed.accept(this);
    }
}
