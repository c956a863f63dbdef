package dev.threadstone.reference.gil;

/**
 * A trace or profile function: it is told of calls in the threads that it is installed in.
 *
 * <p>Source: Python library reference, {@code sys.settrace}, {@code sys.setprofile}.
 */
@FunctionalInterface
public interface TraceFunction {

    /** What it is told. */
    enum Event {
        /** A function is about to run. */
        CALL,
        /** A function has returned or raised. */
        RETURN
    }

    /** Called in the thread that calls or returns. What it raises removes it from that thread, and is raised there. */
    void tell(Event event, Frame frame);
}
