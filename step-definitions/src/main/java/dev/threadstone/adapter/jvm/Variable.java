package dev.threadstone.adapter.jvm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code threadstone.Variable}: a shared variable with one register for each thread, so that a scenario can take the three
 * steps of {@code x += 1} apart. Deliberately without any synchronization of its own.
 */
final class Variable {

    private final Steering steering;
    private final Map<Object, Object> registers = new ConcurrentHashMap<>();
    private Object value;

    Variable(Steering steering, Object value) {
        this.steering = steering;
        this.value = value;
    }

    /** Loads the value into the calling thread's register. */
    Object read() {
        steering.point(this, false);
        var loaded = value;
        registers.put(steering.currentThread(), loaded);
        return loaded;
    }

    /** Adds to the calling thread's register. */
    Object add(long n) {
        var sum = (Object) (((Number) register()).longValue() + n);
        registers.put(steering.currentThread(), sum);
        return sum;
    }

    /** Stores the calling thread's register. */
    void write() {
        steering.point(this, true);
        value = register();
    }

    /** {@code value += number}. */
    void increment(long number) {
        assign(((Number) value()).longValue() + number);
    }

    /** A predicate that compares the value when it is called. */
    PythonCallable isEqualTo(Object other) {
        return PythonCallable.of("is_equal_to", (args, keywords) -> value().equals(other));
    }

    /** A predicate that compares the value when it is called. */
    PythonCallable isAbove(long other) {
        return PythonCallable.of("is_above", (args, keywords) -> ((Number) value()).longValue() > other);
    }

    Object value() {
        steering.point(this, false);
        return value;
    }

    void assign(Object assigned) {
        steering.point(this, true);
        value = assigned;
    }

    private Object register() {
        var register = registers.get(steering.currentThread());
        if (register == null) {
            throw new PythonException("RuntimeError", "this thread has not read the variable");
        }
        return register;
    }
}
