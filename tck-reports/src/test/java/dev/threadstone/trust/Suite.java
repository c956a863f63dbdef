package dev.threadstone.trust;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.CatalogueLoader;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.Settings;
import dev.threadstone.suite.RunListener;
import dev.threadstone.suite.RunPlan;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.ScenarioIndex;
import dev.threadstone.suite.StopSwitch;
import dev.threadstone.suite.SuiteRunner;
import dev.threadstone.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The whole suite, run in this JVM as the command line runs it. */
final class Suite {

    private final Catalogue catalogue = CatalogueLoader.load();
    private final ScenarioIndex index = ScenarioIndex.load(catalogue);
    private final SuiteRunner runner = new SuiteRunner(index, scenario -> Verdict.PASS);

    Catalogue catalogue() {
        return catalogue;
    }

    List<Scenario> scenarios() {
        return index.scenarios();
    }

    /** Judges an implementation by every scenario. */
    List<ScenarioResult> judge(ImplementationProvider provider, Settings settings) {
        return judge(provider, settings, scenario -> true);
    }

    /** Judges an implementation by some scenarios. */
    List<ScenarioResult> judge(ImplementationProvider provider, Settings settings, Predicate<Scenario> chosen) {
        var results = new ConcurrentLinkedQueue<ScenarioResult>();
        judge(provider, settings, chosen, results::add);
        return List.copyOf(results);
    }

    /** Judges an implementation by some scenarios, and tells each result as soon as it is known. */
    void judge(ImplementationProvider provider, Settings settings, Predicate<Scenario> chosen, RunListener listener) {
        try (var implementation = provider.open(settings)) {
            var plan = RunPlan.of(index.scenarios().stream().filter(chosen).toList(), implementation.describe());
            var mode = new SuiteRunner.Mode(settings.parallelism(), false);
            runner.run(plan, implementation, mode, new StopSwitch(), listener);
        }
    }

    /** Scenario keys by verdict, for messages: only those that did not pass. */
    static Map<String, String> troubles(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.verdict().executed() && result.verdict() != Verdict.PASS)
                .collect(Collectors.toMap(
                        ScenarioResult::key, result -> result.verdict().label() + ": " + result.message()));
    }
}
