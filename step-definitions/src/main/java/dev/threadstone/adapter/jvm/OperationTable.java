package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one fresh runtime can be asked: types with their operations, functions and module attributes, all by Python's
 * names. Built for each session, so that operations may close over the runtime.
 *
 * <pre>{@code
 * table.on("threading.Lock", Lock.class)
 *         .constructor("", args -> new Lock())
 *         .op("acquire", "blocking=True, timeout=-1", (lock, args) -> lock.acquire(args.isTrue("blocking"), args.number("timeout")))
 *         .action("release", "", (lock, args) -> lock.release());
 * table.function("threading.get_ident", "", args -> Thread.currentThread().getId());
 * }</pre>
 *
 * <p>Registering a name again replaces it. Thread-safety: filled by one thread, then read by many.
 */
public final class OperationTable {

    private final Map<String, TypeOperations<?>> types = new HashMap<>();
    private final Map<Class<?>, TypeOperations<?>> byClass = new HashMap<>();
    private final Map<String, Operation<PythonNone>> functions = new HashMap<>();
    private final Map<String, BoundAttribute> attributes = new HashMap<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final BiConsumer<String, Object> binder;
    private Consumer<String> lookups = name -> {};
    private BiFunction<Object, String, Optional<PythonCallable>> methods = this::methodOf;

    OperationTable(BiConsumer<String, Object> binder) {
        this.binder = binder;
    }

    /** A table for a second runtime, whose objects the scenario gives no names. */
    public static OperationTable ofUnnamed() {
        return new OperationTable((name, object) -> {});
    }

    /** Gives an object a name under which the scenario knows it. */
    public void bind(String name, Object object) {
        binder.accept(name, object);
    }

    /** What a function does with its arguments; what it returns is a Python value. */
    @FunctionalInterface
    public interface Body {
        Object call(Args args) throws Exception;
    }

    /** What a function does that returns {@code None}. */
    @FunctionalInterface
    public interface Action {
        void call(Args args) throws Exception;
    }

    /**
     * The operations of a type, to be added to. A second call for the same name gives the same ones, to replace or to wrap.
     *
     * @param name Python's qualified name
     * @param type the Java class of its objects
     */
    public <T> TypeOperations<T> on(String name, Class<T> type) {
        var known = types.get(name);
        if (known != null) {
            return known.as(type);
        }
        var operations = new TypeOperations<>(name, type);
        types.put(name, operations);
        byClass.put(type, operations);
        return operations;
    }

    /** Takes a type out again. */
    public OperationTable without(String name) {
        var removed = types.remove(name);
        if (removed != null) {
            byClass.remove(removed.javaType());
        }
        functions.remove(name);
        attributes.remove(name);
        return this;
    }

    public OperationTable function(String name, String signature, Body body) {
        functions.put(name, new Operation<>(name, signature, (nobody, args) -> body.call(args)));
        return this;
    }

    /** A function that returns {@code None}. */
    public OperationTable action(String name, String signature, Action action) {
        return function(name, signature, args -> {
            action.call(args);
            return PythonNone.NONE;
        });
    }

    /** A registered function as a value, whose name is the qualified one. */
    public PythonCallable functionValue(String name) {
        var function = operation(functions, name);
        return PythonCallable.of(
                name, (positional, keywords) -> function.call(PythonNone.NONE, positional, keywords, Map.of()));
    }

    /** Puts something around a function: it gets the arguments and the function as it was. */
    public OperationTable wrapFunction(String name, Operation.Wrapper<PythonNone> wrapper) {
        functions.put(name, operation(functions, name).wrapped(wrapper));
        return this;
    }

    /** Puts something around a method of a type whose Java class the caller does not know. */
    public OperationTable wrapMethod(String type, String method, Operation.Wrapper<Object> wrapper) {
        var operations = types.get(type);
        if (operations == null) {
            throw new IllegalArgumentException("There is no type " + type + "; there are " + types.keySet() + ".");
        }
        wrap(operations, method, wrapper);
        return this;
    }

    /** Puts something around the assignment of an attribute of a type whose Java class the caller does not know. */
    public OperationTable wrapSetter(String type, String attribute, TypeOperations.SetterWrapper wrapper) {
        var operations = types.get(type);
        if (operations == null) {
            throw new IllegalArgumentException("There is no type " + type + "; there are " + types.keySet() + ".");
        }
        operations.wrapSetter(attribute, wrapper);
        return this;
    }

    private static <T> void wrap(TypeOperations<T> operations, String method, Operation.Wrapper<Object> wrapper) {
        operations.wrap(
                method,
                (self, args, original) -> wrapper.call(self, args, (same, changed) -> original.call(self, changed)));
    }

