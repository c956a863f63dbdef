package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Threads that wait in a way of the saboteur's own. Used by attached threads of one interpreter with a GIL. */
final class Crowd implements Waiting {

    private static final double NANOS = 1e9;

    private final Interpreter interpreter;
    private final ArrayDeque<Member> members = new ArrayDeque<>();

    private record Member(PlatformThread thread, AtomicBoolean released) {}

    Crowd(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Blocks until released. */
    void await() {
        var state = interpreter.current();
        var member = new Member(state.platformThread(), new AtomicBoolean());
        members.add(member);
        state.waitUntil(member.released::get, this, Deadline.NEVER);
        members.remove(member);
    }

    /** Blocks until the condition holds, which is looked at after every release and every signal. */
    void await(BooleanSupplier condition) {
        var state = interpreter.current();
        var member = new Member(state.platformThread(), new AtomicBoolean());
        while (!condition.getAsBoolean()) {
            member.released.set(false);
            members.add(member);
            state.waitUntil(() -> member.released.get() || condition.getAsBoolean(), this, Deadline.NEVER);
            members.remove(member);
        }
    }

    /** Blocks for so many seconds, whatever happens. */
    void sleep(double seconds) {
        var deadline = Deadline.after(interpreter.platform(), Duration.ofNanos((long) (seconds * NANOS)));
        interpreter.current().waitUntil(() -> false, this, deadline);
    }

    /** Blocks for good without giving up the GIL. */
    void freeze() {
        while (true) {
            interpreter.platform().park(this, Deadline.NEVER);
        }
    }

    int size() {
        return members.size();
    }

    void releaseOne() {
        release(members.poll());
    }

    void releaseAll() {
        while (!members.isEmpty()) {
            releaseOne();
        }
    }

    private void release(@Nullable Member member) {
        if (member != null) {
            member.released.set(true);
            interpreter.platform().unpark(member.thread);
        }
    }

    @Override
    public String what() {
        return "a saboteur";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
