package dev.threadstone.world;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who holds what, and who waits for whom, as far as the calls of a scenario tell. */
final class Holders {

    private final Map<String, Deque<String>> holders = new HashMap<>();
    private final Map<String, String> waitedFor = new HashMap<>();

    private Holders() {}

    /** Follows the calls in their order. */
    static Holders after(List<Act> acts) {
        var holders = new Holders();
        acts.forEach(holders::follow);
        return holders;
    }

    /** Whether a circle of threads that each wait for what the next one holds leads from a thread back to it. */
    boolean deadlocked(String thread) {
        var passed = new HashSet<String>();
        var next = blocker(thread);
        while (next.isPresent() && passed.add(next.get())) {
            if (next.get().equals(thread)) {
                return true;
            }
            next = blocker(next.get());
        }
        return false;
    }

    private Optional<String> blocker(String thread) {
        return Optional.ofNullable(waitedFor.get(thread))
                .flatMap(thing -> Optional.ofNullable(holders.get(thing)))
                .map(Deque::peek);
    }

    private void follow(Act act) {
        if (!(act.request() instanceof Request.Call call) || !(call.target() instanceof Value.Ref thing)) {
            return;
        }
        if (call.method().equals("acquire") && act.unfinished()) {
            waitedFor.put(act.actor(), thing.name());
        } else if (call.method().equals("acquire") && act.outcomeUnseen().equals(new Outcome.Returned(Value.TRUE))) {
            holders.computeIfAbsent(thing.name(), unheld -> new ArrayDeque<>()).push(act.actor());
        } else if (call.method().equals("release") && act.outcomeUnseen() instanceof Outcome.Returned) {
            holders.getOrDefault(thing.name(), new ArrayDeque<>()).poll();
        }
    }
}
