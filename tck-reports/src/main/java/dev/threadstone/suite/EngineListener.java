package dev.threadstone.suite;

import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.ScenarioTrace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Puts together what the engine says of a scenario's end and what the glue saw in it. The trace comes before the end, from
 * the same scenario. Called by the engine's threads.
 */
final class EngineListener implements TestExecutionListener, Consumer<ScenarioTrace> {

    private final ScenarioIndex index;
    private final Function<Scenario, Verdict> expected;
    private final RunListener results;
    private final Optional<Consumer<Scenario>> outpaced;
    private final Map<Scenario, ScenarioTrace> traces = new ConcurrentHashMap<>();
    private final Map<String, Long> startedNanos = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable engineFailure;

    /**
     * Listens to one execution.
     *
     * @param outpaced takes failed scenarios for which the machine was too slow, instead of the results; if empty, these
     *     are results too, and nobody's failure
     */
    EngineListener(
            ScenarioIndex index,
            Function<Scenario, Verdict> expected,
            RunListener results,
            Optional<Consumer<Scenario>> outpaced) {
        this.outpaced = outpaced;
        this.index = index;
        this.expected = expected;
        this.results = results;
    }

    @Override
    public void accept(ScenarioTrace trace) {
        index.at(trace.feature().getSchemeSpecificPart(), trace.line())
                .ifPresent(scenario -> traces.put(scenario, trace));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            startedNanos.put(test.getUniqueId(), System.nanoTime());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult ending) {
        if (test.isTest()) {
            scenario(test).ifPresent(scenario -> conclude(scenario, test, judgement(ending)));
        } else {
            ending.getThrowable().ifPresent(error -> engineFailure = error);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest()) {
            scenario(test)
                    .ifPresent(scenario -> results.judged(
                            unexecuted(scenario, expected, new Judgement(Verdict.SKIPPED, reason, null))));
        }
    }

    private void conclude(Scenario scenario, TestIdentifier test, Judgement judgement) {
        var trace = traces.get(scenario);
        if (judgement.verdict() != Verdict.FAIL || trace == null || !trace.outpaced()) {
            results.judged(result(scenario, test, judgement));
        } else if (outpaced.isPresent()) {
            outpaced.get().accept(scenario);
        } else {
            results.judged(result(scenario, test, Judgement.tooSlow(judgement)));
        }
    }

    /** Why the engine could not work at all; empty if it could. */
    Optional<Throwable> engineFailure() {
        return Optional.ofNullable(engineFailure);
    }

    private Optional<Scenario> scenario(TestIdentifier test) {
        return location(test)
                .flatMap(source -> index.at(
                        source.getClasspathResourceName(),
                        source.getPosition().map(FilePosition::getLine).orElse(0)));
    }

    static Optional<ClasspathResourceSource> location(TestIdentifier test) {
        return test.getSource()
                .filter(ClasspathResourceSource.class::isInstance)
                .map(ClasspathResourceSource.class::cast);
    }

    private static Judgement judgement(TestExecutionResult ending) {
        return ending.getThrowable().map(Judgement::of).orElse(Judgement.PASS);
    }

    private ScenarioResult result(Scenario scenario, TestIdentifier test, Judgement judgement) {
        var trace = traces.remove(scenario);
        var started = startedNanos.remove(test.getUniqueId());
        var wallTime = started == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
        return result(scenario, expected, judgement, trace, wallTime);
    }

    /** The result of a scenario that was not executed. */
    static ScenarioResult unexecuted(Scenario scenario, Function<Scenario, Verdict> expected, Judgement judgement) {
        return result(scenario, expected, judgement, null, Duration.ZERO);
    }

    private static ScenarioResult result(
            Scenario scenario,
            Function<Scenario, Verdict> expected,
            Judgement judgement,
            @Nullable ScenarioTrace trace,
            Duration wallTime) {
        return new ScenarioResult(
                scenario.id(),
                scenario.example(),
                scenario.name(),
                scenario.requirements().stream()
                        .map(requirement -> requirement.id())
                        .toList(),
                scenario.area(),
                scenario.level(),
                scenario.source().feature(),
                scenario.source().line(),
                judgement.verdict(),
                expected.apply(scenario),
                trace == null ? null : trace.evidence(),
                trace == null ? wallTime : trace.wallTime(),
                judgement.message(),
                judgement.failure(),
                trace == null ? List.of() : trace.timeline());
    }
}
