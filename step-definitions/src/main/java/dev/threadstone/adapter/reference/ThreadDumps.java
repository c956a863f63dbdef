package dev.threadstone.adapter.reference;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.debugging.ThreadDump;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code threadstone.ThreadDumps}: the dumps so far. Of the last one only threads that {@code threading} knows are told. */
final class ThreadDumps {

    private final Interpreter interpreter;
    private final List<ThreadDump> dumps = new CopyOnWriteArrayList<>();
    private final Queue<PlatformThread> waiters = new ConcurrentLinkedQueue<>();

    ThreadDumps(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void add(ThreadDump dump) {
        dumps.add(dump);
        waiters.forEach(interpreter.platform()::unpark);
    }

    /** Waits until there are as many dumps. */
    long waitFor(long count) {
        var waiting = interpreter.current();
        waiters.add(waiting.platformThread());
        waiting.waitUntil(() -> dumps.size() >= count, new Awaited("a thread dump"), Deadline.NEVER);
        return count;
    }

    List<ThreadDump.Stack> last() {
        var known = interpreter.threading().enumerate().stream()
                .map(thread -> Objects.requireNonNullElse(thread.ident(), 0L))
                .toList();
        return dumps.isEmpty()
                ? List.of()
                : dumps.get(dumps.size() - 1).stacks().stream()
                        .filter(stack -> known.contains(stack.thread()))
                        .toList();
    }

    Optional<ThreadDump.Stack> of(long thread) {
        return last().stream().filter(stack -> stack.thread() == thread).findFirst();
    }

    List<Long> marked() {
        return last().stream()
                .filter(ThreadDump.Stack::current)
                .map(ThreadDump.Stack::thread)
                .toList();
    }

    List<Object> functionsOf(long thread) {
        return new ArrayList<>(of(thread).stream()
                .flatMap(stack -> stack.frames().stream())
                .filter(Frame::isOfProgram)
                .map(Frame::function)
                .toList());
    }
}
