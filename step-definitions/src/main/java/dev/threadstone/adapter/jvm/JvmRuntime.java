package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Exit;
import dev.threadstone.spi.UnsupportedRequestException;

/** One fresh runtime in this JVM: what {@link JvmImplementation} needs of it, and all that an implementer writes. */
public interface JvmRuntime {

    /** The program that the runtime runs. */
    interface MainModule {

        /**
         * Runs the main module in the calling thread, which becomes the runtime's main thread.
         *
         * @throws RuntimeException what the main module raised, if it ends with an exception
         */
        void run();

        /** To be called by the runtime once it has shut down. */
        void exited(Exit exit);
    }

    /** Registers what this runtime can do. Called once, before anything runs. */
    void register(OperationTable table);

    /** How its threads are held and observed. */
    Steering steering();

    /** Which of its Java exceptions are which of Python's. */
    default ErrorMapping errors() {
        return new ErrorTable();
    }

    /** Starts the main thread, which runs the main module and then shuts the runtime down. Returns at once. */
    void start(MainModule main);

    /** Delivers an operating system signal. */
    default void signal(String name) {
        throw new UnsupportedRequestException("This runtime has no signals; " + name + " cannot be delivered.");
    }
}
