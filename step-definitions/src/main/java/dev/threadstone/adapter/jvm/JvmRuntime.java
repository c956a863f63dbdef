package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Exit;
import dev.threadstone.spi.UnsupportedRequestException;
import java.util.Optional;
import java.util.function.Supplier;

/** One fresh runtime in this JVM: what {@link JvmImplementation} needs of it, and all that an implementer writes. */
public interface JvmRuntime {

    /** Registers what this runtime can do. Called once, before anything runs. */
    void register(OperationTable table);

    /** How its threads are held and observed. */
    Steering steering();

    /** Which of its Java exceptions are which of Python's. */
    default ErrorMapping errors() {
        return new ErrorTable();
    }

    /**
     * Starts the main thread, which runs the main module and then shuts the runtime down. Returns at once.
     *
     * @param main the main module; throws what the module raised, if it ends with an exception
     */
    void start(Runnable main);

    /** Tells that a scenario calls an object by a name, so that reports can. Called by the runtime's threads. */
    default void named(String name, Object object) {}

    /** Tells that an object has lost a name. Called by the runtime's threads. */
    default void unnamed(Object object) {}

    /** Tells that an object has been made whose class has a {@code __del__}. Called by the runtime's threads. */
    default void made(Object object, PythonCallable finalizer) {}

    /** Tells that an object has become an attribute of another one. Called by the runtime's threads. */
    default void stored(Object holder, Object value) {}

    /**
     * Runs one call of a callback of the scenario. A runtime that shows call stacks or has trace functions makes a frame of
     * it. Called by the runtime's threads.
     *
     * @param callback its name
     * @param body the call itself; throws what it raises
     */
    default Object inFrameOf(String callback, Supplier<Object> body) {
        return body.get();
    }

    /**
     * Makes a coroutine object: what a call of a coroutine function of the scenario gives. Called by the runtime's threads.
     *
     * @param name the function's
     * @param script what the coroutine does once it is awaited
     */
    default Object coroutine(String name, CoroutineScript script) {
        throw new UnsupportedRequestException(
                "This runtime has no event loop that could run the coroutine " + name + ".");
    }

    /** How the runtime ended; empty while it lives. Called by the scenario's thread. */
    Optional<Exit> exit();

    /** Delivers an operating system signal. */
    default void signal(String name) {
        throw new UnsupportedRequestException("This runtime has no signals; " + name + " cannot be delivered.");
    }
}
