package dev.threadstone.adapter.jvm;

/** Which type derives from which. Source: Python library reference, {@code issubclass}. */
final class TypeRelations {

    private final OperationTable table;

    TypeRelations(OperationTable table) {
        this.table = table;
    }

    /** Whether a type is another one, or one of several, or derives from it. */
    boolean isSubclass(Object type, Object base) {
        if (base instanceof PythonTuple bases) {
            return bases.items().stream().anyMatch(one -> isSubclass(type, one));
        }
        if (type instanceof UserClass derived) {
            return derived.equals(base)
                    || isSubclass(new TypeObject(derived.base().name()), base);
        }
        if (!(type instanceof TypeObject known)) {
            throw PythonException.typeError("issubclass() arg 1 must be a class");
        }
        if (base instanceof UserClass) {
            return false;
        }
        if (!(base instanceof TypeObject wanted)) {
            throw PythonException.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return derives(known.name(), wanted.name());
    }

    private boolean derives(String type, String base) {
        if (type.equals(base) || base.equals("object")) {
            return true;
        }
        var one = table.type(type);
        var other = table.type(base);
        if (one.isPresent() && other.isPresent()) {
            return other.get().javaType().isAssignableFrom(one.get().javaType());
        }
        return BuiltinErrors.isKnown(type) && BuiltinErrors.mro(type).contains(base);
    }
}
