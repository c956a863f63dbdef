package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadState;

/** Stands for a thread that was not started through {@link Thread}: daemonic, alive, and not to be joined. */
final class DummyThread extends Thread {

    DummyThread(Interpreter interpreter, String name, ThreadState running) {
        super(interpreter, name, true, running);
    }

    @Override
    void requireJoinable() {
        throw new RuntimeError("cannot join a dummy thread");
    }

    @Override
    protected String typeName() {
        return "_DummyThread";
    }
}
