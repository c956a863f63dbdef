package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import java.util.Optional;

/** A thread whose class the scenario may have derived from {@code Thread}. */
final class ThreadObject extends Thread {

    private final Optional<PythonCallable> overriddenRun;

    ThreadObject(Interpreter interpreter, ThreadOptions options, Optional<PythonCallable> overriddenRun) {
        super(interpreter, options);
        this.overriddenRun = overriddenRun;
    }

    /** An object whose class did not call the base constructor. */
    ThreadObject(Interpreter interpreter) {
        super(interpreter, BaseInit.SKIPPED);
        this.overriddenRun = Optional.empty();
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
