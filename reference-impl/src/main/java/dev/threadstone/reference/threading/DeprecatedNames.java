package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;

/**
 * The names that Python's threading module had before it followed PEP 8. They do what the modern ones do, and since
 * Python 3.10 issue a {@code DeprecationWarning} each time.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code threading}; "What's New In Python 3.10", Deprecated.
 */
public final class DeprecatedNames {

    private static final int WARN_SINCE = 10;

    private final Interpreter interpreter;

    DeprecatedNames(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** {@code threading.currentThread()}. */
    public Thread currentThread() {
        warn("currentThread", "use current_thread() instead");
        return interpreter.threading().currentThread();
    }

    /** {@code threading.activeCount()}. */
    public int activeCount() {
        warn("activeCount", "use active_count() instead");
        return interpreter.threading().activeCount();
    }

    /** {@code event.isSet()}. */
    public boolean isSet(Event event) {
        warn("isSet", "use is_set() instead");
        return event.isSet();
    }

    /** {@code condition.notifyAll()}. */
    public void notifyAll(Condition condition) {
        warn("notifyAll", "use notify_all() instead");
        condition.notifyAllWaiters();
    }

    /** {@code thread.getName()}. */
    public String getName(Thread thread) {
        warn("getName", "get the name attribute instead");
        return thread.name();
    }

    /** {@code thread.setName(name)}. */
    public void setName(Thread thread, String name) {
        warn("setName", "set the name attribute instead");
        thread.setName(name);
    }

    /** {@code thread.isDaemon()}. */
    public boolean isDaemon(Thread thread) {
        warn("isDaemon", "get the daemon attribute instead");
        return thread.isDaemon();
    }

    /** {@code thread.setDaemon(value)}. */
    public void setDaemon(Thread thread, boolean value) {
        warn("setDaemon", "set the daemon attribute instead");
        thread.setDaemon(value);
    }

    private void warn(String name, String advice) {
        if (interpreter.options().python().atLeast(WARN_SINCE)) {
            interpreter.warnings().deprecated(name + "() is deprecated, " + advice);
        }
    }
}
