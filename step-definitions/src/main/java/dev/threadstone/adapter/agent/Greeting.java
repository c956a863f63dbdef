package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Trait;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The first message on a connection: which one it is, and who speaks.
 *
 * @param role {@code zygote}, {@code session}, {@code stdout} or {@code stderr}
 * @param pid the process at the other end
 * @param message all of it
 */
record Greeting(String role, long pid, JsonNode message) {

    /** The version of the protocol that this adapter speaks. */
    static final int PROTOCOL = 1;

    static Greeting of(JsonNode message, String token) {
        int version = message.path("protocol").asInt();
        if (version != PROTOCOL) {
            throw new AdapterException(
                    "The agent speaks version " + version + " of the protocol, Threadstone speaks version " + PROTOCOL
                            + ". Use the agent that comes with this Threadstone.");
        }
        if (!message.path("token").asText().equals(token)) {
            throw new AdapterException("Somebody who does not know the token connected to the agent's socket.");
        }
        return new Greeting(message.path("hello").asText(), message.path("pid").asLong(), message);
    }

    /** What the runtime says of itself; part of the first greeting of a process. */
    Description description() {
        var runtime = message.path("runtime");
        if (runtime.isMissingNode()) {
            throw new AdapterException("The agent did not say which runtime it is: " + message);
        }
        return new Description(
                runtime.path("name").asText(),
                runtime.path("version").asText(),
                PythonVersion.parse(runtime.path("python").asText()),
                runtime.path("build").asText().equals("free-threaded")
                        ? Description.Build.FREE_THREADED
                        : Description.Build.GIL,
                runtime.path("os").asText(),
                traits(runtime.path("traits")));
    }

    private static Set<Trait> traits(JsonNode labels) {
        var traits = new HashSet<Trait>();
        labels.forEach(label -> traits.add(Arrays.stream(Trait.values())
                .filter(trait -> trait.label().equals(label.asText()))
                .findFirst()
                .orElseThrow(() -> new AdapterException("The agent names a trait that is none: " + label))));
        return traits;
    }
}
