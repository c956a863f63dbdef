package dev.threadstone.adapter.jvm;

import java.util.List;

/** Python's {@code tuple}: a sequence that does not change. */
public record PythonTuple(List<Object> items) {

    public static final PythonTuple EMPTY = new PythonTuple(List.of());

    public PythonTuple {
        items = List.copyOf(items);
    }

    public static PythonTuple of(Object... items) {
        return new PythonTuple(List.of(items));
    }
}
