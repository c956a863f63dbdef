package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.builtins.PyDict;
import dev.threadstone.reference.builtins.PyList;
import dev.threadstone.reference.builtins.PySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Saboteurs of single operations: they fall into steps, or see what they should not. And of memory that has an order. */
final class AtomicitySaboteurs {

    private AtomicitySaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "list-append-is-two-steps",
                        "append() looks for the end of the list, and then stores there.",
                        "GIL-019 GIL-021 GIL-022 GIL-031 LOGGING-007 NATIVE-008 PATTERN-014 PATTERN-018",
                        (table, interpreter) -> table.wrapMethod("list", "append", AtomicitySaboteurs::appendInSteps)),
                Saboteur.of(
                        "list-pop-is-two-steps",
                        "pop() reads the last item, and then removes the last item.",
                        "GIL-022 GIL-031",
                        (table, interpreter) -> table.wrapMethod("list", "pop", AtomicitySaboteurs::popInSteps)),
                Saboteur.of(
                        "dict-update-restores",
                        "update() puts back the entries that it found when it began.",
                        "GIL-023",
                        (table, interpreter) -> table.wrapMethod("dict", "update", AtomicitySaboteurs::restore)),
                Saboteur.of(
                        "dict-setdefault-is-two-steps",
                        "setdefault() looks, and then stores.",
                        "GIL-024",
                        (table, interpreter) ->
                                table.wrapMethod("dict", "setdefault", AtomicitySaboteurs::setDefaultInSteps)),
                Saboteur.of(
                        "set-add-replaces",
                        "add() throws out what is in the set.",
                        "GIL-023 GIL-029",
                        (table, interpreter) -> table.wrapMethod("set", "add", (self, args, original) -> {
                            new ArrayList<>((PySet) self).forEach(((PySet) self)::remove);
                            return original.call(self, args);
                        })),
                Saboteur.of(
                        "update-is-invented",
                        "An addition to a shared variable counts twice.",
                        "ASYNC-035 BARRIER-012 COND-046 DEADLOCK-004 DEADLOCK-009 DEADLOCK-010 "
                                + "DEADLOCK-011 DEADLOCK-020 DEADLOCK-021 DEADLOCK-024 DEADLOCK-026 EVENT-018 "
                                + "EVENT-019 EXEC-009 FUTURE-035 GIL-025 GIL-026 LOCK-030 LOCK-045 PATTERN-027 "
                                + "PATTERN-029 QUEUE-040 RLOCK-016 RLOCK-025 SEM-025 SIGNAL-005 THREAD-039",
                        (table, interpreter) ->
                                table.wrapMethod("threadstone.Variable", "add", (self, args, original) -> {
                                    original.call(self, args);
                                    return original.call(self, args);
                                })),
                Saboteur.of(
                        "line-counts-twice",
                        "An addition in one line counts twice.",
                        "FREETHREAD-010 GIL-003 GIL-013 GIL-014 GIL-018 GIL-027 PATTERN-007 PATTERN-025 "
                                + "PATTERN-026 PATTERN-038",
                        (table, interpreter) ->
                                table.wrapMethod("threadstone.Variable", "increment", (self, args, original) -> {
                                    original.call(self, args);
                                    return original.call(self, args);
                                })),
                Saboteur.of(
                        "iteration-copies",
                        "An iteration goes over a copy of what there was when it began.",
                        "GIL-029 GIL-030",
                        AtomicitySaboteurs::iterateCopies),
                Saboteur.of(
                        "containers-break",
                        "A dict breaks when several threads use it.",
                        "GIL-031",
                        AtomicitySaboteurs::breakAfterMany),
                Saboteur.of(
                        "memory-has-no-order",
                        "What a thread writes into shared variables is never seen by another one.",
                        "BARRIER-037 COND-003 COND-049 DEADLOCK-022 DEADLOCK-025 FUTURE-035 GIL-003 "
                                + "SEM-029 VISIB-001 VISIB-002 VISIB-003 VISIB-004 VISIB-005 VISIB-006 VISIB-007 "
                                + "VISIB-008 VISIB-009 VISIB-010 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter).fill(table)),
                Saboteur.of(
                        "sort-shows-the-list",
                        "While a list is sorted, its items are there.",
                        "FREETHREAD-012",
                        AtomicitySaboteurs::sortInPlace));
    }

    static Object appendInSteps(Object self, Args args, Operation.Body<Object> original) throws Exception {
        if (!(self instanceof PyList<?>)) {
            return original.call(self, args);
        }
        @SuppressWarnings("unchecked") // Python's list holds anything
        var list = (PyList<Object>) self;
        var end = list.size();
        if (list.size() > end) {
            list.set(end, args.get("object"));
        } else {
            list.add(args.get("object"));
        }
        return PythonNone.NONE;
    }

    private static Object popInSteps(Object self, Args args, Operation.Body<Object> original) throws Exception {
        var list = (List<?>) self;
        var size = list.size();
        if (size < 1) {
            return original.call(self, args);
        }
        var last = list.get(size - 1);
        original.call(self, args);
        return last;
    }

    private static Object restore(Object self, Args args, Operation.Body<Object> original) throws Exception {
        var map = (Map<?, ?>) self;
        var before = map instanceof PyDict own ? own.copy() : map;
        original.call(self, args);
        if (map instanceof PyDict own) {
            own.copy().keySet().stream()
                    .filter(key ->
                            !before.containsKey(key) && !args.entries("entries").containsKey(String.valueOf(key)))
                    .forEach(own::remove);
        }
        return PythonNone.NONE;
    }

    private static Object setDefaultInSteps(Object self, Args args, Operation.Body<Object> original) {
        @SuppressWarnings("unchecked") // Python's dict holds anything
        var map = (Map<Object, Object>) self;
        var known = map.get(args.get("key"));
        if (known != null) {
            return known;
        }
        map.put(args.get("key"), args.get("default"));
        return args.get("default");
    }

    private static void iterateCopies(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("iter", (nobody, args, original) -> {
            var iterated = args.get("object");
            if (iterated instanceof PyDict dict) {
                return dict.copy().keySet().iterator();
            } else if (iterated instanceof PyList<?> || iterated instanceof PySet) {
                return new ArrayList<>(args.items("object")).iterator();
            }
            return original.call(nobody, args);
        });
    }

    private static void breakAfterMany(OperationTable table, Interpreter interpreter) {
        var calls = new ArrayList<Object>();
        table.wrapMethod("dict", "setdefault", (self, args, original) -> {
            calls.add(self);
            if (calls.size() > 100) {
                throw new PythonException("SystemError", "the dict is broken");
            }
            return original.call(self, args);
        });
    }

    private static void sortInPlace(OperationTable table, Interpreter interpreter) {
        table.wrapMethod("list", "sort", (self, args, original) -> {
            for (var item : (List<?>) self) {
                args.callable("key").call(item);
            }
            return original.call(self, args.with("key", PythonNone.NONE));
        });
    }
}
