package dev.threadstone.reference.bytecode;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.gil.ThreadState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The code of a function without parameters. Since 3.10 the evaluation loop looks whether another thread wants the GIL
 * only where a function begins, where one is called, and where a loop turns back; before, at every instruction. In a
 * free-threaded build the steps of several threads mix in any way.
 *
 * <p>A turn of a loop takes {@link #TURN} of a processor's time; everything else takes none.
 *
 * <p>Thread-safety: may be called by several attached threads at once. Each call has a register of its own.
 *
 * <p>Source: CPython 3.10, "What's New", and {@code Python/ceval.c}, {@code CHECK_EVAL_BREAKER}.
 */
public final class Code implements PyCallable {

    /** How long a turn of a loop takes. */
    public static final Duration TURN = Duration.ofMillis(1);

    private static final int CHECKS_AT_JUMPS_AND_CALLS_SINCE = 10;

    private final Interpreter interpreter;
    private final List<Instruction> instructions;
    private final List<Variable> loopVariables;
    private final boolean checksEverywhere;

    /** Code for the threads of one interpreter. */
    public Code(Interpreter interpreter, List<Instruction> instructions) {
        this.interpreter = interpreter;
        this.instructions = List.copyOf(instructions);
        this.loopVariables = loopVariables(instructions);
        this.checksEverywhere = !interpreter.options().python().atLeast(CHECKS_AT_JUMPS_AND_CALLS_SINCE);
    }

    /**
     * Executes the instructions. Blocks for as long as its loops turn.
     *
     * @return what the register holds at the end
     * @throws dev.threadstone.reference.errors.PythonException whatever a callee or, in the main thread, a signal handler
     *     raised
     */
    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        ThreadState thread = interpreter.current();
        thread.checkpoint();
        loopVariables.forEach(variable -> variable.watch(thread));
        try {
            return run(thread);
        } finally {
            loopVariables.forEach(variable -> variable.leave(thread));
        }
    }

    private @Nullable Object run(ThreadState thread) {
        @Nullable Object register = null;
        int next = 0;
        long seen = stores();
        while (next < instructions.size()) {
            Instruction instruction = instructions.get(next);
            if (checksEverywhere || instruction instanceof Instruction.Call) {
                thread.checkpoint();
            }
            if (instruction instanceof Instruction.Jump jump) {
                boolean jumps = Objects.equals(register, jump.when());
                if (jumps && jump.target() <= next) {
                    turn(thread, seen);
                    seen = stores();
                }
                next = jumps ? jump.target() : next + 1;
            } else {
                register = execute(instruction, register);
                next++;
            }
        }
        return register;
    }

    /** Lets a turn of a loop take its time. Whoever changes what the loop looks at ends it early: it looks again at once. */
    private void turn(ThreadState thread, long seen) {
        if (stores() == seen) {
            thread.computeUndisturbed(TURN);
        } else {
            thread.checkpoint();
        }
    }

    private long stores() {
        return loopVariables.stream().mapToLong(Variable::stores).sum();
    }

    private static @Nullable Object execute(Instruction instruction, @Nullable Object register) {
        if (instruction instanceof Instruction.Load load) {
            return load.variable().load();
        } else if (instruction instanceof Instruction.Store store) {
            store.variable().store(register);
        } else if (instruction instanceof Instruction.Add add) {
            return (register instanceof Number number ? number.longValue() : 0) + add.number();
        } else if (instruction instanceof Instruction.Append append) {
            append.list().add(register);
        } else if (instruction instanceof Instruction.Call call) {
            return call.callable().call(List.of(), Map.of());
        } else if (instruction instanceof Instruction.Compare compare) {
            return Objects.equals(register, compare.with());
        }
        return register;
    }

    private static List<Variable> loopVariables(List<Instruction> instructions) {
        boolean loops = IntStream.range(0, instructions.size())
                .anyMatch(index -> instructions.get(index) instanceof Instruction.Jump jump && jump.target() <= index);
        return instructions.stream()
                .filter(instruction -> loops && instruction instanceof Instruction.Load)
                .map(load -> ((Instruction.Load) load).variable())
                .toList();
    }
}
