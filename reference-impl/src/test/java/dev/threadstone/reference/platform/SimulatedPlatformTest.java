package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.threadstone.reference.platform.TraceEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a simulation promises beyond the contract of every platform. */
class SimulatedPlatformTest {

    private static final Duration BUDGET = PlatformContract.BUDGET;

    private final List<String> log = new ArrayList<>();

    @Test
    void theClockStandsStillWhileThreadsRun() {
        try (var simulation = SimulatedPlatform.create(1)) {
            simulation.spawn("alpha", 0, () -> simulation.park(Wait.on("nothing"), new Deadline(1)));
            simulation.settle(BUDGET);

            assertThat(simulation.nowNanos()).isZero();
            assertThat(simulation.report()).isEqualTo("alpha waits for nothing, for 0.000000001 s more at most");
        }
    }

    @Test
    void everyDeadlineIsMetAtItsOwnTimeAndInOrder() {
        try (var simulation = SimulatedPlatform.create(1)) {
            for (int hour : new int[] {3, 1, 25, 2, 24}) {
                Deadline deadline = Deadline.after(simulation, Duration.ofHours(hour));
                simulation.spawn("alpha", 0, () -> {
                    simulation.park(Wait.on("nothing"), deadline);
                    log.add("meant " + hour + ", was "
                            + Duration.ofNanos(simulation.nowNanos()).toHours());
                });
            }
            simulation.elapse(Duration.ofHours(24), BUDGET);

            assertThat(log).containsExactly("meant 1, was 1", "meant 2, was 2", "meant 3, was 3", "meant 24, was 24");
            assertThat(simulation.nowNanos()).isEqualTo(Duration.ofHours(24).toNanos());
        }
    }

