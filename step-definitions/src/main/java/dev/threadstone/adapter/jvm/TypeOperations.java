package dev.threadstone.adapter.jvm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one Python type can do. Registering a name again replaces it.
 *
 * @param <T> the Java class of the objects
 */
public final class TypeOperations<T> {

    private final String name;
    private final Class<T> javaType;
    private final Map<String, Operation<T>> operations = new HashMap<>();
    private final Map<String, Attribute<T>> attributes = new HashMap<>();
    private @Nullable Operation<PythonNone> constructor;
    private @Nullable Supplier<? extends T> blank;
    private Kind kind = Kind.CLASS;

    /** What a name for making objects is in Python. */
    enum Kind {
        CLASS,
        SEALED_CLASS,
        FACTORY_FUNCTION
    }

    /** An action of an operation that returns {@code None}. */
    @FunctionalInterface
    public interface Action<T> {
        void call(T self, Args args) throws Exception;
    }

    /** What stands around the assignment of an attribute. */
    @FunctionalInterface
    public interface SetterWrapper {
        void set(Object self, Object value, Consumer<Object> original);
    }

    /** How an attribute is read and, unless it is read-only, assigned. */
    record Attribute<T>(
            Function<T, Object> getter, @Nullable BiConsumer<T, Object> setter) {

        BoundAttribute bind(T target) {
            return new BoundAttribute(
                    () -> getter.apply(target), setter == null ? null : value -> setter.accept(target, value));
        }
    }

    TypeOperations(String name, Class<T> javaType) {
        this.name = name;
        this.javaType = javaType;
    }

    /** How an object is made. Without a constructor objects come from elsewhere only. */
    public TypeOperations<T> constructor(String signature, OperationTable.Body body) {
        constructor = new Operation<>(name, signature, (nobody, args) -> body.call(args));
        return this;
    }

    /** How an object is made whose constructor does not run, for subclasses that override {@code __init__}. */
    public TypeOperations<T> blank(Supplier<? extends T> maker) {
        blank = maker;
        return this;
    }

    /** The type cannot be a base class. */
    public TypeOperations<T> sealed() {
        kind = Kind.SEALED_CLASS;
        return this;
    }

    /** The name is a function that makes objects, and no type. */
    public TypeOperations<T> factory() {
        kind = Kind.FACTORY_FUNCTION;
        return this;
    }

    /** A method that returns a Python value. */
    public TypeOperations<T> op(String method, String signature, Operation.Body<T> body) {
        operations.put(method, new Operation<>(method, signature, body));
        return this;
    }

    /** A method that returns {@code None}. */
    public TypeOperations<T> action(String method, String signature, Action<T> action) {
        return op(method, signature, (self, args) -> {
            action.call(self, args);
            return PythonNone.NONE;
        });
    }

    /** An attribute that can only be read. */
    public TypeOperations<T> attribute(String attribute, Function<T, Object> getter) {
        attributes.put(attribute, new Attribute<>(getter, null));
        return this;
    }

    /** An attribute that can be read and assigned. */
    public TypeOperations<T> attribute(String attribute, Function<T, Object> getter, BiConsumer<T, Object> setter) {
        attributes.put(attribute, new Attribute<>(getter, setter));
        return this;
    }

    /** Puts something around a method that exists. */
    public TypeOperations<T> wrap(String method, Operation.Wrapper<T> wrapper) {
        operations.put(method, OperationTable.operation(operations, method).wrapped(wrapper));
        return this;
    }

    /** Gives a method another signature. */
    public TypeOperations<T> resign(String method, String signature) {
        operations.put(method, OperationTable.operation(operations, method).resigned(signature));
        return this;
    }

    /** Gives the constructor another signature. */
    public TypeOperations<T> resignConstructor(String signature) {
        constructor = requireConstructor().resigned(signature);
        return this;
    }

    /** Puts something around the constructor. */
    public TypeOperations<T> wrapConstructor(Operation.Wrapper<PythonNone> wrapper) {
        constructor = requireConstructor().wrapped(wrapper);
        return this;
    }

    /** Changes what reading an attribute gives. */
    public TypeOperations<T> wrapGetter(String attribute, UnaryOperator<Function<T, Object>> change) {
        var known = requireAttribute(attribute);
        attributes.put(attribute, new Attribute<>(change.apply(known.getter()), known.setter()));
        return this;
    }

    /** Changes what assigning an attribute does. */
    public TypeOperations<T> replaceSetter(String attribute, BiConsumer<T, Object> setter) {
        attributes.put(attribute, new Attribute<>(requireAttribute(attribute).getter(), setter));
        return this;
    }

    /** Puts something around the assignment of an attribute. */
    public TypeOperations<T> wrapSetter(String attribute, SetterWrapper wrapper) {
        var known = requireAttribute(attribute);
        var setter = known.setter();
        if (setter == null) {
            throw new IllegalArgumentException("The attribute " + attribute + " of " + name + " cannot be assigned.");
        }
        return replaceSetter(attribute, (self, value) -> wrapper.set(self, value, again -> setter.accept(self, again)));
    }

    /** Takes a method or attribute out again. */
    public TypeOperations<T> without(String member) {
        operations.remove(member);
        attributes.remove(member);
        return this;
    }

    String name() {
        return name;
    }

    /** What is registered, by qualified name; how objects are made is under the name of the type itself. */
    Map<String, Object> entries() {
        Map<String, Object> entries = new HashMap<>();
        entries.put(name, Arrays.asList(kind, constructor, blank));
        operations.forEach((method, operation) -> entries.put(name + "." + method, operation));
        attributes.forEach((attribute, access) -> entries.put(name + "." + attribute, access));
        return entries;
    }

    Class<T> javaType() {
        return javaType;
    }

    Kind kind() {
        return kind;
    }

    Optional<Supplier<? extends T>> blankMaker() {
        return Optional.ofNullable(blank);
    }

    Optional<PythonCallable> bound(Object target, String method) {
        var operation = operations.get(method);
        return operation == null
                ? Optional.empty()
                : Optional.of(new FunctionObject(
                        method,
                        (positional, keywords) ->
                                operation.call(javaType.cast(target), positional, keywords, Map.of())));
    }

    Optional<BoundAttribute> boundAttribute(Object target, String attribute) {
        var known = attributes.get(attribute);
        return known == null ? Optional.empty() : Optional.of(known.bind(javaType.cast(target)));
    }

    Operation<PythonNone> requireConstructor() {
        if (constructor == null) {
            throw PythonException.typeError("cannot create '" + name + "' instances");
        }
        return constructor;
    }

    @SuppressWarnings("unchecked") // checked by the condition: the class is the one that it was registered with
    <S> TypeOperations<S> as(Class<S> type) {
        if (type != javaType) {
            throw new IllegalArgumentException(
                    name + " is registered for " + javaType.getName() + " and not for " + type.getName() + ".");
        }
        return (TypeOperations<S>) this;
    }

    private Attribute<T> requireAttribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " has no attribute " + attribute + "; it has " + attributes.keySet() + "."));
    }
}
