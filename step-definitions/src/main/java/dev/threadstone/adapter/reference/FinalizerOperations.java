package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.memory.Finalizable;
import dev.threadstone.reference.threading.Local;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Objects of the scenario whose class has a {@code __del__}, and who refers to them. Thread-safe. */
final class FinalizerOperations {

    private final Interpreter interpreter;
    private final Map<Object, Finalizable> objects = Collections.synchronizedMap(new WeakHashMap<>());

    FinalizerOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void register(OperationTable table) {
        table.function("gc.collect", "", args -> (long) interpreter.heap().collect())
                .action("gc.disable", "", args -> {})
                .action("threadstone.write_in_finalizer", "target, attribute", this::writeInFinalizer);
    }

    private void writeInFinalizer(Args args) {
        var target = args.object("target", Local.class);
        var attribute = args.text("attribute");
        var finalizer = PyCallable.of(() -> interpreter.stdout().write(String.valueOf(target.get(attribute))));
        interpreter.heap().keepInModule(interpreter.heap().newObject(finalizer));
    }

    void made(Object object, PythonCallable finalizer) {
        var once = PyCallable.named(finalizer.name(), () -> {
            objects.remove(object);
            finalizer.call();
        });
        objects.put(object, interpreter.heap().newObject(once));
    }

    void named(Object object) {
        find(object).ifPresent(Finalizable::retain);
    }

    void unnamed(Object object) {
        find(object).ifPresent(Finalizable::release);
    }

    void stored(Object holder, Object value) {
        find(holder).ifPresent(from -> find(value).ifPresent(from::refer));
        if (holder instanceof Local) {
            find(value).ifPresent(this::keepForThread);
        }
    }

    /** A thread-local value lives as long as its thread. */
    private void keepForThread(Finalizable value) {
        value.retain();
        interpreter.current().whenItLeaves(value::release);
    }

    /** Containers are not looked up: their hash codes change, and none of them has a {@code __del__}. */
    private Optional<Finalizable> find(Object object) {
        var container = object instanceof Iterable || object instanceof Map;
        return objects.isEmpty() || container ? Optional.empty() : Optional.ofNullable(objects.get(object));
    }
}
