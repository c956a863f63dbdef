package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where actors act: who exists, what was called, and the loop in which each actor serves its requests. */
final class Stage {

    private final Performer performer;
    private final ProgramRunner programs;
    private final Conversion conversion;
    private final Errors errors;
    private final Steering steering;
    private final Frames frames;
    private final Tracebacks tracebacks;
    private final Map<String, Actor> actors = new ConcurrentHashMap<>();
    private final List<ActivationRecord> activations = new ArrayList<>();

    Stage(
            Performer performer,
            ProgramRunner programs,
            Conversion conversion,
            Errors errors,
            Steering steering,
            Frames frames,
            Tracebacks tracebacks) {
        this.performer = performer;
        this.programs = programs;
        this.conversion = conversion;
        this.errors = errors;
        this.steering = steering;
        this.frames = frames;
        this.tracebacks = tracebacks;
    }

    Optional<Actor> actor(String name) {
        return Optional.ofNullable(actors.get(name));
    }

    /** Shows to the scenario what has come of its requests and callbacks. */
    synchronized void publish() {
        activations.forEach(ActivationRecord::publish);
    }

    synchronized List<Activation> activations() {
        return activations.stream().map(ActivationRecord::activation).toList();
    }

    /** Runs the main module in the calling thread, until it is told to end. */
    void runMain(Actor main) {
        frames.push(new Frames.Frame(Session.MAIN, main));
        try {
            serve(main);
        } finally {
            frames.pop();
        }
    }

    Actor newActor(String name) {
        return newActor(name, steering.waiter());
    }

    Actor newActor(String name, Steering.Waiter waiter) {
        var actor = new Actor(name, waiter);
        actors.put(name, actor);
        return actor;
    }

    void removeActor(String name) {
        actors.remove(name);
    }

    /** The runtime calls a callback. */
    Object activate(Callback callback, List<Object> positional, Map<String, Object> keywords) {
        var activation = record(callback, conversion.toArguments(positional, keywords));
        try {
            if (callback.behaviour() instanceof Behaviour.Program program) {
                return programs.run(program, activation.actor(), positional, keywords);
            }
            return callback.behaviour() instanceof Behaviour.Scripted script
                    ? follow(script, activation.actor())
                    : wait(activation.actor());
        } catch (RuntimeException raised) {
            tracebacks.passes(raised, callback.name());
            throw raised;
        } finally {
            activation.end();
        }
    }

    /** A callback begins to run in the calling thread. */
    synchronized ActivationRecord record(Callback callback, Arguments arguments) {
        var earlier = activations.stream()
                .filter(activation -> activation.activation().callback().equals(callback.name()))
                .count();
        var name = earlier == 0 ? callback.name() : callback.name() + "#" + (earlier + 1);
        var activation =
                new ActivationRecord(callback.name(), name, frames.outermost().orElse(name), arguments);
        activations.add(activation);
        return activation;
    }

    private Object follow(Behaviour.Scripted script, String name) {
        frames.push(new Frames.Frame(name, null));
        try {
            script.requests().forEach(performer::perform);
            return end(script.ending());
        } finally {
            frames.pop();
        }
    }

    private Object wait(String name) {
        var actor = newActor(name);
        frames.push(new Frames.Frame(name, actor));
        try {
            return serve(actor);
        } finally {
            frames.pop();
        }
    }

    private Object serve(Actor actor) {
        while (true) {
            var pending = actor.take();
            pending.begin();
            if (pending.request() instanceof Request.Reply reply) {
                actors.remove(actor.name());
                pending.end(new Outcome.Returned(Value.NONE));
                return end(reply.ending());
            }
            pending.end(performer.outcome(pending.request()));
        }
    }

    /** Returns or raises as told. */
    Object end(Ending ending) {
        if (ending instanceof Ending.Return returned) {
            return conversion.toObject(returned.value());
        }
        throw ending instanceof Ending.RaiseNamed named ? errors.create(named) : errors.create((Ending.Raise) ending);
    }
}
