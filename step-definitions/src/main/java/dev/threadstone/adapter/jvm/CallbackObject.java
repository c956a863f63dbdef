package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import java.util.List;
import java.util.Map;

/** A callback of the scenario as the runtime gets it. */
final class CallbackObject implements PythonCallable {

    private final Callback callback;
    private final Stage stage;
    private final JvmRuntime runtime;

    CallbackObject(Callback callback, Stage stage, JvmRuntime runtime) {
        this.callback = callback;
        this.stage = stage;
        this.runtime = runtime;
    }

    @Override
    public Object call(List<Object> positional, Map<String, Object> keywords) {
        return runtime.inFrameOf(callback.name(), () -> stage.activate(callback, positional, keywords));
    }

    @Override
    public String name() {
        return callback.name();
    }

    @Override
    public boolean hasName() {
        return callback.form() == Callback.Form.FUNCTION || callback.form() == Callback.Form.BOUND_METHOD;
    }

    @Override
    public boolean isTrue() {
        return callback.form() != Callback.Form.FALSY_CALLABLE_OBJECT;
    }

    @Override
    public boolean waitsForOrders() {
        return callback.behaviour() instanceof Behaviour.Controlled;
    }

    @Override
    public String toString() {
        return "<function " + callback.name() + ">";
    }
}
