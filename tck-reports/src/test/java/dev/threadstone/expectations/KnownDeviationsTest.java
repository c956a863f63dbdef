package dev.threadstone.expectations;

import static dev.threadstone.results.SampleRuns.complete;
import static dev.threadstone.results.SampleRuns.header;
import static dev.threadstone.results.SampleRuns.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.SampleRuns;
import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownDeviationsTest {

    private static final Set<String> SCENARIOS = Set.of("LOCK-001.a", "LOCK-002.a");

    @TempDir
    Path folder;

    @Test
    void aDeviationIsExpectedOnlyWhereItsConditionHolds() throws IOException {
        var known =
                load("- {scenario: LOCK-001.a, verdict: hang, when: python>=3.10 python<3.13 build=gil, reason: r}");
        var other = load("- {scenario: LOCK-001.a, verdict: hang, when: python>=3.13, reason: r}");

        assertThat(known.expected("LOCK-001.a", header().implementation())).isEqualTo(Verdict.HANG);
        assertThat(known.expected("LOCK-002.a", header().implementation())).isEqualTo(Verdict.PASS);
        assertThat(other.expected("LOCK-001.a", header().implementation())).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDeviationThatIsShownIsNotStale() throws IOException {
        assertThat(stale("{scenario: LOCK-001.a, verdict: fail, message: 'Expected: alpha', reason: r}", Verdict.FAIL))
                .isEmpty();
    }

    @Test
    void anUnexpectedPassIsStale() throws IOException {
        assertThat(stale("{scenario: LOCK-001.a, verdict: fail, reason: r}", Verdict.PASS))
                .containsExactly("LOCK-001.a passes now.");
    }

    @Test
    void anotherVerdictIsStale() throws IOException {
        assertThat(stale("{scenario: LOCK-001.a, verdict: fail, reason: r}", Verdict.CRASH))
                .containsExactly("LOCK-001.a ends with 'crash', not with 'fail'.");
    }

    @Test
    void anotherMessageIsStale() throws IOException {
        assertThat(stale("{scenario: LOCK-001.a, verdict: fail, message: 'It sank', reason: r}", Verdict.FAIL))
                .containsExactly("LOCK-001.a says \"Expected: alpha is blocked. Actual: alpha returned True.\","
                        + " not \"It sank...\".");
    }

    @Test
    void anUnknownScenarioIsStale() throws IOException {
        assertThat(stale("{scenario: LOCK-999.a, verdict: fail, reason: r}", Verdict.PASS))
                .containsExactly("LOCK-999.a is no scenario of the suite.");
    }

    @Test
    void aScenarioThatWasNotChosenSaysNothing() throws IOException {
        assertThat(stale("{scenario: LOCK-002.a, verdict: fail, reason: r}", Verdict.PASS))
                .isEmpty();
    }

    @Test
    void aDeviationWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> load("- {scenario: LOCK-001.a, verdict: fail}"))
                .isInstanceOf(InvalidExpectationsException.class)
                .hasMessageContaining("lacks a reason");
    }

    @Test
    void aPassOrAnErrorCannotBeADeviation() {
        assertThatThrownBy(() -> load("- {scenario: LOCK-001.a, verdict: error, reason: r}"))
                .hasMessageEndingWith("LOCK-001.a: 'error' cannot be expected; expected one of fail, crash and hang.");
    }

    @Test
    void aMalformedConditionIsRefused() {
        assertThatThrownBy(() -> load("- {scenario: LOCK-001.a, verdict: fail, when: pyhton>3, reason: r}"))
                .hasMessageContaining("'pyhton>3' is no condition; expected comparisons such as");
        assertThatThrownBy(() -> load("- {scenario: LOCK-001.a, verdict: fail, when: os>linux, reason: r}"))
                .hasMessageContaining("only python has an order");
    }

    @Test
    void oneScenarioTwiceUnderOneConditionIsRefused() {
        var line = "- {scenario: LOCK-001.a, verdict: fail, reason: r}\n";

        assertThatThrownBy(() -> load(line + line)).hasMessageContaining("stands twice under the same condition");
    }

    @Test
    void anUpdateKeepsReasonsDropsWhatPassesAndAddsWhatIsNew() throws IOException {
        var known = load("""
                - {scenario: LOCK-001.a, verdict: fail, message: 'Expected: alpha', reason: old}
                - {scenario: LOCK-002.a, verdict: fail, reason: gone}
                - {scenario: LOCK-001.a, verdict: hang, when: python=3.8, reason: elsewhere}
                """);
        var run = complete(
                header(),
                result("LOCK-001.a", Verdict.FAIL),
                result("LOCK-002.a", Verdict.PASS),
                result("LOCK-003.a", Verdict.CRASH));

        known.updated(run, "it's new").save(folder.resolve("new.yaml"), "cpython");

        assertThat(Files.readAllLines(folder.resolve("new.yaml")))
                .containsExactly(
                        "# What cpython is known to do differently. One line a scenario; every line needs a reason.",
                        "- {scenario: 'LOCK-001.a', verdict: fail, when: '', message: 'Expected: alpha', reason: 'old'}",
                        "- {scenario: 'LOCK-001.a', verdict: hang, when: 'python=3.8', message: '', reason:"
                                + " 'elsewhere'}",
                        "- {scenario: 'LOCK-003.a', verdict: crash, when: '', message: 'Expected: alpha is blocked."
                                + " Actual: alpha returned True.', reason: 'it''s new'}");
        assertThat(KnownDeviations.load(folder.resolve("new.yaml")).stale(run, Set.of("LOCK-001.a", "LOCK-003.a")))
                .isEmpty();
    }

    @Test
    void aNewDeviationNeedsAReason() {
        var run = complete(header(), result("LOCK-001.a", Verdict.FAIL));

        assertThatThrownBy(() -> KnownDeviations.NONE.updated(run, " "))
                .hasMessageContaining("LOCK-001.a is a new deviation")
                .hasMessageContaining("--reason");
    }

    @Test
    void filteredStoppedAndUnfinishedRunsCannotUpdate() {
        var result = result("LOCK-001.a", Verdict.PASS);
        var filtered = complete(header("LOCK"), result);
        var stopped = new RecordedRun(header(), List.of(result), SampleRuns.footer(false, result), null);
        var skipped = complete(header(), result("LOCK-001.a", Verdict.SKIPPED));

        assertThatThrownBy(() -> KnownDeviations.NONE.updated(filtered, "r"))
                .hasMessageContaining("narrowed by [LOCK]");
        assertThatThrownBy(() -> KnownDeviations.NONE.updated(stopped, "r")).hasMessageContaining("was stopped after");
        assertThatThrownBy(() -> KnownDeviations.NONE.updated(skipped, "r")).hasMessageContaining("was not judged");
    }

    private List<String> stale(String line, Verdict verdict) throws IOException {
        return load("- " + line).stale(complete(header(), result("LOCK-001.a", verdict)), SCENARIOS);
    }

    private KnownDeviations load(String yaml) throws IOException {
        return KnownDeviations.load(Files.writeString(folder.resolve("known.yaml"), yaml));
    }
}