    @Test
    void theClockStopsAtItsEndInsteadOfRunningOver() {
        try (var simulation = SimulatedPlatform.create(1)) {
            simulation.elapse(Duration.ofSeconds(Long.MAX_VALUE), BUDGET);
            simulation.elapse(Duration.ofSeconds(1), BUDGET);

            assertThat(simulation.nowNanos()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void theSameSeedGivesTheSameTraceEveryTime() {
        SimulationOptions options = SimulationOptions.of(Schedule.random(7));

        assertThat(Program.run(options)).isEqualTo(Program.run(options));
    }

    @Test
    void theSameSeedGivesTheSameTraceOnEveryJdk() {
        SimulationOptions options = SimulationOptions.of(Schedule.random(7));

        assertThat(Program.run(options).traceHash()).isEqualTo(7830126155050491152L);
    }

    @Test
    void otherSeedsGiveOtherOutcomes() {
        var outcomes = new ArrayList<Integer>();
        for (int seed = 0; seed < 50; seed++) {
            outcomes.add(
                    Program.run(SimulationOptions.of(Schedule.random(seed))).counter());
        }

        assertThat(outcomes).contains(1, 2, 3);
    }

    @Test
    void theRecordedChoicesRepeatTheRun() {
        for (int seed = 0; seed < 50; seed++) {
            Program.Result original = Program.run(SimulationOptions.of(Schedule.random(seed)));
            Program.Result replayed = Program.run(SimulationOptions.of(Schedule.parse(original.recorded())));

            assertThat(replayed).as("replay of seed %s", seed).isEqualTo(original);
        }
    }

    @Test
    void schedulesByPriorityAreRepeatedFromTheirText() {
        Schedule schedule = Schedule.priorities(3, 20, 5);

        assertThat(Program.run(SimulationOptions.of(Schedule.parse(schedule.toString()))))
                .isEqualTo(Program.run(SimulationOptions.of(schedule)));
    }

    @Test
    void withoutChoicesEachThreadRunsAsLongAsItCan() {
        Schedule schedule = Schedule.replay(1, List.of());

        assertThat(Program.run(SimulationOptions.of(schedule)).counter()).isEqualTo(3);
    }

    @Test
    void aScheduleOfAnotherProgramIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Program.run(SimulationOptions.of(Schedule.replay(1, List.of(3)))))
                .withMessageContaining("another program")
                .withMessageContaining("choice 1 is candidate 3");
    }

    @Test
    void aStrategyThatPicksNobodyIsRefused() {
        var options = SimulationOptions.of(Schedule.random(1));
        try (var simulation = SimulatedPlatform.create(options, candidates -> candidates.size())) {
            simulation.spawn("alpha", 0, () -> {});
            simulation.spawn("beta", 0, () -> {});

            assertThatIllegalStateException()
                    .isThrownBy(() -> simulation.settle(BUDGET))
                    .withMessageContaining("picked candidate 2, but they are 0 to 1");
        }
    }

    @Test
    void aStrategySeesWhatEachThreadIsAboutToDo() {
        var options = SimulationOptions.of(Schedule.random(1));
        SchedulingStrategy observer = candidates -> {
            int last = candidates.size() - 1;
            log.add(candidates.thread(last) + " " + candidates.operation(last) + " " + candidates.object(last));
            return last;
        };
        try (var simulation = SimulatedPlatform.create(options, observer)) {
            simulation.spawn("alpha", 0, () -> {});
            simulation.spawn("beta", 0, () -> simulation.point("door", Operation.ACQUIRE));
            simulation.settle(BUDGET);
        }

        assertThat(log).containsExactly("2 null 0", "2 ACQUIRE 1");
    }

    @Test
    void theTraceHasEveryStep() {
        try (var simulation = SimulatedPlatform.create(1)) {
            simulation.spawn("alpha", 0, () -> {
                simulation.point("door", Operation.ACQUIRE);
                simulation.point("window", Operation.READ);
                simulation.point("door", Operation.RELEASE);
                simulation.unpark(simulation.current());
                simulation.park(Wait.on("nothing"), Deadline.NEVER);
                simulation.park(Wait.on("nothing"), new Deadline(5));
            });
            simulation.elapse(Duration.ofNanos(5), BUDGET);

            assertThat(simulation.trace().length()).isEqualTo(8);
            assertThat(simulation.trace().events())
                    .containsExactly(
                            new TraceEvent(0, Kind.SPAWN, 1),
                            new TraceEvent(1, Kind.ACQUIRE, 1),
                            new TraceEvent(1, Kind.READ, 2),
                            new TraceEvent(1, Kind.RELEASE, 1),
                            new TraceEvent(1, Kind.UNPARK, 1),
                            new TraceEvent(1, Kind.PARK, 0),
                            new TraceEvent(1, Kind.TIMEOUT, 0),
                            new TraceEvent(1, Kind.END, 0));
        }
    }

    @Test
    void aThreadThatNeverRestsIsGivenUpAfterTheStepsAndEndsWithThePlatform() {
        var simulation = SimulatedPlatform.create(
                SimulationOptions.of(Schedule.random(1)).withMaxSteps(100));
        var passed = new AtomicInteger();
        PlatformThread thread = simulation.spawn("alpha", 0, () -> {
            while (true) {
                simulation.point(this, Operation.READ);
                passed.incrementAndGet();
            }
        });

        assertThat(simulation.settle(BUDGET)).isFalse();
        assertThat(passed).hasValue(99);
        assertThat(simulation.settle(BUDGET)).isFalse();
        assertThat(simulation.report()).isEqualTo("alpha runs");
        simulation.close();
        assertThat(thread.ended()).isTrue();
    }

    @Test
    void aThreadThatReachesNoSchedulingPointUsesUpTheBudget() {
        try (var simulation = SimulatedPlatform.create(1)) {
            var stop = new AtomicBoolean();
            simulation.spawn("alpha", 0, () -> {
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });

            assertThat(simulation.settle(Duration.ofMillis(1))).isFalse();
            assertThat(simulation.report()).isEqualTo("alpha computes and has not come to a scheduling point");
            stop.set(true);
            assertThat(simulation.settle(BUDGET)).isTrue();
        }
    }

    @Test
    void nobodyOutsideActsOnASimulationThatIsNotAtRest() {
        try (var simulation = SimulatedPlatform.create(1)) {
            simulation.spawn("alpha", 0, () -> {
                PlatformThread self = simulation.current();
                CompletableFuture<Void> outside = CompletableFuture.runAsync(() -> simulation.unpark(self));
                try {
                    outside.join();
                } catch (CompletionException refused) {
                    log.add(refused.getMessage());
                }
            });
            simulation.settle(BUDGET);

            assertThat(log).singleElement().asString().contains("only while it is at rest", "thread alpha is running");
        }
    }

    @Test
    void aThreadThatHasNotBegunWhenThePlatformClosesNeverDoes() {
        var simulation = SimulatedPlatform.create(1);
        PlatformThread thread = simulation.spawn("alpha", 0, () -> log.add("ran"));
        simulation.close();

        assertThat(log).isEmpty();
        assertThat(thread.ended()).isTrue();
    }
}
