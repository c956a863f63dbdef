package dev.threadstone.adapter.jvm;

/**
 * The traceback of an exception as a value.
 *
 * @param error the exception whose it is
 */
public record TracebackObject(Throwable error) {

    @Override
    public String toString() {
        return "<traceback object>";
    }
}
