package dev.threadstone.suite;

import dev.threadstone.results.ResultsException;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Implementation;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.ActiveRun;
import dev.threadstone.world.Run;
import io.cucumber.junit.platform.engine.Constants;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Executes scenarios by Cucumber's engine on the JUnit Platform, for the command line and for tests alike.
 *
 * <p>One run at a time in a JVM.
 */
public final class SuiteRunner {

    /** Where the step definitions are. */
    private static final String GLUE = "dev.threadstone.steps,dev.threadstone.vocabulary";

    private static final String OBJECT_FACTORY = "dev.threadstone.world.WorldObjectFactory";

    /**
     * A scenario that fails while the machine is too slow for its durations is executed again with longer seconds: no
     * verdict on a runtime depends on the speed of the machine.
     */
    private static final List<Integer> STRETCHES = List.of(1, 5, 25, 125);

    private static final int LONGEST = 125;

    private final ScenarioIndex index;
    private final String glue;
    private final Function<Scenario, Verdict> expected;

    /**
     * A runner of the suite's own features.
     *
     * @param expected the verdict that is expected of a scenario
     */
    public SuiteRunner(ScenarioIndex index, Function<Scenario, Verdict> expected) {
        this(index, expected, GLUE);
    }

    SuiteRunner(ScenarioIndex index, Function<Scenario, Verdict> expected, String glue) {
        this.index = index;
        this.expected = expected;
        this.glue = glue;
    }

    /**
     * How to execute.
     *
     * @param parallelism how many scenarios at once
     * @param failFast whether to stop after the first scenario that ends in another way than expected
     */
    public record Mode(int parallelism, boolean failFast) {

        public static final Mode SEQUENTIAL = new Mode(1, false);
    }

    /**
     * Judges a runtime. Blocks until every scenario of the plan has a result; those that the switch kept from running are
     * {@code skipped}.
     *
     * @throws SuiteException if the engine cannot work with the features or the glue at all
     * @throws ResultsException if the listener cannot record a result; no further scenario is executed then
     */
    public void run(RunPlan plan, Implementation runtime, Mode mode, StopSwitch stop, RunListener listener) {
        plan.closed()
                .forEach((scenario, closed) -> listener.judged(EngineListener.unexecuted(
                        scenario, expected, new Judgement(closed.verdict(), closed.reason(), null))));
        var watching = new Watching(listener, mode, stop);
        var remaining = plan.execute();
        for (var stretch : STRETCHES) {
            if (!remaining.isEmpty()) {
                var attempt = new Attempt(remaining, stretch, stretch == LONGEST);
                remaining = execute(attempt, new StoppableImplementation(runtime, stop), mode, watching);
            }
        }
        watching.throwIfUnrecorded();
    }

    /**
     * One execution of some scenarios.
     *
     * @param stretch how many times longer than usual a second of scenario time lasts
     * @param last whether a machine that is too slow even so is the verdict
     */
    private record Attempt(List<Scenario> scenarios, int stretch, boolean last) {}

    /** Executes scenarios and returns those for which the machine was too slow. */
    private List<Scenario> execute(Attempt attempt, Implementation runtime, Mode mode, Watching watching) {
        var outpaced = new ConcurrentLinkedQueue<Scenario>();
        var engineListener = new EngineListener(
                index, expected, watching, attempt.last() ? Optional.empty() : Optional.of(outpaced::add));
        var config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build();
        var active = ActiveRun.activate(new Run(runtime, attempt.stretch(), engineListener));
        try (var session = LauncherFactory.openSession(config)) {
            session.getLauncher().execute(request(attempt.scenarios(), mode), engineListener);
        } finally {
            active.close();
        }
        engineListener.engineFailure().ifPresent(failure -> {
            throw new SuiteException("The features cannot be executed: " + failure.getMessage(), failure);
        });
        var again = List.copyOf(outpaced);
        reportMissing(attempt.scenarios(), again, watching);
        return again;
    }

    private LauncherDiscoveryRequest request(List<Scenario> scenarios, Mode mode) {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(scenarios.stream()
                        .map(scenario -> scenario.source().feature())
                        .distinct()
                        .map(SuiteRunner::selector)
                        .toList())
                .filters(planned(scenarios))
                .configurationParameters(parameters(mode))
                .build();
    }

    private static DiscoverySelector selector(String feature) {
        return DiscoverySelectors.selectClasspathResource(feature);
    }

    private Map<String, String> parameters(Mode mode) {
        var parameters = new TreeMap<String, String>();
        parameters.put(Constants.GLUE_PROPERTY_NAME, glue);
        parameters.put(Constants.OBJECT_FACTORY_PROPERTY_NAME, OBJECT_FACTORY);
        parameters.put(Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, "true");
        if (mode.parallelism() > 1) {
            var threads = String.valueOf(mode.parallelism());
            parameters.put(Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, "true");
            parameters.put(Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, "fixed");
            parameters.put(Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME, threads);
            parameters.put(Constants.PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME, threads);
        }
        return parameters;
    }

    private PostDiscoveryFilter planned(List<Scenario> scenarios) {
        var execute = new HashSet<>(scenarios);
        return test -> FilterResult.includedIf(!test.isTest() || isPlanned(test, execute));
    }

    private boolean isPlanned(TestDescriptor test, Set<Scenario> execute) {
        return test.getSource()
                .filter(ClasspathResourceSource.class::isInstance)
                .map(ClasspathResourceSource.class::cast)
                .flatMap(source -> index.at(
                        source.getClasspathResourceName(),
                        source.getPosition().map(FilePosition::getLine).orElse(0)))
                .filter(execute::contains)
                .isPresent();
    }

    private void reportMissing(List<Scenario> scenarios, List<Scenario> again, Watching watching) {
        for (var scenario : scenarios) {
            if (!again.contains(scenario) && !watching.seen.contains(scenario.key())) {
                var why = new Judgement(Verdict.ERROR, "The engine did not report the end of this scenario.", null);
                watching.judged(EngineListener.unexecuted(scenario, expected, why));
            }
        }
    }

    /** Passes results on, and stops the run after a failure if that is wished. */
    private static final class Watching implements RunListener {

        private final RunListener next;
        private final Mode mode;
        private final StopSwitch stop;
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final AtomicReference<@Nullable ResultsException> unrecorded = new AtomicReference<>();

        Watching(RunListener next, Mode mode, StopSwitch stop) {
            this.next = next;
            this.mode = mode;
            this.stop = stop;
        }

        @Override
        public void judged(ScenarioResult result) {
            seen.add(result.key());
            if (mode.failFast() && !result.asExpected()) {
                stop.stop();
            }
            try {
                next.judged(result);
            } catch (ResultsException unwritable) {
                // The engine would swallow it: it takes its listeners for onlookers.
                unrecorded.compareAndSet(null, unwritable);
                stop.stop();
            }
        }

        void throwIfUnrecorded() {
            var failure = unrecorded.get();
            if (failure != null) {
                throw failure;
            }
        }
    }
}
