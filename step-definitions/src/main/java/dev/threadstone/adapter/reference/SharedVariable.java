package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.bytecode.Code;
import dev.threadstone.reference.bytecode.Instruction;
import dev.threadstone.reference.bytecode.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code threadstone.Variable} on the reference: a variable of its instruction model, with one register for each thread, so
 * that a scenario can take the steps of {@code x += 1} apart.
 */
final class SharedVariable {

    private final Interpreter interpreter;
    private final Variable variable;
    private final Map<Object, Object> registers = new ConcurrentHashMap<>();

    SharedVariable(Interpreter interpreter, Object value) {
        this.interpreter = interpreter;
        this.variable = new Variable(interpreter.platform(), value);
    }

    Variable variable() {
        return variable;
    }

    Object value() {
        interpreter.current().checkpoint();
        return load();
    }

    void assign(Object value) {
        interpreter.current().checkpoint();
        variable.store(value);
    }

    /** Loads the value into the calling thread's register. */
    Object read() {
        var loaded = value();
        registers.put(interpreter.current(), loaded);
        return loaded;
    }

    /** Adds to the calling thread's register. */
    Object add(long number) {
        var sum = (Object) (((Number) register()).longValue() + number);
        registers.put(interpreter.current(), sum);
        return sum;
    }

    /** Stores the calling thread's register. */
    void write() {
        assign(register());
    }

    /** A predicate that compares the value when it is called. */
    PythonCallable isEqualTo(Object other) {
        return PythonCallable.of("is_equal_to", (args, keywords) -> value().equals(other));
    }

    /** A predicate that compares the value when it is called. */
    PythonCallable isAbove(long other) {
        return PythonCallable.of("is_above", (args, keywords) -> ((Number) value()).longValue() > other);
    }

    /** {@code variable.value += number} as one line of code. */
    void increment(long number) {
        run(new Instruction.Load(variable), new Instruction.Add(number), new Instruction.Store(variable));
    }

    /** {@code while variable.value != other: pass}. */
    void spinUntil(Object other) {
        run(new Instruction.Load(variable), new Instruction.Compare(other), new Instruction.Jump(0, false));
    }

    private void run(Instruction... instructions) {
        new Code(interpreter, List.of(instructions)).call(List.of(), Map.of());
    }

    private Object load() {
        return Objects.requireNonNull(variable.load());
    }

    private Object register() {
        var register = registers.get(interpreter.current());
        if (register == null) {
            throw new PythonException("RuntimeError", "this thread has not read the variable");
        }
        return register;
    }
}
