package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that a scenario plants, outside of the process group that dies with its interpreter. */
class LeftProcessesTest {

    @Test
    void whatEscapesTheDeathOfItsGroupIsEndedWithTheSession() {
        try (var implementation = new AgentProvider().open(Pythons.python3())) {
            var session = implementation.open();
            var planted = plant(session);
            var agent = agentOf(planted);
            session.post(Session.MAIN, new Request.Reply(Ending.RETURN_NONE));
            session.settle();
            session.close();
            assertThat(session.leftBehind()).isEmpty();
            assertThat(new LeftProcesses(agent, process -> {}).ended())
                    .as("a process that nobody waits for stays in the table, but it does not run")
                    .noneMatch(sentence -> sentence.startsWith("Process " + planted.pid() + " "));
        }
    }

    @Test
    void whatCannotBeEndedIsReportedByItsNumber() {
        try (var implementation = new AgentProvider().open(Pythons.python3())) {
            try (var session = implementation.open()) {
                var planted = plant(session);
                assertThat(new LeftProcesses(agentOf(planted), process -> {}).ended())
                        .anyMatch(sentence -> sentence.startsWith("Process " + planted.pid() + " (")
                                && sentence.endsWith("lives on after its end, and cannot be ended."));
                planted.destroyForcibly();
            }
        }
    }

    private static long agentOf(ProcessHandle planted) {
        return planted.parent().flatMap(ProcessHandle::parent).orElseThrow().pid();
    }

    /** In a process group of its own, and without the streams whose end would be waited for. */
    private static ProcessHandle plant(Session session) {
        var close = Value.constant("os.POSIX_SPAWN_CLOSE");
        var spawned = (Value.Int) new Direction(session)
                .get(new Request.Function(
                        "os.posix_spawn",
                        Arguments.of(
                                        Value.of("/bin/sleep"),
                                        Value.list(Value.of("sleep"), Value.of("1000")),
                                        new Value.DictOf(Map.of()))
                                .with("setpgroup", Value.of(0))
                                .with(
                                        "file_actions",
                                        Value.list(Value.tuple(close, Value.of(1)), Value.tuple(close, Value.of(2))))));
        return ProcessHandle.of(spawned.value().longValueExact()).orElseThrow();
    }
}
