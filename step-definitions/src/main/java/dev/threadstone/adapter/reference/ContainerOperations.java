package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonOrder;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.builtins.PyDict;
import dev.threadstone.reference.builtins.PyIterator;
import dev.threadstone.reference.builtins.PyList;
import dev.threadstone.reference.builtins.PySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code list}, {@code dict} and {@code set}: the reference's own, whose operations are steps. */
final class ContainerOperations {

    private ContainerOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerList(table.on("list", List.class), interpreter);
        registerDict(table.on("dict", Map.class), interpreter);
        registerSet(table.on("set", Set.class), interpreter);
        table.on("iterator_of_container", PyIterator.class).op("__next__", "", (iterator, args) -> iterator.next());
        table.wrapFunction("iter", (nobody, args, original) -> {
            var iterated = args.get("object");
            if (iterated instanceof PyList<?> list) {
                return list.iterateLive();
            } else if (iterated instanceof PyDict dict) {
                return dict.iterateLive();
            }
            return iterated instanceof PySet set ? set.iterateLive() : original.call(nobody, args);
        });
        table.wrapFunction(
                "next",
                (nobody, args, original) -> args.get("iterator") instanceof PyIterator<?> iterator
                        ? iterator.next()
                        : original.call(nobody, args));
        table.wrapFunction(
                "len",
                (nobody, args, original) -> args.get("object") instanceof Map<?, ?> map
                        ? (Object) (long) map.size()
                        : original.call(nobody, args));
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Python's list holds anything
    private static void registerList(TypeOperations<List> list, Interpreter interpreter) {
        list.constructor("items=(), /", args -> new PyList<>(interpreter, args.items("items")))
                .op(
                        "pop",
                        "index=-1, /",
                        (items, args) -> pop(items, args.integer("index").intValueExact()))
                .action("sort", "key=None", (items, args) -> {
                    var own = (PyList<Object>) items;
                    own.sort(
                            item -> args.isNone("key")
                                    ? item
                                    : args.callable("key").call(item),
                            PythonOrder::compare);
                });
    }

    private static Object pop(List<?> items, int index) {
        return items instanceof PyList<?> own ? own.pop(index) : items.remove(index < 0 ? items.size() + index : index);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Python's dict holds anything
    private static void registerDict(TypeOperations<Map> dict, Interpreter interpreter) {
        dict.wrapConstructor(
                        (nobody, args, original) -> new PyDict(interpreter, (Map<?, ?>) original.call(nobody, args)))
                .action("__setitem__", "key, value, /", (map, args) -> map.put(args.get("key"), args.get("value")))
                .action("update", "**entries", (map, args) -> map.putAll(args.entries("entries")))
                .op("pop", "key, *otherwise", (map, args) -> pop(map, args.get("key"), args.items("otherwise")))
                .op("__contains__", "key, /", (map, args) -> map.containsKey(args.get("key")))
                .op("copy", "", (map, args) -> map instanceof PyDict own ? own.copy() : new LinkedHashMap<>(map))
                .op(
                        "setdefault",
                        "key, default=None, /",
                        (map, args) -> setDefault(map, args.get("key"), args.get("default")));
    }

    private static Object pop(Map<?, ?> map, Object key, List<Object> otherwise) {
        var value = map.remove(key);
        if (value != null) {
            return value;
        } else if (otherwise.isEmpty()) {
            throw new PythonException("KeyError", List.of(key));
        }
        return otherwise.get(0);
    }

    private static Object setDefault(Map<Object, Object> map, Object key, Object value) {
        if (map instanceof PyDict own) {
            return own.setDefault(key, value);
        }
        var known = map.putIfAbsent(key, value);
        return known == null ? value : known;
    }

    @SuppressWarnings("rawtypes") // Python's set holds anything
    private static void registerSet(TypeOperations<Set> set, Interpreter interpreter) {
        set.constructor("items=(), /", args -> new PySet(interpreter, args.items("items")))
                .action("add", "element, /", (elements, args) -> own(elements).add(args.get("element")))
                .action("discard", "element, /", (elements, args) -> elements.remove(args.get("element")))
                .op("__contains__", "element, /", (elements, args) -> elements.contains(args.get("element")));
    }

    private static PySet own(Set<?> set) {
        return (PySet) set;
    }
}
