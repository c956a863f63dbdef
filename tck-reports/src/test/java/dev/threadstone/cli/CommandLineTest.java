package dev.threadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadstone.results.ResultsReader;
import dev.threadstone.results.RunFooter;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void aConformingRuntimeEndsWithZero() {
        var run = run("LOCK-007");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("reference ").contains(" pass; ").contains("Results: " + folder);
        assertThat(ResultsReader.read(folder).complete()).isTrue();
    }

    @Test
    void aFailureShowsRequirementExpectationObservationAndHowToRepeat() {
        var run = run("-i", "null-true", "EVENT-001.a");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  EVENT-001.a  A new event is not set")
                .contains("EVENT-001 (must): A new Event has its flag cleared.")
                .contains("step      go is not set")
                .contains("expected  go is not set")
                .contains("actual    it is")
                .contains("timeline")
                .contains("again     ./threadstone run -i null-true EVENT-001.a");
    }

    @Test
    void aFailureOfWhatNobodyPromisedDoesNotFailTheRun() {
        var run = run("-i", "null-true", "LOCK-005.a");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("FAIL (detail)  LOCK-005.a");
    }

    @Test
    void anUnknownIdEndsWithTwoAndNearMatches() {
        var run = run("LOKC-001");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no requirement, scenario or area 'LOKC-001'. Did you mean LOCK-001");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void nothingSelectedEndsWithSix() {
        assertThat(run("LOCK-001", "--level", "detail").exitCode()).isEqualTo(6);
        assertThat(run("LOCK-001", "--level", "detail").err())
                .isEqualToIgnoringNewLines("Nothing to run: no scenario meets all the filters.");
    }

    @Test
    void nothingApplicableEndsWithSixToo() {
        assertThat(run("-o", "python=3.8", "LOCK-004").exitCode()).isEqualTo(6);
    }

    @Test
    void anExecutableThatDoesNotExistEndsWithTwoAndOneSentence() {
        var run = run("-i", "no-such-python", "LOCK-001");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("'no-such-python' cannot be run");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void wrongSettingsEndWithTwo() {
        assertThat(run("-o", "nonsense=1", "LOCK-001").exitCode()).isEqualTo(2);
        assertThat(run("--shard", "4/3").exitCode()).isEqualTo(2);
        assertThat(run("--shard", "4/3").err()).contains("4/3 is no shard; expected one such as 2/3");
        assertThat(run("-j", "0").exitCode()).isEqualTo(2);
        assertThat(run("--hang-budget", "0").exitCode()).isEqualTo(2);
        assertThat(run("--classpath", folder.resolve("none.jar").toString()).err())
                .contains("which does not exist");
        assertThat(run("--level", "most").exitCode()).isEqualTo(2);
    }

    @Test
    void anUnwritableFolderEndsWithTwoAndOneSentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        var run = CommandLineRun.of(
                "run", "LOCK-001", "--out", file.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The results cannot be written to ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void onlyWhatFailedLastTimeIsRunAgain() {
        run("-i", "null-true", "LOCK-001", "LOCK-049");
        var failedBefore = keys(folder);

        var again = run("--failed");

        assertThat(again.exitCode()).isZero();
        assertThat(keys(folder)).containsExactlyElementsOf(failedBefore);
        assertThat(run("--failed").exitCode()).isEqualTo(6);
    }

    @Test
    void failFastStopsAfterTheFirstFailure() {
        assertThat(run("-i", "null-true", "--fail-fast", "EVENT").exitCode()).isEqualTo(1);

        assertThat(footer(folder).count(Verdict.FAIL)).isEqualTo(1);
        assertThat(footer(folder).count(Verdict.SKIPPED)).isGreaterThan(10);
    }

    @Test
    void shardsMergeIntoTheWhole() {
        var parts = new Path[] {folder.resolve("1"), folder.resolve("2")};
        var whole = folder.resolve("whole");
        CommandLineRun.of("run", "RLOCK", "--shard", "1/2", "--out", parts[0].toString());
        CommandLineRun.of("run", "RLOCK", "--shard", "2/2", "--out", parts[1].toString());

        var merge = CommandLineRun.of("merge", parts[0].toString(), parts[1].toString(), "--out", whole.toString());
        run("RLOCK");

        assertThat(merge.exitCode()).isZero();
        assertThat(keys(whole)).containsExactlyInAnyOrderElementsOf(keys(folder));
        assertThat(footer(whole).scores()).isEqualTo(footer(folder).scores());
        assertThat(CommandLineRun.of("merge", parts[0].toString(), "--out", whole.toString())
                        .err())
                .isEqualToIgnoringNewLines("Shard 2/2 is missing.");
        assertThat(CommandLineRun.of("merge", folder.toString(), "--out", whole.toString())
                        .err())
                .contains("was not sharded");
    }

    @Test
    void knownDeviationsMakeARunAsExpectedAndGoStaleWhenTheyAreGone() throws IOException {
        var known = folder.resolve("known.yaml");
        Files.writeString(known, "- {scenario: EVENT-001.a, verdict: fail, reason: it is a null}\n");

        assertThat(run("-i", "null-true", "EVENT-001.a", "--expect", known.toString())
                        .exitCode())
                .isZero();
        var stale = run("EVENT-001.a", "--expect", known.toString());

        assertThat(stale.exitCode()).isEqualTo(3);
        assertThat(stale.out()).contains("Stale known deviation: EVENT-001.a passes now.");
        assertThat(CommandLineRun.of("expect", "check", "--out", folder.toString(), "--expect", known.toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(CommandLineRun.of("expect", "update", "--out", folder.toString(), "--expect", known.toString())
                        .err())
                .contains("made from unfiltered runs alone");
    }

    @Test
    void reportsAreWrittenBesideTheResults() {
        run("EVENT-001");

        var report = CommandLineRun.of("report", "--out", folder.toString());

        assertThat(report.exitCode()).isZero();
        assertThat(Stream.of("junit.xml", "report.md", "allure-results"))
                .allMatch(name -> Files.exists(folder.resolve(name)));
        assertThat(report.out().lines()).hasSize(3);
    }

    @Test
    void aReportOfACutFileSaysSoAndEndsWithFive() throws IOException {
        run("EVENT-001", "EVENT-003");
        var file = folder.resolve("results.ndjson");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));

        var report = CommandLineRun.of("report", "--format", "markdown", "--out", folder.toString());

        assertThat(report.exitCode()).isEqualTo(5);
        assertThat(report.err()).startsWith("Incomplete: ");
        assertThat(folder.resolve("report.md")).content().contains("**Incomplete.**");
    }

    @Test
    void requirementsScenariosAndImplementationsAreListed() throws IOException {
        assertThat(CommandLineRun.of("list", "requirements", "RLOCK-003").out()).contains("RLOCK-003  detail  3.13");
        assertThat(CommandLineRun.of("list", "scenarios", "RLOCK-003").out()).contains("RLOCK-003.a[keyword]");
        assertThat(CommandLineRun.of("list", "implementations").out())
                .contains("reference")
                .contains("null-true");
        var json = new ObjectMapper()
                .readTree(CommandLineRun.of("list", "requirements", "--json").out());
        assertThat(json.size()).isGreaterThanOrEqualTo(969);
        assertThat(json.get(0).get("id").asText()).isEqualTo("LOCK-001");
    }

    @Test
    void aRequirementIsExplainedWithItsSourcesAndScenarios() {
        var explanation = CommandLineRun.of("explain", "RLOCK-001.a");

        assertThat(explanation.exitCode()).isZero();
        assertThat(explanation.out())
                .startsWith("RLOCK-001: ")
                .contains("level      must")
                .contains("https://docs.python.org/3/library/threading.html")
                .contains("When alpha releases guard");
    }

    @Test
    void anImplementationOfTheUsersOwnIsFoundOnTheClassPathThatHeNames() throws IOException {
        var service = folder.resolve("META-INF/services/dev.threadstone.spi.ImplementationProvider");
        Files.createDirectories(service.getParent());
        Files.writeString(service, SampleProvider.class.getName());

        var list = CommandLineRun.of("list", "implementations", "--classpath", folder.toString());
        var run = run("--classpath", folder.toString(), "-i", "sample", "EVENT-001.a");

        assertThat(list.out()).contains("sample       a sample");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run("-i", "sample", "EVENT-001.a").exitCode()).isEqualTo(2);
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(CommandLineRun.of("--help").out()).contains("Examples:").contains("threadstone run -i python3");
        assertThat(CommandLineRun.of("run", "--help").out())
                .contains("--fail-fast")
                .contains("Exit codes:")
                .contains("6   nothing ran");
        assertThat(CommandLineRun.of("--version").out()).startsWith("threadstone ");
    }

    private CommandLineRun run(String... arguments) {
        var all = Stream.concat(Stream.of("run", "--out", folder.toString()), Arrays.stream(arguments));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static Iterable<String> keys(Path results) {
        return ResultsReader.read(results).results().stream()
                .map(ScenarioResult::key)
                .toList();
    }

    private static RunFooter footer(Path results) {
        return Objects.requireNonNull(ResultsReader.read(results).footer());
    }
}
