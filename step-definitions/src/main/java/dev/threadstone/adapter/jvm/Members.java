package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Looks up what objects, types and modules have, by Python's rules: own class first, then its bases. */
final class Members {

    private static final String BUILTINS = "builtins.";

    /** Operations of types whose objects take any attribute. */
    private static final String GET_ATTRIBUTE = "__getattr__";

    private static final String SET_ATTRIBUTE = "__setattr__";
    private static final String DELETE_ATTRIBUTE = "__delattr__";

    private final OperationTable table;
    private final Names names;
    private final JvmRuntime runtime;
    private final Slots slots = new Slots();
    private final Map<Object, UserClass> userClasses = Collections.synchronizedMap(new WeakHashMap<>());

    Members(OperationTable table, Names names, JvmRuntime runtime) {
        this.table = table;
        this.names = names;
        this.runtime = runtime;
    }

    /** What a qualified name stands for: a constant, a type, a function or a module. */
    Object resolve(String qualifiedName) {
        return find(qualifiedName)
                .orElseThrow(() -> PythonException.attributeError("there is no '" + qualifiedName + "'"));
    }

    Optional<Object> find(String qualifiedName) {
        var dot = qualifiedName.indexOf('.');
        var named = dot < 0 ? Optional.empty() : names.find(qualifiedName.substring(0, dot));
        if (named.isPresent()) {
            return findMember(named.get(), qualifiedName.substring(dot + 1));
        }
        var attribute = table.moduleAttribute(qualifiedName);
        if (attribute.isPresent()) {
            return Optional.of(attribute.get().getter().get());
        }
        var type = table.type(qualifiedName);
        if (type.isPresent()) {
            return Optional.of(typeValue(type.get()));
        }
        var function = table.functionOf(qualifiedName);
        if (function.isPresent()) {
            return Optional.of(functionValue(qualifiedName, function.get()));
        }
        if (BuiltinErrors.isKnown(qualifiedName)) {
            return Optional.of(new TypeObject(qualifiedName));
        }
        if (qualifiedName.startsWith(BUILTINS)) {
            return Optional.of(new TypeObject(qualifiedName.substring(BUILTINS.length())));
        }
        return table.isModule(qualifiedName) ? Optional.of(new ModuleObject(qualifiedName)) : Optional.empty();
    }

    /** {@code name(*positional, **keywords)} for a type, a class of the scenario, or a function. */
    Object callByName(String name, List<Object> positional, Map<String, Object> keywords) {
        if (names.find(name).orElse(null) instanceof UserClass userClass) {
            return construct(userClass, positional, keywords);
        }
        var type = table.type(name);
        if (type.isPresent()) {
            return type.get().requireConstructor().call(PythonNone.NONE, positional, keywords, Map.of());
        }
        return table.functionOf(name)
                .orElseThrow(() -> PythonException.attributeError("there is no '" + name + "'"))
                .call(PythonNone.NONE, positional, keywords, Map.of());
    }

    Object callMethod(Object target, String method, List<Object> positional, Map<String, Object> keywords) {
        if (target instanceof ModuleObject module) {
            return callByName(module.name() + "." + method, positional, keywords);
        }
        return method(target, method).orElseThrow(() -> missing(target, method)).call(positional, keywords);
    }

    Object get(Object target, String attribute) {
        return findMember(target, attribute).orElseThrow(() -> missing(target, attribute));
    }

    boolean has(Object target, String attribute) {
        return findMember(target, attribute).isPresent();
    }

    void set(Object target, String attribute, Object value) {
        if (target instanceof ModuleObject module) {
            var known = table.moduleAttribute(module.name() + "." + attribute);
            var setter = known.isPresent() ? known.get().setter() : null;
            if (setter == null) {
                throw PythonException.attributeError(target + " attribute '" + attribute + "' cannot be assigned");
            }
            setter.accept(value);
        } else if (target instanceof PythonObject object) {
            object.set(attribute, value);
            runtime.stored(object, value);
        } else if (isSlot(target, attribute)) {
            slots.set(target, attribute, value);
        } else {
            setOwn(target, attribute, value);
        }
    }

    private void setOwn(Object target, String attribute, Object value) {
        var known = table.attributeOf(target, attribute);
        if (known.isPresent()) {
            known.get().set(attribute, value);
        } else {
            table.methodOf(target, SET_ATTRIBUTE)
                    .orElseThrow(() -> missing(target, attribute))
                    .call(attribute, value);
            runtime.stored(target, value);
        }
    }

    /** {@code delattr(target, attribute)}. */
    void delete(Object target, String attribute) {
        if (table.attributeOf(target, attribute).isPresent()) {
            throw PythonException.attributeError("attribute '" + attribute + "' cannot be deleted");
        }
        table.methodOf(target, DELETE_ATTRIBUTE)
                .orElseThrow(() -> missing(target, attribute))
                .call(attribute);
    }

    private boolean isSlot(Object target, String attribute) {
        var userClass = userClasses.get(target);
        return userClass != null && userClass.slots().contains(attribute);
    }

    /** The method that {@code target.method} would call, bound to its target. */
    Optional<PythonCallable> method(Object target, String method) {
        var userClass = userClasses.get(target);
        if (userClass != null && userClass.overrides().containsKey(method)) {
            var override = userClass.overrides().get(method);
            return Optional.of(new FunctionObject(
                    method, (positional, keywords) -> override.call(withSelf(target, positional), keywords)));
        }
        if (method.equals("__call__") && target instanceof PythonCallable callable) {
            return Optional.of(callable);
        }
        if (method.equals("__call__") && target instanceof UserClass type) {
            return Optional.of(
                    new FunctionObject(type.name(), (positional, keywords) -> construct(type, positional, keywords)));
        }
        if (method.equals("__call__") && target instanceof TypeObject type) {
            return Optional.of(new FunctionObject(
                    type.name(), (positional, keywords) -> callByName(type.name(), positional, keywords)));
        }
        return table.methodOf(target, method);
    }

