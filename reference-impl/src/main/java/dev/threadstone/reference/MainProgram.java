package dev.threadstone.reference;

import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.signals.Signal;
import java.util.List;
import java.util.Map;

/**
 * The main thread of an interpreter, from the first line of the main module to the end of finalization: wait for the
 * non-daemon threads, call the exit callbacks, stop everybody else.
 */
final class MainProgram {

    private final Interpreter interpreter;
    private final PyCallable body;

    MainProgram(Interpreter interpreter, PyCallable body) {
        this.interpreter = interpreter;
        this.body = body;
    }

    /** No finally anywhere: what the platform ends in a park must end there. */
    void run() {
        ThreadState main = interpreter.threadStates().createMain();
        main.attach();
        interpreter.threading().enterMain(main);
        int status = runBody();
        interpreter.end(main, status);
    }

    private int runBody() {
        try {
            body.call(List.of(), Map.of());
            return 0;
        } catch (SystemExit exit) {
            if (exit.isMessage()) {
                interpreter.stderr().write(exit.code() + "\n");
            }
            return exit.status();
        } catch (RuntimeException failed) {
            PythonException uncaught = PythonException.from(failed);
            interpreter.reportUncaught(uncaught);
            return uncaught.isInstanceOf("KeyboardInterrupt") ? -Signal.SIGINT.number() : 1;
        }
    }
}
