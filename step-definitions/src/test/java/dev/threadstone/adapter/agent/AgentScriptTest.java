package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that every Python has to understand. */
class AgentScriptTest {

    @Test
    void everyPythonOfThisMachineCompilesIt(@TempDir Path folder) throws IOException, InterruptedException {
        var script = Files.write(folder.resolve(AgentScript.NAME), AgentScript.source());
        var pythons = Pythons.all();
        assumeFalse(pythons.isEmpty(), "there is no Python on this machine to compile the agent with");
        for (var python : pythons) {
            var compiler = new ProcessBuilder(python, "-m", "py_compile", script.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(compiler.waitFor()).as("%s: %s", python, said).isZero();
        }
    }

    @Test
    void noLineIsTooLongToBeRead() throws IOException {
        var lines = new String(AgentScript.source(), StandardCharsets.UTF_8).lines();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }
}
