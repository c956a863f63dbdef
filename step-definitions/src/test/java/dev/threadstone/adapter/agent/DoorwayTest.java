package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where agents connect. */
class DoorwayTest {

    @Test
    void anAgentConnectsToALoopbackPortWhereThereIsNoUnixSocket(@TempDir Path folder) throws IOException {
        var script = Files.write(folder.resolve(AgentScript.NAME), AgentScript.source());
        var tooLong = folder.resolve("x".repeat(120));
        var launch = AgentProvider.launch(Pythons.python3(), Traffic.IGNORED);
        try (var process = AgentProcess.start(launch, script, tooLong)) {
            assertThat(process.describe().python().major()).isEqualTo(3);
            assertThat(process.awaitSession().role()).isEqualTo("session");
            assertThat(tooLong).doesNotExist();
        }
    }
}
