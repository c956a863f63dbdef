package dev.threadstone.adapter.jvm;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The builtin types of values that are plain data. */
final class PythonTypes {

    private PythonTypes() {}

    static Optional<String> nameOf(Object value) {
        if (value instanceof PythonNone) {
            return Optional.of("NoneType");
        }
        if (value instanceof Boolean) {
            return Optional.of("bool");
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            return Optional.of("int");
        }
        if (value instanceof Double) {
            return Optional.of("float");
        }
        if (value instanceof String) {
            return Optional.of("str");
        }
        if (value instanceof PythonReal real) {
            return Optional.of(real.type());
        }
        if (value instanceof PythonTuple) {
            return Optional.of("tuple");
        }
        if (value instanceof List) {
            return Optional.of("list");
        }
        if (value instanceof Map) {
            return Optional.of("dict");
        }
        if (value instanceof TypeObject || value instanceof UserClass) {
            return Optional.of("type");
        }
        if (value instanceof ModuleObject) {
            return Optional.of("module");
        }
        return value instanceof PythonCallable ? Optional.of("function") : Optional.empty();
    }

    static boolean isInstance(Object value, String type) {
        return type.equals("object")
                || nameOf(value).filter(type::equals).isPresent()
                || (type.equals("int") && value instanceof Boolean);
    }
}
