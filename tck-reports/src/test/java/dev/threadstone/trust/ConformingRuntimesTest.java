package dev.threadstone.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.adapter.agent.AgentProvider;
import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Settings;
import dev.threadstone.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runtimes that are right pass everything that applies to them. */
class ConformingRuntimesTest {

    private final Suite suite = new Suite();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theReferencePassesUnderEverySchedule(long seed) {
        requireAllPassed(suite.judge(new ReferenceProvider(), Settings.DEFAULTS.withSeed(seed)));
    }

    @Test
    void theReferencePassesOnRealThreadsAndARealClock() {
        requireAllPassed(suite.judge(
                new ReferenceProvider(),
                Settings.DEFAULTS.withOption("time", "real").withParallelism(2)));
    }

    @Test
    void aMachineThatIsTooSlowForTheSecondsChangesNoVerdict() {
        requireAllPassed(suite.judge(
                new ReferenceProvider(),
                Settings.DEFAULTS.withOption("time", "real").withOption("second", "1ms")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.15"})
    void theReferencePassesAtEveryLanguageLevel(String python) {
        requireAllPassed(suite.judge(new ReferenceProvider(), Settings.DEFAULTS.withOption("python", python)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.13", "3.14", "3.15"})
    void theFreeThreadedReferencePassesAtEveryLanguageLevel(String python) {
        requireAllPassed(suite.judge(new ReferenceProvider(), freeThreaded().withOption("python", python)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFreeThreadedReferencePassesUnderEverySchedule(long seed) {
        requireAllPassed(suite.judge(new ReferenceProvider(), freeThreaded().withSeed(seed)));
    }

    @Test
    void theFreeThreadedReferencePassesOnRealThreadsAndARealClock() {
        requireAllPassed(suite.judge(
                new ReferenceProvider(),
                freeThreaded().withOption("time", "real").withParallelism(2)));
    }

    private static Settings freeThreaded() {
        return Settings.DEFAULTS.withOption("build", "free-threaded");
    }

    @Test
    void thePythonOnThePathPasses() {
        assumeTrue(isOnPath("python3"), "there is no python3 on PATH");
        requireAllPassed(suite.judge(
                new AgentProvider(),
                Settings.DEFAULTS.withOption("command", "python3").withParallelism(2)));
    }

    private static void requireAllPassed(List<ScenarioResult> results) {
        assertThat(Suite.troubles(results)).isEmpty();
        assertThat(results)
                .filteredOn(result -> result.verdict() == Verdict.PASS)
                .hasSizeGreaterThan(200);
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
