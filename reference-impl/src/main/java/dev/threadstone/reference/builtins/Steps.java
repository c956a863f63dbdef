package dev.threadstone.reference.builtins;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes each operation on one container a step that no other thread sees half done. */
final class Steps {

    private final Interpreter interpreter;
    private final CriticalSection section;

    Steps(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.section = interpreter.newCriticalSection();
    }

    Interpreter interpreter() {
        return interpreter;
    }

    <T extends @Nullable Object> T read(Object container, Supplier<T> code) {
        return step(container, Operation.READ, code);
    }

    <T extends @Nullable Object> T write(Object container, Supplier<T> code) {
        return step(container, Operation.WRITE, code);
    }

    private <T extends @Nullable Object> T step(Object container, Operation operation, Supplier<T> code) {
        ThreadState thread = interpreter.begin(container, operation);
        return section.call(thread, code);
    }
}
