package dev.threadstone.results;

import static dev.threadstone.results.SampleRuns.footer;
import static dev.threadstone.results.SampleRuns.header;
import static dev.threadstone.results.SampleRuns.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    private static final ScenarioResult PASS = result("LOCK-001.a", Verdict.PASS);
    private static final ScenarioResult FAIL = result("LOCK-002.a", Verdict.FAIL);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        write(PASS, FAIL, result("LOCK-003.a", Verdict.NOT_APPLICABLE));

        var run = ResultsReader.read(folder);

        assertThat(run.header()).isEqualTo(header("LOCK", "--failed"));
        assertThat(run.results()).containsExactly(PASS, FAIL, result("LOCK-003.a", Verdict.NOT_APPLICABLE));
        assertThat(run.footer()).isEqualTo(footer(true, PASS, FAIL, result("LOCK-003.a", Verdict.NOT_APPLICABLE)));
        assertThat(run.complete()).isTrue();
    }

    @Test
    void aResultIsOnDiskBeforeTheNextOneComes() throws IOException {
        try (var writer = ResultsWriter.create(folder, header())) {
            writer.add(PASS);

            assertThat(Files.readAllLines(file())).hasSize(2).last().asString().contains("\"verdict\":\"pass\"");
        }
    }

    @Test
    void theFormatIsTheDocumentedOne() throws IOException {
        write(FAIL);

        Golden.assertMatches(Files.readString(file()), "results.ndjson");
    }

    @Test
    void nothingIsWrittenAfterTheFooter() {
        try (var writer = ResultsWriter.create(folder, header())) {
            writer.add(PASS);
            writer.end(footer(false, PASS));
            writer.add(FAIL);
            writer.end(footer(true, PASS, FAIL));
        }

        var run = ResultsReader.read(folder);

        assertThat(run.results()).containsExactly(PASS);
        assertThat(run.complete()).isFalse();
        assertThat(run.incompleteness()).contains("The run was stopped after 1 of 1 scenarios.");
    }

    @Test
    void aMissingFooterMeansAnIncompleteRun() throws IOException {
        write(PASS, FAIL);
        var lines = Files.readAllLines(file());
        Files.write(file(), lines.subList(0, 3));

        var run = ResultsReader.read(folder);

        assertThat(run.results()).containsExactly(PASS, FAIL);
        assertThat(run.incompleteness())
                .contains("The results have no footer: the run did not end. What is recorded so far is 2 scenarios.");
    }

    @Test
    void aLineThatWasCutLosesNothingBeforeIt() throws IOException {
        write(PASS, FAIL);
        var bytes = Files.readAllBytes(file());
        var cut = new String(bytes, StandardCharsets.UTF_8).indexOf("LOCK-002.a") + 30;
        Files.write(file(), Arrays.copyOf(bytes, cut));

        var run = ResultsReader.read(folder);

        assertThat(run.results()).containsExactly(PASS);
        assertThat(run.incompleteness().orElseThrow())
                .startsWith("Line 3 of " + file() + " cannot be understood")
                .endsWith("so the record is cut there; 1 results before it are kept.");
    }

    @Test
    void aFileWithoutAHeaderIsNoRecord() throws IOException {
        Files.writeString(file(), "{\"kind\":\"footer\"}\n");

        assertThatThrownBy(() -> ResultsReader.read(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("a footer where the header was expected");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        write(PASS);
        Files.writeString(file(), Files.readString(file()).replace("\"format\":1", "\"format\":2"));

        assertThatThrownBy(() -> ResultsReader.read(folder)).hasMessageContaining("format 2, but this version");
    }

    @Test
    void aFolderWithoutResultsSaysWhatToDo() {
        assertThatThrownBy(() -> ResultsReader.read(folder))
                .hasMessage("There are no results at " + file()
                        + ". Run the suite first, or name the folder of an earlier run with --out.");
    }

    @Test
    void anUnwritableFolderIsOneSentence() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ResultsWriter.create(blocked.resolve("out"), header()))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith("The results cannot be written to " + blocked.resolve("out"))
                .hasMessageEndingWith("Choose another folder with --out, or make room there.");
    }

    @Test
    void aFullDiskIsOneSentence() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only systems with /dev/full can play a full disk");
        Files.createSymbolicLink(file(), full);

        assertThatThrownBy(() -> ResultsWriter.create(folder, header()))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageEndingWith("Choose another folder with --out, or make room there.");
    }

    private void write(ScenarioResult... results) {
        try (var writer = ResultsWriter.create(folder, header("LOCK", "--failed"))) {
            for (var result : results) {
                writer.add(result);
            }
            writer.end(footer(true, results));
        }
    }

    private Path file() {
        return folder.resolve(ResultsWriter.FILE);
    }
}
