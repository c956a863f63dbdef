package dev.threadstone.reference.bench;

import dev.threadstone.reference.platform.Carrier;
import dev.threadstone.reference.platform.DirectedPlatform;
import dev.threadstone.reference.platform.Limits;
import dev.threadstone.reference.platform.RealPlatform;
import dev.threadstone.reference.platform.Schedule;
import dev.threadstone.reference.platform.SimulatedPlatform;
import dev.threadstone.reference.platform.SimulationOptions;
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

/**
 * How many whole schedules a second: a new simulation, three threads that each take a lock twice to read and write a counter,
 * at random, to the end. That is 24 scheduling points.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScheduleBenchmark {

    private static final int BATCH = 1_000;
    private static final int THREADS = 3;
    private static final int ROUNDS = 2;

    @Param({"PLATFORM", "VIRTUAL"})
    private Carrier carrier;

    private RealPlatform drivers;
    private long seed;

    @Setup(Level.Trial)
    public void open() {
        drivers = RealPlatform.create(0, carrier, Limits.DEFAULT);
    }

    @TearDown(Level.Trial)
    public void close() {
        drivers.close();
    }

    /** The driver is a thread of the same kind as those that it drives, as in an exploration. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public boolean explore() {
        drivers.spawn("driver", 0, () -> {
            for (int i = 0; i < BATCH; i++) {
                runOneSchedule();
            }
        });
        return drivers.settle(DirectedPlatform.UNLIMITED);
    }

    /** The driver is the thread of the benchmark, as in a test. */
    @Benchmark
    public void one() {
        runOneSchedule();
    }

    private void runOneSchedule() {
        var options = SimulationOptions.of(Schedule.random(seed++)).on(carrier);
        try (var simulation = SimulatedPlatform.create(options)) {
            var counter = new GuardedCounter(simulation);
            for (int i = 0; i < THREADS; i++) {
                simulation.spawn("thread", 0, () -> counter.increase(ROUNDS));
            }
            if (!simulation.settle(DirectedPlatform.UNLIMITED) || counter.value() != THREADS * ROUNDS) {
                throw new IllegalStateException("the counter is " + counter.value() + " under " + options.schedule());
            }
        }
    }
}
