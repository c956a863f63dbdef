package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.EventSaboteurs.event;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code threading.Event}: who waits, who is released and what they see then. */
final class EventWaiterSaboteurs {

    private EventWaiterSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                event(
                        "event-wait-returns-none",
                        "A wait() that had to block returns None, as it did before 3.1.",
                        "EVENT-008 EVENT-009 EVENT-011 EVENT-014 EVENT-015 EVENT-016 EVENT-018 EVENT-020 "
                                + "EVENT-022 EVENT-024 THREAD-041 GIL-014 SIGNAL-014 SIGNAL-025 VISIB-010 VISIB-012",
                        (event, interpreter) -> event.wrap("wait", (self, args, original) -> {
                            var blocks = !self.isSet();
                            var result = original.call(self, args);
                            return blocks && result.equals(true) ? PythonNone.NONE : result;
                        })),
                event(
                        "event-set-wakes-one",
                        "set() releases one waiter only.",
                        "EVENT-009 EVENT-016 EVENT-019 THREAD-045 SIGNAL-014 SIGNAL-025",
                        (event, interpreter) -> wake(event, interpreter, Crowd::releaseOne)),
                event(
                        "event-clear-does-not-close",
                        "An event that was set once never blocks again.",
                        "EVENT-014 EVENT-017",
                        EventWaiterSaboteurs::stayOpen),
                event(
                        "event-clear-wakes-waiters",
                        "clear() releases the waiters.",
                        "EVENT-015",
                        (event, interpreter) -> {
                            var crowds = new Crowds(interpreter);
                            wakeBy("set", event, crowds, Crowd::releaseAll);
                            wakeBy("clear", event, crowds, Crowd::releaseAll);
                            waitIn(event, crowds);
                        }),
                event(
                        "event-loses-pulse",
                        "A waiter that is released looks at the flag again and goes on waiting if it is cleared.",
                        "EVENT-016",
                        EventWaiterSaboteurs::losePulse),
                Saboteur.of(
                        "event-set-does-not-publish",
                        "What a thread writes is seen by others once it has released a lock, not when it sets an event.",
                        "EVENT-018 COND-046 SEM-025 DEADLOCK-021 QUEUE-040 ASYNC-035 EXEC-009 FUTURE-035 "
                                + "GIL-025 GIL-026 PATTERN-027 PATTERN-029 SIGNAL-005",
                        EventWaiterSaboteurs::buffer));
    }

    /** Whom a call lets go on. */
    private interface Release {
        void of(Crowd crowd);
    }

    private static void wake(TypeOperations<Event> event, Interpreter interpreter, Release release) {
        var crowds = new Crowds(interpreter);
        wakeBy("set", event, crowds, release);
        waitIn(event, crowds);
    }

    private static void wakeBy(String method, TypeOperations<Event> event, Crowds crowds, Release release) {
        event.wrap(method, (self, args, original) -> {
            var result = original.call(self, args);
            release.of(crowds.of(self));
            return result;
        });
    }

    /** Waits without timeout happen in the crowd; there is no second look at the flag. */
    private static void waitIn(TypeOperations<Event> event, Crowds crowds) {
        event.wrap("wait", (self, args, original) -> {
            if (!args.isNone("timeout") || self.isSet()) {
                return original.call(self, args);
            }
            crowds.of(self).await();
            return true;
        });
    }

    private static void stayOpen(TypeOperations<Event> event, Interpreter interpreter) {
        var everSet = new Marks();
        event.wrap("set", (self, args, original) -> {
                    everSet.add(self);
                    return original.call(self, args);
                })
                .wrap("wait", (self, args, original) -> everSet.has(self) ? (Object) true : original.call(self, args));
    }

    private static void losePulse(TypeOperations<Event> event, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        wakeBy("set", event, crowds, Crowd::releaseAll);
        event.wrap("wait", (self, args, original) -> {
            if (!args.isNone("timeout")) {
                return original.call(self, args);
            }
            while (!self.isSet()) {
                crowds.of(self).await();
            }
            return true;
        });
    }

    /** Writes wait in a buffer for each thread, which the release of a lock empties. */
    private static void buffer(OperationTable table, Interpreter interpreter) {
        Map<Object, Deque<Callable<Object>>> buffers = new HashMap<>();
        table.wrapMethod("threadstone.Variable", "write", (self, args, original) -> {
            buffers.computeIfAbsent(interpreter.current(), thread -> new ArrayDeque<>())
                    .add(() -> original.call(self, args));
            return PythonNone.NONE;
        });
        table.on(LockSaboteurs.TYPE, Lock.class).wrap("release", (self, args, original) -> {
            empty(buffers.get(interpreter.current()));
            return original.call(self, args);
        });
        table.on(RLockSaboteurs.TYPE, RLock.class).wrap("release", (self, args, original) -> {
            empty(buffers.get(interpreter.current()));
            return original.call(self, args);
        });
    }

    private static void empty(@Nullable Deque<Callable<Object>> buffer) throws Exception {
        while (buffer != null && !buffer.isEmpty()) {
            buffer.remove().call();
        }
    }
}
