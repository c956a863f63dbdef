package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Event;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code threading.Event}: the flag, and timed waits. */
final class EventSaboteurs {

    static final String TYPE = "threading.Event";

    /** Timeouts above are not sabotaged, so that they are refused as ever. */
    private static final double LONGEST = 1e9;

    private EventSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                event(
                        "event-born-set",
                        "is_set() is True until the event is first set or cleared.",
                        "EVENT-001 EVENT-006 EVENT-007 EVENT-010 EVENT-022 TIMER-030 TIMER-031 OWN-001 "
                                + "PATTERN-011 PATTERN-012 PATTERN-013 PATTERN-014 PATTERN-015 PATTERN-016 PATTERN-017 "
                                + "PATTERN-022 PATTERN-039",
                        EventSaboteurs::bearSet),
                event(
                        "event-set-returns-true",
                        "set() returns True.",
                        "EVENT-003",
                        (event, interpreter) -> event.wrap("set", EventSaboteurs::returningTrue)),
                event(
                        "event-clear-returns-true",
                        "clear() returns True.",
                        "EVENT-004",
                        (event, interpreter) -> event.wrap("clear", EventSaboteurs::returningTrue)),
                event(
                        "event-counts",
                        "An event must be cleared as often as it was set.",
                        "EVENT-005",
                        EventSaboteurs::count),
                event(
                        "event-is-set-resets",
                        "is_set() clears the flag.",
                        "EVENT-006 OWN-001 PATTERN-012",
                        (event, interpreter) -> event.wrap("is_set", (self, args, original) -> {
                            var result = original.call(self, args);
                            self.clear();
                            return result;
                        })),
                event(
                        "event-wait-resets",
                        "wait() clears the flag before it returns True.",
                        "EVENT-007",
                        (event, interpreter) -> event.wrap("wait", (self, args, original) -> {
                            var result = original.call(self, args);
                            self.clear();
                            return result;
                        })),
                event(
                        "event-timeout-returns-early",
                        "A timed wait gives up after half its timeout.",
                        "EVENT-010",
                        (event, interpreter) ->
                                event.wrap("wait", (self, args, original) -> original.call(self, scaled(args, 0.5)))),
                event(
                        "event-timeout-overruns",
                        "A timed wait takes twice its timeout.",
                        "EVENT-010 EVENT-017 EVENT-020 THREAD-041",
                        (event, interpreter) ->
                                event.wrap("wait", (self, args, original) -> original.call(self, scaled(args, 2)))),
                event(
                        "event-timeout-returns-true",
                        "A wait that timed out returns True.",
                        "EVENT-001 EVENT-010 EVENT-012 EVENT-017 EVENT-020 THREAD-041",
                        (event, interpreter) -> event.wrap("wait", EventSaboteurs::returningTrue)),
                event(
                        "event-timed-wait-misses-set",
                        "A timed wait looks at the flag again only when its timeout has passed.",
                        "EVENT-011 EVENT-020 THREAD-041",
                        (event, interpreter) -> event.wrap("wait", (self, args, original) -> {
                            if (!isTimed(args) || self.isSet() || args.number("timeout") > LONGEST) {
                                return original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            return original.call(self, args.with("timeout", 0L));
                        })),
                event(
                        "event-wait-zero-blocks",
                        "wait(0) waits without limit.",
                        "EVENT-001 EVENT-012",
                        (event, interpreter) -> event.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self,
                                        args.get("timeout").equals(0L)
                                                ? args.with("timeout", PythonNone.NONE)
                                                : args))),
                event(
                        "event-wait-swallows-interrupt",
                        "wait() goes on when a signal handler has raised.",
                        "EVENT-022",
                        (event, interpreter) -> event.wrap("wait", (self, args, original) -> {
                            while (true) {
                                try {
                                    return original.call(self, args);
                                } catch (PythonException raised) {
                                    AcquireSaboteurs.requireInterrupt(raised);
                                }
                            }
                        })),
                event(
                        "event-is-no-class",
                        "Event is a function, as it was before 3.3.",
                        "EVENT-024 BSEM-014 TIMER-001",
                        (event, interpreter) -> event.factory()));
    }

    static Saboteur event(String name, String breaks, String requirements, Saboteur.TypePatch<Event> patch) {
        return Saboteur.on(TYPE, Event.class, name, breaks, requirements, patch);
    }

    private static Object returningTrue(Event self, Args args, Operation.Body<Event> original) throws Exception {
        original.call(self, args);
        return true;
    }

    private static void bearSet(TypeOperations<Event> event, Interpreter interpreter) {
        var used = new Marks();
        for (var method : List.of("set", "clear")) {
            event.wrap(method, (self, args, original) -> {
                used.add(self);
                return original.call(self, args);
            });
        }
        event.wrap("is_set", (self, args, original) -> used.has(self) ? original.call(self, args) : (Object) true);
    }

    private static void count(TypeOperations<Event> event, Interpreter interpreter) {
        Map<Event, Integer> sets = new WeakHashMap<>();
        event.wrap("set", (self, args, original) -> {
                    sets.merge(self, 1, Integer::sum);
                    return original.call(self, args);
                })
                .wrap("clear", (self, args, original) -> {
                    var left = sets.merge(self, -1, Integer::sum);
                    return left > 0 ? PythonNone.NONE : original.call(self, args);
                });
    }

    static boolean isTimed(Args args) {
        return args.get("timeout") instanceof Number && args.number("timeout") > 0;
    }

    private static Args scaled(Args args, double factor) {
        return isTimed(args) && args.number("timeout") < LONGEST
                ? args.with("timeout", args.number("timeout") * factor)
                : args;
    }
}
