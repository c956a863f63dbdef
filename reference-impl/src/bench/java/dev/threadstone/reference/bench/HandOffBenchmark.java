package dev.threadstone.reference.bench;

import dev.threadstone.reference.platform.Candidates;
import dev.threadstone.reference.platform.Carrier;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Schedule;
import dev.threadstone.reference.platform.SimulatedPlatform;
import dev.threadstone.reference.platform.SimulationOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one scheduling point costs: with a hand-off to another thread, and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOffBenchmark {

    private static final int POINTS = 10_000;
    private static final Duration BUDGET = Duration.ofMinutes(1);

    @Param({"PLATFORM", "VIRTUAL"})
    private Carrier carrier;

    private SimulatedPlatform simulation;

    @Setup(Level.Iteration)
    public void open() {
        simulation = SimulatedPlatform.create(
                SimulationOptions.of(Schedule.random(0)).on(carrier), HandOffBenchmark::theOther);
    }

    @TearDown(Level.Iteration)
    public void close() {
        simulation.close();
    }

    @Benchmark
    @OperationsPerInvocation(2 * POINTS)
    public boolean pointWithHandOff() {
        simulation.spawn("alpha", 0, this::passPoints);
        simulation.spawn("beta", 0, this::passPoints);
        return simulation.settle(BUDGET);
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public boolean pointWithoutHandOff() {
        simulation.spawn("alpha", 0, this::passPoints);
        return simulation.settle(BUDGET);
    }

    @Benchmark
    public boolean settleWithOneThread() {
        simulation.spawn("alpha", 0, () -> {});
        return simulation.settle(BUDGET);
    }

    private void passPoints() {
        for (int i = 0; i < POINTS; i++) {
            simulation.point(this, Operation.WRITE);
        }
    }

    private static int theOther(Candidates candidates) {
        return candidates.current() == 0 ? 1 : 0;
    }
}
