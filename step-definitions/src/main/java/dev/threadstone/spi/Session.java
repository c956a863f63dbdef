package dev.threadstone.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One fresh interpreter under direction.
 *
 * <p><strong>Actors.</strong> Whoever can be given a request has a name. At first there is only {@value #MAIN}. When the
 * runtime calls a {@link Callback} that {@linkplain Behaviour.Controlled waits for requests}, the callback's name becomes
 * an actor until it is told how to end ({@link Request.Reply}); a second activation of the same callback is called
 * {@code name#2}, and so on. A controlled thread is simply a thread whose target is such a callback.
 *
 * <p><strong>Time.</strong> Durations in this interface are scenario time. A session on a virtual clock takes them
 * literally; a session on a real clock divides them by its scale, and reports measured times multiplied by it.
 *
 * <p>Thread-safety: a session is used by one scenario thread.
 */
public interface Session extends AutoCloseable {

    /** The name of the actor that is the interpreter's main thread. */
    String MAIN = "main";

    /** Declares a callable, to be passed wherever Python takes one, as {@code Value.ref(callback.name())}. */
    void prepare(Callback callback);

    /**
     * Hands one request to one idle actor and returns at once.
     *
     * @throws IllegalStateException if the actor does not exist or has not answered its last request
     */
    Pending post(String actor, Request request);

    /**
     * Returns when every actor is idle or blocked and every wait whose time is up has ended, or when the interpreter has
     * exited. Blocks the caller, at most for the hang budget.
     *
     * @return how it is known that whoever has not answered is blocked
     * @throws SessionException if the interpreter crashes, never comes to rest, or breaks the protocol
     */
    Evidence settle();

    /**
     * Lets scenario time pass, and settles. Waits that end meanwhile end at their own time.
     *
     * @throws SessionException as {@link #settle()}
     */
    Evidence elapse(Duration duration);

    /**
     * Delivers an operating system signal, such as {@code SIGINT}, to the interpreter. Returns at once.
     *
     * @throws UnsupportedRequestException if the implementation has no signals
     */
    void signal(String name);

    /** Whether an actor of this name exists now, idle or busy. */
    boolean isActive(String actor);

    /** Every activation of a callback so far, in the order in which the runtime called them. */
    List<Activation> activations();

    /** How the interpreter ended, as of the last {@link #settle()}; empty while it lives. */
    Optional<Exit> exit();

    /**
     * The circle of threads that wait for each other, as a sentence that names each, what it waits for and who holds that;
     * empty if there is none, or if the runtime cannot tell.
     */
    default Optional<String> deadlock() {
        return Optional.empty();
    }

    /** How much scenario time has passed since the session began. */
    Duration now();

    /** Whether scenario time is virtual, so that upper bounds on it mean something. */
    boolean virtualTime();

    /**
     * What of the interpreter lives on after {@link #close()} although it was to be ended: a sentence for each thread or
     * process. Empty as long as the session is open, and if the implementation cannot tell.
     */
    default List<String> leftBehind() {
        return List.of();
    }

    /** Ends the interpreter, whatever it is doing. Idempotent; never throws. */
    @Override
    void close();
}
