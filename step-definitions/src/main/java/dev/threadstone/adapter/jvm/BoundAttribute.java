package dev.threadstone.adapter.jvm;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An attribute of one object. */
record BoundAttribute(Supplier<Object> getter, @Nullable Consumer<Object> setter) {

    Object get() {
        return getter.get();
    }

    void set(String name, Object value) {
        if (setter == null) {
            throw PythonException.attributeError("attribute '" + name + "' is read-only");
        }
        setter.accept(value);
    }
}
