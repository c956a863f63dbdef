package dev.threadstone.reference.process;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.Subinterpreter;
import dev.threadstone.reference.threading.Thread;
import org.jspecify.annotations.Nullable;

/**
 * The child of a fork: an interpreter with a lock and memory of its own, whose only thread is the one that forked. It lives as
 * long as the call of {@link #run}, which stands for the whole life of the child: the parent's forking thread waits for it.
 *
 * <p>Thread-safety: used by the thread that forked.
 *
 * <p>Source: Python library reference, {@code os.fork}; POSIX, {@code fork}.
 */
public final class ForkedProcess {

    private static final int WARNS_SINCE = 12;

    private final Thread forking;
    private final Subinterpreter child;

    private ForkedProcess(Thread forking, Subinterpreter child) {
        this.forking = forking;
        this.child = child;
    }

    /**
     * {@code os.fork()} in the calling thread. Since 3.12 it issues a DeprecationWarning if there are several threads.
     *
     * @throws dev.threadstone.reference.errors.RuntimeError if the interpreter is at its end (since 3.12)
     */
    public static ForkedProcess fork(Interpreter parent) {
        parent.threading().requireForkAllowed();
        if (parent.options().python().atLeast(WARNS_SINCE) && parent.threading().activeCount() > 1) {
            parent.warnings()
                    .deprecated("This process is multi-threaded, use of fork() may lead to deadlocks in the child.");
        }
        Thread forking = parent.threading().currentThread();
        return new ForkedProcess(forking, parent.newSubinterpreter(parent.options()));
    }

    /** The interpreter of the child. */
    public Interpreter interpreter() {
        return child.interpreter();
    }

    /**
     * Lets the child run. Blocks the caller, without the parent's GIL, until it has.
     *
     * @return what the code returned
     * @throws dev.threadstone.reference.errors.PythonException what it raised
     */
    public @Nullable Object run(PyCallable code) {
        return child.run(code);
    }

    /** The copy that the child has of a thread of the parent: its main thread, or one that has ended. */
    public Thread copyOf(Thread ofParent) {
        return ofParent.equals(forking)
                ? interpreter().threading().mainThread()
                : interpreter().threading().lostInFork(ofParent);
    }

    /** The thread of the parent that a thread of the child is the copy of; other objects are what they are. */
    public Object originalOf(Object inChild) {
        return inChild.equals(interpreter().threading().mainThread()) ? forking : inChild;
    }
}
