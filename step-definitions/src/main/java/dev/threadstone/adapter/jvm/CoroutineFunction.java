package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Request;
import java.util.List;
import java.util.Map;

/** A coroutine function of the scenario as the runtime gets it: calling it makes a coroutine object and runs nothing. */
final class CoroutineFunction implements PythonCallable {

    private final Callback callback;
    private final JvmRuntime runtime;
    private final Surroundings surroundings;

    /** What the coroutines of one session have in common. */
    record Surroundings(Stage stage, Frames frames, Performer performer, Names names, Conversion conversion) {

        CoroutineRequest request(Request request) {
            return new CoroutineRequest(request, performer, names);
        }
    }

    CoroutineFunction(Callback callback, JvmRuntime runtime, Surroundings surroundings) {
        this.callback = callback;
        this.runtime = runtime;
        this.surroundings = surroundings;
    }

    @Override
    public Object call(List<Object> positional, Map<String, Object> keywords) {
        var arguments = surroundings.conversion().toArguments(positional, keywords);
        return runtime.coroutine(callback.name(), new DirectedCoroutine(callback, arguments, surroundings));
    }

    @Override
    public String name() {
        return callback.name();
    }

    @Override
    public String toString() {
        return "<function " + callback.name() + ">";
    }
}