    /** {@code one is other}. */
    @SuppressWarnings("ReferenceEquality") // identity is what is asked for
    boolean isSame(Object one, Object other) {
        var byValue = PythonText.isPlain(one) || one instanceof TypeObject;
        return byValue ? one.equals(other) : one == other;
    }

    /** The name of an object's type. */
    String typeName(Object object) {
        var userClass = userClasses.get(object);
        if (userClass != null) {
            return userClass.name();
        }
        return PythonTypes.nameOf(object)
                .or(() -> table.typeOf(object).map(TypeOperations::name))
                .orElseGet(() -> object.getClass().getName());
    }

    /** {@code repr(object)}: by the type's own {@code __repr__} if it has one. */
    String repr(Object object) {
        if (PythonText.isPlain(object)) {
            return PythonText.repr(object);
        }
        var own = method(object, "__repr__");
        return own.isPresent() ? PythonText.str(own.get().call()) : PythonText.repr(object);
    }

    boolean isInstance(Object object, Object type) {
        if (type instanceof PythonTuple types) {
            return types.items().stream().anyMatch(one -> isInstance(object, one));
        }
        if (type instanceof UserClass userClass) {
            return userClass.equals(userClasses.get(object));
        }
        if (!(type instanceof TypeObject named)) {
            throw PythonException.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        var registered = table.type(named.name());
        return registered.isPresent()
                ? registered.get().javaType().isInstance(object)
                : PythonTypes.isInstance(object, named.name());
    }

    UserClass subclass(String name, String base, Map<String, ?> members) {
        var type = table.type(base).orElseThrow(() -> PythonException.attributeError("there is no '" + base + "'"));
        if (type.kind() != TypeOperations.Kind.CLASS) {
            throw PythonException.typeError("type '" + base + "' is not an acceptable base type");
        }
        return UserClass.of(name, type, members);
    }

    private Object construct(UserClass userClass, List<Object> positional, Map<String, Object> keywords) {
        var initialiser = userClass.overrides().get("__init__");
        if (initialiser == null) {
            var made = userClass
                    .base()
                    .requireConstructor()
                    .call(PythonNone.NONE, positional, keywords, userClass.overrides());
            belongTo(made, userClass);
            return made;
        }
        var blank = userClass.base().blankMaker();
        var made = blank.isPresent()
                ? blank.get().get()
                : userClass
                        .base()
                        .requireConstructor()
                        .call(PythonNone.NONE, List.of(), Map.of(), userClass.overrides());
        belongTo(made, userClass);
        Runnable initialize = () -> initialiser.call(withSelf(made, positional), keywords);
        if (made instanceof PerThreadInitialized local) {
            local.initializeBy(initialize);
        }
        initialize.run();
        return made;
    }

    private void belongTo(Object made, UserClass userClass) {
        userClasses.put(made, userClass);
        method(made, "__del__").ifPresent(finalizer -> runtime.made(made, finalizer));
    }

    private Optional<Object> findMember(Object target, String attribute) {
        if (target instanceof ModuleObject module) {
            return find(module.name() + "." + attribute);
        }
        if (target instanceof TypeObject type
                && find(type.name() + "." + attribute).isPresent()) {
            return find(type.name() + "." + attribute);
        }
        if (target instanceof PythonObject object && object.find(attribute).isPresent()) {
            return object.find(attribute);
        }
        if (attribute.equals("__name__") && target instanceof PythonCallable callable && callable.hasName()) {
            return Optional.of(callable.name());
        }
        if (isSlot(target, attribute)) {
            return slots.get(target, attribute);
        }
        var known = table.attributeOf(target, attribute);
        return known.isPresent()
                ? Optional.of(known.get().get())
                : ownAttribute(target, attribute)
                        .or(() -> method(target, attribute).map(method -> method))
                        .or(() -> classAttribute(target, attribute));
    }

    /** What the object itself says it has, if its type lets it have any attribute. */
    private Optional<Object> ownAttribute(Object target, String attribute) {
        var getter = table.methodOf(target, GET_ATTRIBUTE);
        if (getter.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(getter.get().call(attribute));
        } catch (PythonException raised) {
            if (raised.type().equals("AttributeError")) {
                return Optional.empty();
            }
            throw raised;
        }
    }

    private Optional<Object> classAttribute(Object target, String attribute) {
        return Optional.ofNullable(userClasses.get(target))
                .map(userClass -> userClass.attributes().get(attribute));
    }

    private Object typeValue(TypeOperations<?> type) {
        return type.kind() == TypeOperations.Kind.FACTORY_FUNCTION
                ? new FunctionObject(
                        type.name(), (positional, keywords) -> callByName(type.name(), positional, keywords))
                : new TypeObject(type.name());
    }

    private static PythonCallable functionValue(String name, Operation<PythonNone> function) {
        return new FunctionObject(
                name, (positional, keywords) -> function.call(PythonNone.NONE, positional, keywords, Map.of()));
    }

    private static List<Object> withSelf(Object self, List<Object> positional) {
        var all = new ArrayList<>();
        all.add(self);
        all.addAll(positional);
        return all;
    }

    private PythonException missing(Object target, String attribute) {
        return PythonException.attributeError("'" + typeName(target) + "' object has no attribute '" + attribute + "'");
    }
}
