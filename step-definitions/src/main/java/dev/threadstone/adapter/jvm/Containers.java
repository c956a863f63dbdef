package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Python's lists and dicts. Each operation is whole, on runtimes without a lock of their own too, and others may go first
 * before each.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // Python's containers hold anything
final class Containers {

    private final Members members;
    private final Steering steering;

    Containers(Members members, Steering steering) {
        this.members = members;
        this.steering = steering;
    }

    void register(OperationTable table) {
        registerList(table.on("list", List.class));
        registerDict(table.on("dict", Map.class));
        table.function("copy.deepcopy", "x", args -> deepCopy(args.get("x")))
                .function("sorted", "items, /", args -> sorted(args.items("items")));
    }

    private void registerList(TypeOperations<List> list) {
        list.constructor("items=(), /", args -> listOf(args.items("items")))
                .action("append", "object, /", (items, args) -> written(items).add(args.get("object")))
                .op("copy", "", (items, args) -> listOf(read(items)))
                .op(
                        "pop",
                        "index=-1, /",
                        (items, args) -> pop(items, args.integer("index").intValueExact()))
                .op(
                        "__getitem__",
                        "index, /",
                        (items, args) -> item(items, args.integer("index").intValueExact()))
                .op("__contains__", "object, /", (items, args) -> read(items).contains(args.get("object")))
                .op("__len__", "", (items, args) -> (long) read(items).size());
    }

    private void registerDict(TypeOperations<Map> dict) {
        dict.constructor("items=(), /, **entries", args -> {
                    var made = Collections.synchronizedMap(new LinkedHashMap<>());
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
                        (map, args) -> read(map).getOrDefault(args.get("key"), args.get("default")))
                .op("__getitem__", "key, /", (map, args) -> value(map, args.get("key")))
                .action(
                        "__setitem__",
                        "key, value, /",
                        (map, args) -> written(map).put(args.get("key"), args.get("value")))
                .op("pop", "key, /", (map, args) -> pop(map, args.get("key")))
                .action("update", "**entries", (map, args) -> written(map).putAll(args.entries("entries")))
                .op("__contains__", "key, /", (map, args) -> read(map).containsKey(args.get("key")))
                .op("__len__", "", (map, args) -> (long) read(map).size());
    }

    private static List<Object> sorted(List<?> items) {
        return listOf(items.stream()
                .map(Object.class::cast)
                .sorted(PythonOrder::compare)
                .toList());
    }

    private Object pop(List items, int index) {
        return items.remove(position(written(items), index));
    }

    private Object item(List items, int index) {
        return items.get(position(read(items), index));
    }

    private static int position(List items, int index) {
        int fromStart = index < 0 ? index + items.size() : index;
        if (fromStart < 0 || fromStart >= items.size()) {
            throw new PythonException("IndexError", "list index out of range");
        }
        return fromStart;
    }

    private Object value(Map map, Object key) {
        if (!read(map).containsKey(key)) {
            throw new PythonException("KeyError", PythonText.repr(key));
        }
        return Objects.requireNonNull(map.get(key));
    }

    private Object pop(Map map, Object key) {
        if (!written(map).containsKey(key)) {
            throw new PythonException("KeyError", PythonText.repr(key));
        }
        return Objects.requireNonNull(map.remove(key));
    }

    private Object deepCopy(Object original) {
        if (PythonText.isPlain(original)) {
            return original;
        }
        if (original instanceof PythonTuple tuple) {
            return new PythonTuple(tuple.items().stream().map(this::deepCopy).toList());
        }
        if (original instanceof List<?> list) {
            return listOf(list.stream().map(this::deepCopy).toList());
        }
        if (original instanceof Map<?, ?> map) {
            var copy = Collections.synchronizedMap(new LinkedHashMap<>());
            map.forEach((key, value) -> copy.put(key, deepCopy(value)));
            return copy;
        }
        throw PythonException.typeError("cannot pickle '" + members.typeName(original) + "' object");
    }

    private static List<Object> listOf(List<?> items) {
        return Collections.synchronizedList(new ArrayList<>(items));
    }

    private <T> T read(T container) {
        steering.point(container, false);
        return container;
    }

    private <T> T written(T container) {
        steering.point(container, true);
        return container;
    }
}
