package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.PyCallable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A callable of the suite as the reference calls it. */
record ReferenceCallable(PythonCallable callable) implements PyCallable {

    /** Anything that stands where a callable should. */
    static PyCallable of(Object value) {
        return value instanceof PythonCallable callable ? new ReferenceCallable(callable) : new NotCallable(value);
    }

    /** What a callable was made of by {@link #of}. */
    static Object valueOf(PyCallable made) {
        if (made instanceof NotCallable other) {
            return other.value();
        }
        return made instanceof ReferenceCallable reference ? reference.callable() : made;
    }

    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        var positional = new ArrayList<Object>();
        args.forEach(value -> positional.add(value == null ? PythonNone.NONE : value));
        var keywords = new LinkedHashMap<String, Object>();
        kwargs.forEach((name, value) -> keywords.put(name, value == null ? PythonNone.NONE : value));
        try {
            return callable.call(positional, keywords);
        } catch (PythonException raised) {
            throw new ReferenceErrors().adopt(raised);
        }
    }

    @Override
    public @Nullable String name() {
        return callable.hasName() ? callable.name() : null;
    }

    @Override
    public boolean truth() {
        return callable.isTrue();
    }
}
