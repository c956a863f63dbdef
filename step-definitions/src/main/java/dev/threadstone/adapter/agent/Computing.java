package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which threads of a session compute, as the agent says. */
final class Computing {

    private final Set<String> threads = new HashSet<>();
    private Set<String> goingOn = Set.of();

    /** Their numbers in the operating system, as of now. */
    Set<String> threads() {
        return Set.copyOf(threads);
    }

    /**
     * Whether each of these has, as of the last answer, still to compute: until then its session can be at rest. One that
     * has ended meanwhile is awake.
     */
    boolean mayGoOn(Set<String> threadsThatWereNotLookedAt) {
        return goingOn.containsAll(threadsThatWereNotLookedAt);
    }

    void begin(String thread) {
        threads.add(thread);
    }

    void end(String thread) {
        threads.remove(thread);
    }

    /** @param answer for each thread that computes, whether it may go on with it */
    void heed(JsonNode answer) {
        goingOn = answer.properties().stream()
                .filter(thread -> thread.getValue().asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
