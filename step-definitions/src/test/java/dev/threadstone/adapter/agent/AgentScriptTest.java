package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that every Python has to understand. */
class AgentScriptTest {

    private static final String DONE = "compiled";

    @Test
    void everyPythonOfThisMachineCompilesIt(@TempDir Path folder) throws IOException, InterruptedException {
        var script = Files.write(folder.resolve(AgentScript.NAME), AgentScript.source());
        int compiled = 0;
        for (var python : Pythons.candidates()) {
            var said = compile(python, script);
            assertThat(said.equals(DONE) || !Pythons.runs(python))
                    .as("%s: %s", python, said)
                    .isTrue();
            compiled += said.equals(DONE) ? 1 : 0;
        }
        assumeTrue(compiled > 0, "there is no Python on this machine to compile the agent with");
    }

    private static String compile(String python, Path script) throws IOException, InterruptedException {
        var code =
                "import sys; compile(open(sys.argv[1]).read(), sys.argv[1], 'exec'); sys.stdout.write('" + DONE + "')";
        var compiler = new ProcessBuilder(python, "-S", "-c", code, script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        compiler.waitFor();
        return said;
    }

    @Test
    void noLineIsTooLongToBeRead() throws IOException {
        var lines = new String(AgentScript.source(), StandardCharsets.UTF_8).lines();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }
}
