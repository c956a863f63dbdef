package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import org.jspecify.annotations.Nullable;

/** One activation of a coroutine of the scenario. It begins when it first runs, not when it is called. */
final class DirectedCoroutine implements CoroutineScript {

    private final Callback callback;
    private final Arguments arguments;
    private final CoroutineFunction.Surroundings surroundings;
    private final Bell bell = new Bell();
    private @Nullable Life life;
    private @Nullable CoroutineRequest current;
    private @Nullable PendingRequest pending;

    /**
     * What there is once it runs.
     *
     * @param actor null if it follows a script
     */
    private record Life(
            ActivationRecord activation, @Nullable Actor actor) {}

    /** Rings in the event loop when the scenario has posted something. */
    private static final class Bell implements Steering.Waiter {

        private volatile Runnable rings = () -> {};

        @Override
        public void await() {
            throw new IllegalStateException("A coroutine waits in its event loop and not in its thread.");
        }

        @Override
        public void wake() {
            rings.run();
        }
    }

    DirectedCoroutine(Callback callback, Arguments arguments, CoroutineFunction.Surroundings surroundings) {
        this.callback = callback;
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    @Override
    public Progress resume(Object value, @Nullable RuntimeException raised) {
        var running = life == null ? begin() : life;
        surroundings.frames().push(new Frames.Frame(running.activation().actor(), running.actor()));
        try {
            var progress = proceed(running, value, raised);
            if (progress instanceof Progress.Returned) {
                end(running);
            }
            return progress;
        } catch (RuntimeException failed) {
            end(running);
            throw failed;
        } finally {
            surroundings.frames().pop();
        }
    }

    private Life begin() {
        var activation = surroundings.stage().record(callback, arguments);
        Actor actor = null;
        if (callback.behaviour() instanceof Behaviour.Scripted script) {
            current = surroundings.request(new Request.Sequence(script.requests(), 1));
        } else {
            actor = surroundings.stage().newActor(activation.actor(), bell);
        }
        var begun = new Life(activation, actor);
        life = begun;
        return begun;
    }

    private void end(Life ended) {
        surroundings.stage().removeActor(ended.activation().actor());
        ended.activation().end();
    }

    private Progress proceed(Life running, Object value, @Nullable RuntimeException raised) {
        var actor = running.actor();
        if (callback.behaviour() instanceof Behaviour.Scripted script) {
            return follow(script, value, raised);
        }
        return actor == null ? new Progress.Returned(value) : serve(actor, value, raised);
    }

    private Progress follow(Behaviour.Scripted script, Object value, @Nullable RuntimeException raised) {
        var request = current;
        if (raised != null) {
            throw raised;
        }
        if (request != null) {
            request.awaited(value);
            var awaitable = request.proceed();
            if (awaitable.isPresent()) {
                return new Progress.Awaits(awaitable.get());
            }
        }
        return new Progress.Returned(surroundings.stage().end(script.ending()));
    }

    private Progress serve(Actor actor, Object value, @Nullable RuntimeException raised) {
        var request = current;
        if (request == null) {
            if (raised != null) {
                throw raised; // it was cancelled while it had nothing to do
            }
        } else {
            var awaits = goOn(request, value, raised);
            if (awaits != null) {
                return awaits;
            }
        }
        for (var next = actor.poll(); next != null; next = actor.poll()) {
            next.begin();
            if (next.request() instanceof Request.Reply reply) {
                return reply(actor, next, reply.ending());
            }
            pending = next;
            var begun = surroundings.request(next.request());
            current = begun;
            var awaits = goOn(begun, PythonNone.NONE, null);
            if (awaits != null) {
                return awaits;
            }
        }
        return new Progress.AwaitsRequests(ring -> bell.rings = ring);
    }

    private Progress reply(Actor actor, PendingRequest request, Ending ending) {
        surroundings.stage().removeActor(actor.name());
        request.end(new Outcome.Returned(Value.NONE));
        return new Progress.Returned(surroundings.stage().end(ending));
    }

    /** Performs as much of the request as it can; what it awaits, or null if the request has ended. */
    private Progress.@Nullable Awaits goOn(CoroutineRequest request, Object value, @Nullable RuntimeException raised) {
        Outcome outcome;
        try {
            if (raised != null) {
                throw raised;
            }
            request.awaited(value);
            var awaitable = request.proceed();
            if (awaitable.isPresent()) {
                return new Progress.Awaits(awaitable.get());
            }
            outcome = surroundings.performer().returned(request.result());
        } catch (RuntimeException failed) {
            outcome = surroundings.performer().raised(failed);
        }
        current = null;
        var answered = pending;
        if (answered != null) {
            answered.end(outcome);
        }
        return null;
    }
}
