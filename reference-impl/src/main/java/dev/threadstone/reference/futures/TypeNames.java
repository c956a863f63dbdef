package dev.threadstone.reference.futures;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Python calls the types of results. */
final class TypeNames {

    private static final Map<Class<?>, String> NAMES = Map.of(
            Boolean.class, "bool",
            Integer.class, "int",
            Long.class, "int",
            BigInteger.class, "int",
            Double.class, "float",
            String.class, "str");

    private TypeNames() {}

    static String of(@Nullable Object value) {
        return value == null
                ? "NoneType"
                : NAMES.getOrDefault(value.getClass(), value.getClass().getSimpleName());
    }
}
