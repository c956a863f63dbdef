package dev.threadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutputFolderTest {

    @Test
    void everyRuntimeHasAFolderOfItsOwn() {
        assertThat(OutputFolder.slug("python3")).isEqualTo("python3");
        assertThat(OutputFolder.slug("/opt/pypy/bin/pypy3")).isEqualTo("opt-pypy-bin-pypy3");
        assertThat(OutputFolder.slug("C:\\Python 3.13\\python.exe")).isEqualTo("c-python-3.13-python.exe");
        assertThat(OutputFolder.slug("../..")).isEqualTo("implementation");
    }

    @Test
    void aFolderThatTheUserNamesIsTaken() {
        assertThat(OutputFolder.of(Path.of("here"), "python3")).isEqualTo(Path.of("here"));
        assertThat(OutputFolder.of(null, "python3").getFileName()).isEqualTo(Path.of("python3"));
    }
}
