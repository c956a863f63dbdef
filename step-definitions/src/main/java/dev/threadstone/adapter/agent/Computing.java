package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which threads of a session compute, as the agent says. */
final class Computing {

    private final Set<String> threads = new HashSet<>();
    private boolean mayGoOn = true;

    /** Their numbers in the operating system. */
    Set<String> threads() {
        return threads;
    }

    /** Whether each of them, as of the last answer, has still to compute: until then its session can be at rest. */
    boolean mayGoOn() {
        return mayGoOn;
    }

    void begin(String thread) {
        threads.add(thread);
    }

    void end(String thread) {
        threads.remove(thread);
    }

    /** @param answer for each thread that computes, whether it may go on with it */
    void heed(JsonNode answer) {
        mayGoOn = true;
        answer.forEach(goesOn -> mayGoOn &= goesOn.asBoolean());
    }
}
