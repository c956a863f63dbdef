package dev.threadstone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.threadstone.adapter.nulls.TrueProvider;
import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.CatalogueLoader;
import dev.threadstone.results.ResultsException;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.UnsupportedRequestException;
import dev.threadstone.verdict.Verdict;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SuiteRunnerTest {

    private final Catalogue catalogue = CatalogueLoader.load();
    private final ScenarioIndex index = ScenarioIndex.load(catalogue);

    @Test
    void theEndOfASessionDecidesTheVerdict() {
        assertThat(verdictAfter(() -> new RuntimeCrashedException("died"))).isEqualTo(Verdict.CRASH);
        assertThat(verdictAfter(() -> new RuntimeHungException("hung"))).isEqualTo(Verdict.HANG);
        assertThat(verdictAfter(() -> new UnsupportedRequestException("lacks it")))
                .isEqualTo(Verdict.FAIL);
        assertThat(verdictAfter(() -> new AdapterException("garbled"))).isEqualTo(Verdict.ERROR);
        assertThat(verdictAfter(() -> new IllegalStateException("bug"))).isEqualTo(Verdict.ERROR);
    }

    @Test
    void whatAScenarioLeavesRunningIsAnError() {
        var reference = new ReferenceProvider().open(Settings.DEFAULTS);
        var untidy = new FakeRuntime("3.13", () -> leavingBehind(reference.open(), "Process 4711 lives on."));

        var result = run(untidy, "EVENT-001.a").get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(result.message()).contains("Process 4711 lives on.");
    }

    private static Session leavingBehind(Session session, String sentence) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, args) ->
                        method.getName().equals("leftBehind") ? List.of(sentence) : method.invoke(session, args));
    }

    @Test
    void anErrorOfOursSaysWhereItCameFromWithoutAStackTrace() {
        var result = run(FakeRuntime.broken(() -> new IllegalStateException("bug")), "EVENT-001.a")
                .get(0);

        assertThat(result.message()).matches("IllegalStateException \\(SuiteRunnerTest.java:\\d+\\): bug");
    }

    @Test
    void aFailureNamesItsStepAndWhatWasExpectedAndSeen() {
        var result =
                run(new TrueProvider().open(Settings.DEFAULTS), "EVENT-001.a").get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        var failure = Objects.requireNonNull(result.failure());
        assertThat(failure.step()).isEqualTo("go is not set");
        assertThat(failure.line()).isGreaterThan(result.line());
        assertThat(failure.expected()).contains("go is not set");
        assertThat(failure.actual()).isNotEmpty();
        assertThat(result.timeline()).isNotEmpty();
    }

    @Test
    void aPassCarriesTheEvidenceAndTheTimelineOfItsThreads() {
        var result = run(reference(), "LOCK-007.a").get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.evidence()).isEqualTo(Evidence.EXACT);
        assertThat(result.timeline()).anyMatch(entry -> entry.event().contains("guard.acquire("));
        assertThat(result.message()).isNull();
    }

    @Test
    void whatIsOutsideOfTheRuntimesVersionIsNotExecuted() {
        var old = new FakeRuntime("3.8", () -> {
            throw new RuntimeCrashedException("died");
        });

        var results = run(old, "LOCK-004");

        assertThat(results).extracting(ScenarioResult::verdict).containsOnly(Verdict.NOT_APPLICABLE);
        assertThat(results.get(0).message())
                .isEqualTo("LOCK-004 is about Python 3.13 and later; this runtime is at 3.8.");
        assertThat(old.opened()).isZero();
    }

    @Test
    void everyCaseOfAnOutlineIsJudgedOnItsOwn() {
        assertThat(run(reference(), "RLOCK-003.a"))
                .extracting(ScenarioResult::key)
                .containsExactlyInAnyOrder("RLOCK-003.a[positional]", "RLOCK-003.a[keyword]");
    }

    @Test
    void onlyTheChosenScenariosAreExecuted() {
        var runtime = FakeRuntime.broken(() -> new RuntimeCrashedException("died"));

        run(runtime, "EVENT-001.a");

        assertThat(runtime.opened()).isEqualTo(1);
    }

    @Test
    void afterTheFirstFailureTheRestIsSkippedIfThatIsWished() {
        var runtime = FakeRuntime.broken(() -> new RuntimeCrashedException("died"));

        var results = run(runtime, new SuiteRunner.Mode(1, true), "EVENT");

        assertThat(results)
                .filteredOn(result -> result.verdict() == Verdict.CRASH)
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.verdict() != Verdict.CRASH)
                .hasSizeGreaterThan(10)
                .allMatch(result -> result.verdict() == Verdict.SKIPPED);
        assertThat(runtime.opened()).isEqualTo(1);
    }

    @Test
    void scenariosAtTheSameTimeGiveTheSameVerdicts() {
        var one = run(reference(), "EVENT");
        var four = run(reference(), new SuiteRunner.Mode(4, false), "EVENT");

        assertThat(four)
                .extracting(ScenarioResult::key, ScenarioResult::verdict)
                .containsExactlyInAnyOrderElementsOf(one.stream()
                        .map(result -> tuple(result.key(), result.verdict()))
                        .toList());
    }

    @Test
    void anExpectedFailureIsAsExpectedAndACrashInItsPlaceIsNot() {
        var runner = new SuiteRunner(index, scenario -> Verdict.FAIL);
        var failing =
                judge(runner, new TrueProvider().open(Settings.DEFAULTS), SuiteRunner.Mode.SEQUENTIAL, "EVENT-001.a");
        var crashing = judge(
                runner,
                FakeRuntime.broken(() -> new RuntimeCrashedException("died")),
                SuiteRunner.Mode.SEQUENTIAL,
                "EVENT-001.a");

        assertThat(failing.get(0).asExpected()).isTrue();
        assertThat(crashing.get(0).asExpected()).isFalse();
    }

    @Test
    void aRunWhoseResultsCannotBeRecordedStops() {
        var runtime = FakeRuntime.broken(() -> new RuntimeCrashedException("died"));
        var chosen = new Selector(catalogue, index).scenarios(Criteria.ids("EVENT"));
        var runner = new SuiteRunner(index, scenario -> Verdict.PASS);
        RunListener full = result -> {
            throw new ResultsException("no room");
        };

        assertThatThrownBy(() -> runner.run(
                        RunPlan.of(chosen, runtime.describe()),
                        runtime,
                        SuiteRunner.Mode.SEQUENTIAL,
                        new StopSwitch(),
                        full))
                .isInstanceOf(ResultsException.class)
                .hasMessage("no room");
        assertThat(runtime.opened()).isEqualTo(1);
    }

    private Verdict verdictAfter(Supplier<RuntimeException> error) {
        return run(FakeRuntime.broken(error), "EVENT-001.a").get(0).verdict();
    }

    private static Implementation reference() {
        return new ReferenceProvider().open(Settings.DEFAULTS.withParallelism(4));
    }

    private List<ScenarioResult> run(Implementation runtime, String... ids) {
        return run(runtime, SuiteRunner.Mode.SEQUENTIAL, ids);
    }

    private List<ScenarioResult> run(Implementation runtime, SuiteRunner.Mode mode, String... ids) {
        return judge(new SuiteRunner(index, scenario -> Verdict.PASS), runtime, mode, ids);
    }

    private List<ScenarioResult> judge(
            SuiteRunner runner, Implementation runtime, SuiteRunner.Mode mode, String... ids) {
        var results = new CopyOnWriteArrayList<ScenarioResult>();
        var chosen = new Selector(catalogue, index).scenarios(Criteria.ids(ids));
        try (runtime) {
            runner.run(RunPlan.of(chosen, runtime.describe()), runtime, mode, new StopSwitch(), results::add);
        }
        assertThat(results).hasSameSizeAs(chosen);
        return results;
    }
}
