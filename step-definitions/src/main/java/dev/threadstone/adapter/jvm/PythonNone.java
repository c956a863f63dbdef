package dev.threadstone.adapter.jvm;

/** Python's {@code None}. */
public enum PythonNone {
    NONE;

    @Override
    public String toString() {
        return "None";
    }
}
