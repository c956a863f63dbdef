package dev.threadstone.render;

import static dev.threadstone.results.SampleRuns.complete;
import static dev.threadstone.results.SampleRuns.header;
import static dev.threadstone.results.SampleRuns.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadstone.catalogue.CatalogueLoader;
import dev.threadstone.catalogue.Level;
import dev.threadstone.results.Golden;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ScenarioResult.StepFailure;
import dev.threadstone.suite.ScenarioIndex;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.TimelineEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report of one run that has one of each kind of ending. */
class RenderersTest {

    private final RecordedRun run = complete(
            header(),
            result("LOCK-001.a", Verdict.PASS),
            result("LOCK-007.a", Verdict.FAIL),
            result("LOCK-008.a", Level.MUST, Verdict.FAIL, Verdict.FAIL, "Known.", null),
            result("LOCK-005.a", Level.DETAIL, Verdict.FAIL, Verdict.PASS, "It can be subclassed.", null),
            result(
                    "EVENT-001.a",
                    Level.MUST,
                    Verdict.CRASH,
                    Verdict.PASS,
                    "The process died of SIGSEGV.\nLast output: \u0007<bell> & ```",
                    new StepFailure("", 0, "", "")),
            result("EVENT-002.a", Level.SHOULD, Verdict.ERROR, Verdict.PASS, "The agent sent garbage.", null),
            result(
                    "EVENT-003.a",
                    Level.MUST,
                    Verdict.UNSUPPORTED,
                    Verdict.PASS,
                    "EVENT-003 needs signals, which this runtime declares to lack.",
                    null));
    private final ReportData data = data(run);

    @TempDir
    Path folder;

    @Test
    void theConsoleReportIsAsLookedAt() throws IOException {
        Golden.assertMatches(console(data, TextStyle.PLAIN), "console.txt");
    }

    @Test
    void coloursAddNothingButColours() {
        assertThat(console(data, TextStyle.COLOURED))
                .contains("\u001b[1;31mFAIL\u001b[0m")
                .satisfies(text ->
                        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(console(data, TextStyle.PLAIN)));
    }

    @Test
    void anIncompleteRunSaysSo() {
        var cut = new RecordedRun(header(), run.results(), null, null);

        assertThat(console(data(cut), TextStyle.PLAIN)).endsWith("What is recorded so far is 7 scenarios.\n");
    }

    @Test
    void theMarkdownReportIsAsLookedAt() throws IOException {
        Golden.assertMatches(Files.readString(MarkdownReport.write(data, folder)), "report.md");
    }

    @Test
    void theJUnitReportIsAsLookedAtAndWellFormed() throws Exception {
        var file = JUnitReport.write(data, folder);

        Golden.assertMatches(Files.readString(file), "junit.xml");
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(root.getAttribute("tests")).isEqualTo("7");
        assertThat(root.getAttribute("failures")).isEqualTo("2");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getAttribute("skipped")).isEqualTo("3");
        assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void everyScenarioIsAnAllureResultWithItsLabelsLinksAndTimeline() throws IOException {
        var results = allureResults();

        assertThat(results).hasSize(7);
        var failed = results.stream()
                .filter(node -> node.get("name").asText().startsWith("LOCK-007.a"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.get("status").asText()).isEqualTo("failed");
        assertThat(failed.get("description").asText()).startsWith("**LOCK-007** (must): acquire() without arguments");
        assertThat(pairs(failed.get("labels"), "name", "value"))
                .contains("requirement=LOCK-007", "level=must", "area=LOCK", "implementation=cpython");
        assertThat(pairs(failed.get("links"), "name", "url"))
                .contains("Doc/library/threading.rst#threading.Lock.acquire="
                        + "https://docs.python.org/3/library/threading.html#threading.Lock.acquire");
        var attachment = failed.get("attachments").get(0).get("source").asText();
        assertThat(folder.resolve(AllureResults.FOLDER).resolve(attachment))
                .content()
                .contains("guard.acquire()");
    }

    @Test
    void allureResultsReplaceThoseOfAnEarlierRun() throws IOException {
        allureResults();
        AllureResults.write(data(complete(header(), result("LOCK-001.a", Verdict.PASS))), folder);

        try (var files = Files.list(folder.resolve(AllureResults.FOLDER))) {
            assertThat(files.filter(file -> file.toString().endsWith("-result.json")))
                    .hasSize(1);
        }
    }

    @Test
    void theTimelineHasAColumnForEachThreadAndBreaksLongEvents() throws IOException {
        var timeline = List.of(
                new TimelineEntry(Duration.ZERO, "main", "guard = threading.Lock()"),
                new TimelineEntry(
                        Duration.ofMillis(1500), "alpha", "guard.acquire(" + "blocking=True, ".repeat(9) + ")"),
                new TimelineEntry(Duration.ofMillis(1500), "beta", "x".repeat(80)),
                new TimelineEntry(Duration.ofMillis(1500), "", "2s pass"));

        Golden.assertMatches(String.join("\n", TimelineTable.lines(timeline)) + "\n", "timeline.txt");
        assertThat(TimelineTable.lines(List.of())).isEmpty();
    }

    private static String console(ReportData data, TextStyle style) {
        var text = new StringWriter();
        new ConsoleReport(data, style, new PrintWriter(text)).print();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private List<JsonNode> allureResults() throws IOException {
        var results = new ArrayList<JsonNode>();
        try (var files = Files.list(AllureResults.write(data, folder))) {
            for (var file : files.filter(path -> path.toString().endsWith("-result.json"))
                    .toList()) {
                results.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return results;
    }

    private static List<String> pairs(JsonNode list, String key, String value) {
        var pairs = new ArrayList<String>();
        list.forEach(
                node -> pairs.add(node.get(key).asText() + "=" + node.get(value).asText()));
        return pairs;
    }

    private static ReportData data(RecordedRun run) {
        var catalogue = CatalogueLoader.load();
        return new ReportData(run, catalogue, ScenarioIndex.load(catalogue));
    }
}