    /** A name in a module that stands for a value: {@code threading.TIMEOUT_MAX}. */
    public OperationTable constant(String name, Object value) {
        attributes.put(name, new BoundAttribute(() -> value, null));
        return this;
    }

    /** A builtin type, such as that of an exception, as a value: {@code ValueError}. */
    public static Object builtinType(String name) {
        return new TypeObject(name);
    }

    /** A second name of a builtin exception type: {@code threading.ThreadError}. */
    public OperationTable errorAlias(String name, String builtin) {
        return constant(name, new TypeObject(builtin));
    }

    /** A name in a module that can be read and assigned: {@code threading.excepthook}. */
    public OperationTable variable(String name, Supplier<Object> getter, Consumer<Object> setter) {
        attributes.put(name, new BoundAttribute(getter, setter));
        return this;
    }

    /** Records a warning of a category, such as {@code DeprecationWarning}. */
    public void warn(String category) {
        warnings.add(category);
    }

    /**
     * A method of an object as the program sees it: a subclass of the scenario's may have overridden it.
     *
     * @throws PythonException {@code AttributeError} if there is none
     */
    public PythonCallable method(Object target, String name) {
        return methods.apply(target, name)
                .orElseThrow(() -> PythonException.attributeError("there is no attribute '" + name + "'"));
    }

    void findMethodsBy(BiFunction<Object, String, Optional<PythonCallable>> finder) {
        methods = finder;
    }

    List<Object> warnings() {
        return new ArrayList<>(warnings);
    }

    /**
     * Tells a listener the qualified name of whatever is looked up from now on, whether it is there or not. Set before
     * the session starts; the listener is called by the session's threads.
     */
    public void onLookup(Consumer<String> listener) {
        lookups = listener;
    }

    /** Makes a change and returns the qualified names of the types, members, functions and attributes that it touched. */
    public Set<String> changedBy(Runnable change) {
        var before = entries();
        change.run();
        var after = entries();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private Map<String, Object> entries() {
        Map<String, Object> entries = new HashMap<>();
        types.values().forEach(type -> entries.putAll(type.entries()));
        entries.putAll(functions);
        entries.putAll(attributes);
        return entries;
    }

    Optional<TypeOperations<?>> type(String name) {
        lookups.accept(name);
        return Optional.ofNullable(types.get(name));
    }

    /** The most derived registered type of an object. */
    Optional<TypeOperations<?>> typeOf(Object object) {
        return typesOf(object).findFirst();
    }

    /** The registered types of an object, most derived first; interfaces only if no class is registered. */
    private Stream<TypeOperations<?>> typesOf(Object object) {
        var found = new ArrayList<TypeOperations<?>>();
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            var operations = byClass.get(type);
            if (operations != null) {
                found.add(operations);
            }
        }
        return found.isEmpty()
                ? types.values().stream()
                        .filter(operations -> operations.javaType().isInstance(object))
                        .map(operations -> operations)
                : found.stream();
    }

    /** The same, and a member is looked up in each of them. */
    private Stream<TypeOperations<?>> typesOf(Object object, String member) {
        return typesOf(object).peek(type -> lookups.accept(type.name() + "." + member));
    }

    /** A method of an object, its own type's or a base's, bound to the object. */
    Optional<PythonCallable> methodOf(Object target, String method) {
        return typesOf(target, method)
                .map(type -> type.bound(target, method))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An attribute of an object, its own type's or a base's, bound to the object. */
    Optional<BoundAttribute> attributeOf(Object target, String attribute) {
        return typesOf(target, attribute)
                .map(type -> type.boundAttribute(target, attribute))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Operation<PythonNone>> functionOf(String name) {
        lookups.accept(name);
        return Optional.ofNullable(functions.get(name));
    }

    Optional<BoundAttribute> moduleAttribute(String name) {
        lookups.accept(name);
        return Optional.ofNullable(attributes.get(name));
    }

    boolean isModule(String name) {
        var prefix = name + ".";
        return types.keySet().stream().anyMatch(known -> known.startsWith(prefix))
                || functions.keySet().stream().anyMatch(known -> known.startsWith(prefix))
                || attributes.keySet().stream().anyMatch(known -> known.startsWith(prefix));
    }

    static <T> Operation<T> operation(Map<String, Operation<T>> operations, String name) {
        var operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException(
                    "There is no operation " + name + " to wrap; there are " + operations.keySet() + ".");
        }
        return operation;
    }
}
