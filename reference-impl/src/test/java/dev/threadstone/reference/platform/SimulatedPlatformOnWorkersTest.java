package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The contract on pooled threads. */
class SimulatedPlatformOnWorkersTest extends PlatformContract {

    @Override
    DirectedPlatform open(Limits limits) {
        return SimulatedPlatform.create(
                SimulationOptions.of(Schedule.random(1)).on(Carrier.PLATFORM).within(limits));
    }

    @Test
    void anInterruptDoesNotReachTheNextThreadOnTheSameWorker() {
        try (var simulation = SimulatedPlatform.create(
                SimulationOptions.of(Schedule.random(1)).on(Carrier.PLATFORM))) {
            simulation.spawn("alpha", 0, () -> Thread.currentThread().interrupt());
            simulation.settle(BUDGET);
            simulation.spawn("beta", 0, () -> log.add("interrupted: " + Thread.interrupted()));
            simulation.settle(BUDGET);
        }

        assertThat(log).containsExactly("interrupted: false");
    }

    @Test
    void simulationsOneAfterAnotherUseTheSameFewThreads() {
        Set<Thread> carriers = ConcurrentHashMap.newKeySet();
        for (int seed = 0; seed < 50; seed++) {
            var options = SimulationOptions.of(Schedule.random(seed)).on(Carrier.PLATFORM);
            try (var simulation = SimulatedPlatform.create(options)) {
                for (int i = 0; i < 3; i++) {
                    simulation.spawn("thread", 0, () -> {
                        carriers.add(Thread.currentThread());
                        simulation.point(carriers, Operation.WRITE);
                        simulation.park(Wait.on("the end"), Deadline.NEVER);
                    });
                }
                simulation.settle(BUDGET);
            }
        }

        assertThat(carriers).hasSizeBetween(1, 3).allMatch(Thread::isDaemon);
    }
}
