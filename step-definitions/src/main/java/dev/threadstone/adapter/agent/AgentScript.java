package dev.threadstone.adapter.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The agent that comes with Threadstone: one file for Python, kept in parts here. */
final class AgentScript {

    static final String NAME = "threadstone_agent.py";

    /** The part that begins to run comes last. */
    private static final List<String> PARTS = List.of(
            "agent_1_values.py",
            "agent_2_actors.py",
            "agent_4_computing.py",
            "agent_5_waiting.py",
            "agent_4_contexts.py",
            "agent_4_imports.py",
            "agent_4_statements.py",
            "agent_4_queues.py",
            "agent_5_coroutines.py",
            "agent_5_pools.py",
            "agent_4_programs.py",
            "agent_4_threads.py",
            "agent_5_native.py",
            "agent_6_debugging.py",
            "agent_6_futures.py",
            "agent_4_process.py",
            "agent_4_forks.py",
            "agent_3_sessions.py");

    private AgentScript() {}

    /** The whole file. */
    static byte[] source() throws IOException {
        var joined = new ByteArrayOutputStream();
        for (var part : PARTS) {
            try (var source = Objects.requireNonNull(AgentScript.class.getResourceAsStream(part), part)) {
                source.transferTo(joined);
            }
        }
        return joined.toByteArray();
    }
}
