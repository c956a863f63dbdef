package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.PyCallable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands where a callable should; that it is none is found out when it is called. */
record NotCallable(Object value) implements PyCallable {

    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        throw new ReferenceErrors().adopt(PythonException.typeError("'" + value + "' object is not callable"));
    }
}
