package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonTuple;
import java.util.AbstractList;
import org.jspecify.annotations.Nullable;

/** The items of a tuple as positional arguments; remembers the tuple. */
final class TupleItems extends AbstractList<@Nullable Object> {

    private final PythonTuple tuple;

    TupleItems(PythonTuple tuple) {
        this.tuple = tuple;
    }

    PythonTuple tuple() {
        return tuple;
    }

    @Override
    public Object get(int index) {
        return tuple.items().get(index);
    }

    @Override
    public int size() {
        return tuple.items().size();
    }
}
