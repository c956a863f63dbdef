package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;

/** The thread that the interpreter began with: never daemonic, and running from the start. */
final class MainThread extends Thread {

    MainThread(Interpreter interpreter, ThreadState running) {
        super(interpreter, "MainThread", false, running);
    }

    @Override
    protected String typeName() {
        return "_MainThread";
    }
}
