package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.threading.Timer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A timer whose class the scenario may have derived from {@code Timer}. */
final class TimerObject extends Timer {

    private final Optional<PythonCallable> overriddenRun;

    TimerObject(
            Interpreter interpreter,
            @Nullable Object interval,
            PyCallable function,
            Optional<PythonCallable> overriddenRun) {
        super(interpreter, interval, function, null, null);
        this.overriddenRun = overriddenRun;
    }

    @Override
    public void run() {
        if (overriddenRun.isPresent()) {
            overriddenRun.get().call(this);
        } else {
            super.run();
        }
    }
}
