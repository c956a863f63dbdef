package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The builtin functions and types that scenarios use, for every runtime in this JVM. */
final class Builtins {

    private Builtins() {}

    static void register(OperationTable table, Members members) {
        registerInspection(table, members);
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
                .function("operator.is_", "a, b, /", args -> members.isSame(args.get("a"), args.get("b")))
                .function(
                        "len", "object, /", args -> (long) args.items("object").size());
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
        registerList(table.on("list", List.class));
        registerDict(table.on("dict", Map.class));
        registerIterator(table);
        table.on("set", Set.class).op("__len__", "", (items, args) -> (long) items.size());
        table.function("copy.deepcopy", "x", args -> new ArrayList<>(args.items("x")));
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

    /** Java's iterators are Python's: a runtime may return one. */
    private static void registerIterator(OperationTable table) {
        table.on("iterator", Iterator.class).op("__next__", "", (iterator, args) -> next(iterator));
        table.function("iter", "object, sentinel=None, /", Builtins::iterator)
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

    @SuppressWarnings({"rawtypes", "unchecked"}) // Python's dict holds anything
    private static void registerDict(TypeOperations<Map> dict) {
        dict.constructor("items=(), /, **entries", args -> {
                    var made = new LinkedHashMap<Object, Object>();
                    for (var item : args.items("items")) {
                        var pair = ((PythonTuple) item).items();
                        made.put(pair.get(0), pair.get(1));
                    }
                    made.putAll(args.entries("entries"));
                    return made;
                })
                .op(
                        "get",
                        "key, default=None, /",
                        (map, args) -> map.getOrDefault(args.get("key"), args.get("default")))
                .action("update", "**entries", (map, args) -> map.putAll(args.entries("entries")))
                .op("__len__", "", (map, args) -> (long) map.size());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Python's list holds anything
    private static void registerList(TypeOperations<List> list) {
        list.constructor("items=(), /", args -> new ArrayList<>(args.items("items")))
                .action("append", "object, /", (items, args) -> items.add(args.get("object")))
                .op("copy", "", (items, args) -> new ArrayList<>(items))
                .op("pop", "", (items, args) -> items.remove(items.size() - 1))
                .op("__len__", "", (items, args) -> (long) items.size());
    }
}
