package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.asyncio.EventLoop;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.Optional;

/** Event loops, as saboteurs ask for them. */
final class Loops {

    private Loops() {}

    /** The loop that the calling thread runs, if any. */
    static Optional<EventLoop> running(Interpreter interpreter) {
        try {
            return Optional.of(interpreter.asyncio().runningLoop());
        } catch (RuntimeError none) {
            return Optional.empty();
        }
    }
}
