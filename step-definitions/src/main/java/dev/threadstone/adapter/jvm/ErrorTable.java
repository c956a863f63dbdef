package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@link ErrorMapping} by a table: which Java exception class stands for which Python type. */
public final class ErrorTable implements ErrorMapping {

    private final Map<Class<? extends Throwable>, String> types = new LinkedHashMap<>();

    /** What is thrown as this Java class, or a subclass that is not named itself, is this Python exception. */
    public ErrorTable on(Class<? extends Throwable> thrown, String type) {
        types.put(thrown, type);
        return this;
    }

    @Override
    public List<String> mro(Throwable error) {
        if (error instanceof PythonException python) {
            return BuiltinErrors.mro(python.type());
        }
        for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
            var name = types.get(type);
            if (name != null) {
                return BuiltinErrors.mro(name);
            }
        }
        return javaNames(error);
    }

    private static List<String> javaNames(Throwable error) {
        var names = new ArrayList<String>();
        for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
            names.add(type.getName());
        }
        return List.copyOf(names);
    }
}
