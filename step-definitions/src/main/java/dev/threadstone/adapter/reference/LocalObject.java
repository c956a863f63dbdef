package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PerThreadInitialized;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Local;

/** A thread-local object whose class the scenario may have derived from {@code local}. */
final class LocalObject extends Local implements PerThreadInitialized {

    private volatile Runnable initializer = () -> {};

    LocalObject(Interpreter interpreter) {
        super(interpreter);
    }

    @Override
    public void initializeBy(Runnable anew) {
        initializer = anew;
        enter();
    }

    @Override
    protected void initialize() {
        initializer.run();
    }
}
