package dev.threadstone.spi;

/**
 * A runtime under judgement, opened for one run of the suite.
 *
 * <p>Thread-safety: {@link #open} is called by several scenario threads at once; everything else by one.
 */
public interface Implementation extends AutoCloseable {

    /** What this runtime is and which parts it declares to lack. Constant for the life of the object. */
    Description describe();

    /**
     * Opens a fresh interpreter: its main thread and nothing else. Nothing that an earlier session did may be seen in it.
     *
     * @return a session whose main thread, named {@value Session#MAIN}, is idle
     * @throws SessionException if the interpreter crashes, hangs or breaks the protocol before it is ready
     */
    Session open(Opening opening);

    /** Opens a fresh interpreter in the usual way. */
    default Session open() {
        return open(Opening.USUAL);
    }

    /** Ends whatever is left: sessions, threads and processes. Idempotent; never throws. */
    @Override
    void close();
}
