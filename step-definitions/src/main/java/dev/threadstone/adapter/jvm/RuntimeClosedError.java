package dev.threadstone.adapter.jvm;

/** Unwinds a thread of a runtime whose session is over. No catch clause of a runtime is meant to see it. */
final class RuntimeClosedError extends Error {

    private static final long serialVersionUID = 1L;

    RuntimeClosedError() {
        super("The session is closed.", null, false, false);
    }
}
