package dev.threadstone.reference.debugging;

import dev.threadstone.reference.gil.Frame;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stacks of threads at one moment. {@code toString} is what the fault handler writes.
 *
 * @param stacks those of the threads, the youngest first
 */
public record ThreadDump(List<Stack> stacks) {

    public ThreadDump {
        stacks = List.copyOf(stacks);
    }

    /**
     * The stack of one thread.
     *
     * @param thread its identifier
     * @param current whether it is the thread that asked for the dump, or that a signal hit
     * @param frames its calls, the most recent first
     */
    public record Stack(long thread, boolean current, List<Frame> frames) {

        public Stack {
            frames = List.copyOf(frames);
        }

        @Override
        public String toString() {
            return "%s 0x%016x (most recent call first):%n%s"
                    .formatted(
                            current ? "Current thread" : "Thread",
                            thread,
                            frames.stream()
                                    .map(frame -> "  File \"<%s>\", line 1 in %s%n"
                                            .formatted(frame.module(), frame.function()))
                                    .collect(Collectors.joining()));
        }
    }

    @Override
    public String toString() {
        return stacks.stream().map(Stack::toString).collect(Collectors.joining("\n"));
    }
}
