package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.CoroutineScript;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.asyncio.Awaitable;
import dev.threadstone.reference.asyncio.Coroutine;
import dev.threadstone.reference.asyncio.CoroutineBody;
import dev.threadstone.reference.asyncio.Doorbell;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.TypeError;
import org.jspecify.annotations.Nullable;

/** A coroutine of the scenario as the reference runs it. */
final class ScenarioCoroutine implements CoroutineBody {

    private final Interpreter interpreter;
    private final CoroutineScript script;
    private final Doorbell requests = new Doorbell();

    private ScenarioCoroutine(Interpreter interpreter, CoroutineScript script) {
        this.interpreter = interpreter;
        this.script = script;
    }

    static Coroutine of(Interpreter interpreter, String name, CoroutineScript script) {
        return new Coroutine(name, new ScenarioCoroutine(interpreter, script));
    }

    @Override
    public Progress resume(@Nullable Object value, @Nullable PythonException raised) {
        interpreter.asyncio().runningLoop().removeReader(requests);
        var progress = script.resume(value == null ? PythonNone.NONE : value, raised);
        while (progress instanceof CoroutineScript.Progress.Awaits awaits) {
            if (awaits.awaitable() instanceof Awaitable awaitable) {
                return new Progress.Awaits(awaitable);
            }
            progress = script.resume(PythonNone.NONE, new TypeError("this object can't be used in 'await' expression"));
        }
        if (progress instanceof CoroutineScript.Progress.Returned returned) {
            return new Progress.Returned(returned.value());
        }
        return awaitRequests((CoroutineScript.Progress.AwaitsRequests) progress);
    }

    private Progress awaitRequests(CoroutineScript.Progress.AwaitsRequests waiting) {
        var loop = interpreter.asyncio().runningLoop();
        var come = loop.createFuture();
        loop.addReader(requests, () -> {
            if (!come.done()) {
                come.setResult(null);
            }
        });
        waiting.whenTheyCome().accept(requests::ring);
        return new Progress.Awaits(come);
    }
}
