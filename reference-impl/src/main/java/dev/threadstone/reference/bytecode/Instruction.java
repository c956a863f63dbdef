package dev.threadstone.reference.bytecode;

import dev.threadstone.reference.PyCallable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instruction. All of them work on a single register, which belongs to the call that executes them, and each is one
 * step: no other thread sees it half done.
 *
 * <p>Source: Python library reference, {@code dis}.
 */
public sealed interface Instruction {

    /** The value of a variable goes into the register. */
    record Load(Variable variable) implements Instruction {}

    /** The register goes into a variable. */
    record Store(Variable variable) implements Instruction {}

    /** A number is added to the register, which must hold one. */
    record Add(long number) implements Instruction {}

    /** The register is added to the end of a list, in one step as every operation on one container. */
    record Append(List<@Nullable Object> list) implements Instruction {}

    /** Calls something without arguments. What it returns goes into the register. */
    record Call(PyCallable callable) implements Instruction {}

    /** Whether the register is equal to a value goes into the register, as {@code True} or {@code False}. */
    record Compare(@Nullable Object with) implements Instruction {}

    /**
     * Goes on elsewhere if the register holds {@code when}, else with the next instruction.
     *
     * @param target the index of an instruction; the number of instructions: the end
     */
    record Jump(int target, boolean when) implements Instruction {}
}
