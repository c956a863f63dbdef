package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Real daemon threads. */
class RealPlatformTest extends PlatformContract {

    @Override
    DirectedPlatform open(Limits limits) {
        return RealPlatform.create(1, Carrier.PLATFORM, limits);
    }

    @Test
    void settleGivesUpWhenTheBudgetIsSpent() {
        try (RealPlatform platform = RealPlatform.create(1)) {
            var stop = new AtomicBoolean();
            platform.spawn("alpha", 0, () -> {
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });
            assertThat(platform.settle(Duration.ofMillis(1))).isFalse();
            assertThat(platform.report()).isEqualTo("alpha runs");
            stop.set(true);
            assertThat(platform.settle(BUDGET)).isTrue();
        }
    }

    @Test
    void aThreadThatComputesForEverEndsAtItsNextPointWhenThePlatformCloses() {
        RealPlatform platform = RealPlatform.create(1);
        PlatformThread thread = platform.spawn("alpha", 0, () -> {
            while (true) {
                platform.point(this, Operation.READ);
            }
        });
        platform.settle(Duration.ofMillis(1));
        platform.close();

        assertThat(thread.ended()).isTrue();
    }

    @Test
    void anUnparkAndADeadlineThatComeTogetherEndTheParkOnce() {
        try (RealPlatform platform = RealPlatform.create(1)) {
            for (int round = 0; round < 300; round++) {
                long soon = 10_000L * (round % 10);
                PlatformThread thread = platform.spawn("alpha", 0, () -> {
                    platform.park(Wait.on("either"), new Deadline(platform.nowNanos() + soon));
                    log.add("ended");
                });
                platform.unpark(thread);
                platform.elapse(Duration.ofNanos(soon), BUDGET);
                assertThat(log).hasSize(round + 1);
            }
            assertThat(platform.settle(BUDGET)).isTrue();
        }
    }

    @Test
    void threadsAreDaemonsWithTheStackTheyAskedFor() {
        try (RealPlatform platform = RealPlatform.create(1)) {
            var daemon = new AtomicBoolean();
            platform.spawn(
                    "alpha", 1 << 20, () -> daemon.set(Thread.currentThread().isDaemon()));
            platform.settle(BUDGET);

            assertThat(daemon).isTrue();
        }
    }
}
