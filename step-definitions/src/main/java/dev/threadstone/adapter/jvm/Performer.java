package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Performs requests in the calling thread of the runtime. */
final class Performer {

    private static final PythonVersion WITH_RAISES_TYPE_ERROR_SINCE = new PythonVersion(3, 11);
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Members members;
    private final Names names;
    private final Conversion conversion;
    private final Errors errors;
    private final Frames frames;
    private final Steering steering;
    private final TimeScale scale;
    private final PythonVersion python;
    private final AtomicReference<@Nullable AdapterException> fault = new AtomicReference<>();

    Performer(
            Members members,
            Names names,
            Conversion conversion,
            Errors errors,
            Frames frames,
            Steering steering,
            TimeScale scale,
            PythonVersion python) {
        this.members = members;
        this.names = names;
        this.conversion = conversion;
        this.errors = errors;
        this.frames = frames;
        this.steering = steering;
        this.scale = scale;
        this.python = python;
    }

    /** The first fault of the adapter, rather than of the runtime, that a request has met. */
    Optional<AdapterException> fault() {
        return Optional.ofNullable(fault.get());
    }

    /** Performs a request and says how it ended. */
    Outcome outcome(Request request) {
        try {
            return returned(perform(request));
        } catch (RuntimeException raised) {
            return raised(raised);
        }
    }

    /** How a request ended that returned this. */
    Outcome returned(Object result) {
        return new Outcome.Returned(conversion.toValue(result));
    }

    /** How a request ended that raised this. */
    Outcome raised(RuntimeException failure) {
        return new Outcome.Raised(errors.describe(failure));
    }

    Object perform(Request request) {
        try {
            return dispatch(request);
        } catch (AdapterException ours) {
            fault.compareAndSet(null, ours);
            throw ours;
        } catch (PythonException raised) {
            throw errors.adopt(raised);
        }
    }

    private Object dispatch(Request request) {
        if (request instanceof Request.Sequence sequence) {
            return sequence(sequence);
        }
        if (request instanceof Request.Bind bind) {
            var result = perform(bind.request());
            names.bind(bind.name(), result);
            return result;
        }
        if (request instanceof Request.Name named) {
            return conversion.toObject(named.value());
        }
        if (request instanceof Request.Subclass subclass) {
            return subclass(subclass);
        }
        if (request instanceof Request.With with) {
            return with(with);
        }
        var actor = frames.actor();
        actor.ifPresent(innermost -> innermost.enter(request));
        var called = steering.expectReturnWithin(longestWait(request));
        try {
            return call(request);
        } finally {
            called.run();
            actor.ifPresent(Actor::leave);
        }
    }

    private Object call(Request request) {
        if (request instanceof Request.New made) {
            if (BuiltinErrors.isKnown(made.type())) {
                return errors.create(new Ending.Raise(made.type(), made.arguments()));
            }
            return members.callByName(
                    made.type(),
                    conversion.toObjects(made.arguments().positional()),
                    conversion.toObjects(made.arguments().keywords()));
        }
        if (request instanceof Request.Function function) {
            return members.callByName(
                    function.name(),
                    conversion.toObjects(function.arguments().positional()),
                    conversion.toObjects(function.arguments().keywords()));
        }
        if (request instanceof Request.Call call) {
            return members.callMethod(
                    conversion.toObject(call.target()),
                    call.method(),
                    conversion.toObjects(call.arguments().positional()),
                    conversion.toObjects(call.arguments().keywords()));
        }
        if (request instanceof Request.Get get) {
            return members.get(conversion.toObject(get.target()), get.attribute());
        }
        if (request instanceof Request.Set set) {
            members.set(conversion.toObject(set.target()), set.attribute(), conversion.toObject(set.value()));
            return PythonNone.NONE;
        }
        throw new AdapterException("A callback cannot perform " + request + " as part of a script.");
    }

    private Object sequence(Request.Sequence sequence) {
        Object result = PythonNone.NONE;
        for (int round = 0; round < sequence.times(); round++) {
            for (var request : sequence.requests()) {
                result = perform(request);
            }
        }
        return result;
    }

    private Object subclass(Request.Subclass subclass) {
        var overrides = new LinkedHashMap<String, PythonCallable>();
        subclass.overrides().forEach((method, callback) -> {
            if (!(names.get(callback) instanceof PythonCallable callable)) {
                throw new AdapterException(callback + " is to override " + method + " and is no callback.");
            }
            overrides.put(method, callable);
        });
        var made = members.subclass(subclass.name(), subclass.base(), overrides);
        names.bind(subclass.name(), made);
        return made;
    }

    /** {@code with target as x: body(x)}. However the block is left, in Java there is one way out of a callback. */
    private Object with(Request.With with) {
        var target = conversion.toObject(with.target());
        if (!members.has(target, "__enter__") || !members.has(target, "__exit__")) {
            throw errors.create(
                    python.isAtLeast(WITH_RAISES_TYPE_ERROR_SINCE) ? "TypeError" : "AttributeError",
                    "'" + members.typeName(target) + "' object does not support the context manager protocol");
        }
        var entered = perform(new Request.Call(with.target(), "__enter__", Arguments.NONE));
        return new WithBlock(members, names, errors).run(target, with.body(), entered);
    }

    /** Runs the body of a {@code with} statement whose target has been entered, and leaves it. */
    void inWithBlock(Object target, Runnable body) {
        new WithBlock(members, names, errors).run(target, body);
    }

    private Duration longestWait(Request request) {
        Arguments arguments;
        if (request instanceof Request.Call call) {
            arguments = call.arguments();
        } else if (request instanceof Request.Function function) {
            arguments = function.arguments();
        } else {
            return FOREVER;
        }
        return Stream.concat(arguments.positional().stream(), arguments.keywords().values().stream())
                .filter(Value.Seconds.class::isInstance)
                .map(value -> scale.toClock(((Value.Seconds) value).duration()))
                .findFirst()
                .orElse(FOREVER);
    }
}
