package dev.threadstone.adapter.jvm;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The builtin functions and types that scenarios use, for every runtime in this JVM. */
final class Builtins {

    private Builtins() {}

    static void register(OperationTable table, Members members, Steering steering) {
        registerInspection(table, members);
        new Containers(members, steering).register(table);
        registerData(table);
        Operators.register(table);
        table.function("gc.collect", "", args -> {
            System.gc();
            return 0L;
        });
        table.on("object", PythonObject.class).constructor("", args -> new PythonObject());
    }

    private static void registerInspection(OperationTable table, Members members) {
        table.function("repr", "object, /", args -> members.repr(args.get("object")))
                .function(
                        "str",
                        "object, /",
                        args -> args.get("object") instanceof String text ? text : members.repr(args.get("object")))
                .function("bool", "object=False, /", args -> args.isTrue("object"))
                .function(
                        "callable",
                        "object, /",
                        args -> members.method(args.get("object"), "__call__").isPresent())
                .function("hasattr", "object, name, /", args -> members.has(args.get("object"), args.text("name")))
                .function("getattr", "object, name, /", args -> members.get(args.get("object"), args.text("name")))
                .action("delattr", "object, name, /", args -> members.delete(args.get("object"), args.text("name")))
                .function("type", "object, bases=None, members=None, /", args -> type(members, args))
                .function(
                        "isinstance",
                        "object, type, /",
                        args -> members.isInstance(args.get("object"), args.get("type")))
                .function(
                        "issubclass",
                        "type, base, /",
                        args -> new TypeRelations(table).isSubclass(args.get("type"), args.get("base")))
                .function(
                        "operator.add",
                        "a, b, /",
                        args -> args.integer("a").add(args.integer("b")).longValueExact())
                .function("operator.getitem", "items, index, /", args -> item(members, args))
                .function(
                        "operator.setitem",
                        "a, b, c, /",
                        args -> members.callMethod(
                                args.get("a"), "__setitem__", List.of(args.get("b"), args.get("c")), Map.of()))
                .function("operator.is_", "a, b, /", args -> members.isSame(args.get("a"), args.get("b")))
                .function(
                        "len",
                        "object, /",
                        args -> members.method(args.get("object"), "__len__")
                                .map(PythonCallable::call)
                                .orElseGet(() -> (long) args.items("object").size()));
    }

    /** {@code type(object)}, or {@code type(name, bases, members)}. */
    private static Object type(Members members, Args args) {
        if (args.isNone("bases")) {
            return new TypeObject(members.typeName(args.get("object")));
        }
        if (args.items("bases").size() != 1 || !(args.items("bases").get(0) instanceof TypeObject base)) {
            throw PythonException.typeError("type() needs exactly one base that is a type here");
        }
        return members.subclass(args.text("object"), base.name(), args.entries("members"));
    }

    private static void registerData(OperationTable table) {
        registerIterator(table);
        table.on("set", Set.class)
                .constructor("items=(), /", args -> new LinkedHashSet<>(args.items("items")))
                .op("__len__", "", (items, args) -> (long) items.size());
        table.function("tuple", "items=(), /", args -> new PythonTuple(args.items("items")))
                .function(
                        "fractions.Fraction",
                        "numerator, denominator=1",
                        args -> new PythonReal(
                                "fractions.Fraction", args.number("numerator") / args.number("denominator")))
                .function(
                        "decimal.Decimal",
                        "value",
                        args -> new PythonReal(
                                "decimal.Decimal", Double.parseDouble(PythonText.str(args.get("value")))));
    }

    private static Object item(Members members, Args args) {
        return args.get("items") instanceof PythonTuple tuple
                ? tuple.items().get(args.integer("index").intValueExact())
                : members.callMethod(args.get("items"), "__getitem__", List.of(args.get("index")), Map.of());
    }

    /** Java's iterators are Python's: a runtime may return one. */
    private static void registerIterator(OperationTable table) {
        table.on("iterator", Iterator.class).op("__next__", "", (iterator, args) -> next(iterator));
        table.function("iter", "object, sentinel=None, /", Builtins::iterator)
                .function(
                        "itertools.repeat",
                        "object, times",
                        args -> Collections.nCopies(args.integer("times").intValueExact(), args.get("object"))
                                .iterator())
                .function("next", "iterator, /", args -> next(args.object("iterator", Iterator.class)));
    }

    private static Object iterator(Args args) {
        return args.isGiven("sentinel")
                ? new CallableIterator(args.callable("object"), args.get("sentinel"))
                : args.items("object").iterator();
    }

    private static Object next(Iterator<?> iterator) {
        if (iterator.hasNext()) {
            return iterator.next();
        }
        throw new PythonException("StopIteration", List.of());
    }
}
