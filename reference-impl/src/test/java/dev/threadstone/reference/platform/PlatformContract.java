package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every directed platform promises. Durations are short, because some platforms let them pass for real. */
abstract class PlatformContract extends PlatformParkingContract {

    @Test
    void theReportSaysWhatEachThreadWaitsFor() {
        spawnParking("alpha", Deadline.NEVER);
        platform.spawn("beta", 0, () -> platform.park(Wait.forOrders(), Deadline.NEVER));
        platform.settle(BUDGET);

        assertThat(platform.report()).isEqualTo("alpha waits for nothing\nbeta is idle");
    }

    @Test
    void theReportNamesADeadlock() {
        PlatformThread[] pair = new PlatformThread[2];
        pair[0] = platform.spawn("alpha", 0, () -> parkOn("second", pair, 1));
        pair[1] = platform.spawn("beta", 0, () -> parkOn("first", pair, 0));
        platform.settle(BUDGET);

        assertThat(platform.report())
                .startsWith("deadlock: alpha waits for second (held by beta); beta waits for first (held by alpha)\n");
    }

    @Test
    void closeUnwindsAParkedThreadWithoutReturningToIt() {
        platform.spawn("alpha", 0, () -> {
            try {
                platform.park(Wait.on("nothing"), Deadline.NEVER);
                log.add("came back");
            } finally {
                log.add("unwound");
            }
        });
        platform.settle(BUDGET);
        platform.close();

        assertThat(log).containsExactly("unwound");
    }

    @Test
    void aThreadThatParksWhileItUnwindsIsNotKept() {
        PlatformThread thread = platform.spawn("alpha", 0, () -> {
            try {
                platform.park(Wait.on("nothing"), Deadline.NEVER);
            } finally {
                platform.park(Wait.on("more"), Deadline.NEVER);
            }
        });
        platform.settle(BUDGET);
        platform.close();

        assertThat(thread.ended()).isTrue();
    }

    @Test
    void aThreadThatKeepsTheErrorIsGivenUp() {
        var kept = new AtomicInteger();
        PlatformThread thread = platform.spawn("alpha", 0, () -> {
            while (true) {
                try {
                    platform.park(Wait.on("nothing"), Deadline.NEVER);
                } catch (PlatformClosedError error) {
                    kept.incrementAndGet();
                }
            }
        });
        platform.settle(BUDGET);
        platform.close();

        assertThat(thread.ended()).isTrue();
        assertThat(kept).hasPositiveValue();
    }

    @Test
    void aThreadThatUnwindsMayPassPoints() {
        platform.spawn("alpha", 0, () -> {
            try {
                platform.park(Wait.on("nothing"), Deadline.NEVER);
            } finally {
                platform.point(this, Operation.RELEASE);
                log.add("released");
            }
        });
        platform.settle(BUDGET);
        platform.close();

        assertThat(log).containsExactly("released");
    }

    @Test
    void aClosedPlatformStartsNoThreads() {
        platform.close();

        assertThatExceptionOfType(SpawnRefusedException.class)
                .isThrownBy(() -> platform.spawn("alpha", 0, () -> {}))
                .withMessageContaining("closed");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        spawnParking("alpha", Deadline.NEVER);
        platform.settle(BUDGET);
        platform.close();
        platform.close();

        assertThat(platform.report()).isEmpty();
    }

    @Test
    void aStackBeyondTheLimitIsRefused() {
        assertThatExceptionOfType(SpawnRefusedException.class)
                .isThrownBy(() -> platform.spawn("alpha", Limits.DEFAULT.maxStackBytes() + 1, () -> {}))
                .withMessageContaining("stack");
    }

    @Test
    void aThreadTooManyIsRefusedUntilAnotherEnds() {
        try (DirectedPlatform small = open(new Limits(1, 0))) {
            PlatformThread first = small.spawn("alpha", 0, () -> small.park(Wait.on("nothing"), Deadline.NEVER));
            assertThatExceptionOfType(SpawnRefusedException.class)
                    .isThrownBy(() -> small.spawn("beta", 0, () -> {}))
                    .withMessageContaining("limit is 1");
            small.settle(BUDGET);
            small.unpark(first);
            small.settle(BUDGET);

            assertThat(small.spawn("gamma", 0, () -> {}).id()).isEqualTo(2);
        }
    }

    @Test
    void anErrorInABodyReachesTheDriver() {
        platform.spawn("alpha", 0, () -> {
            throw new IllegalArgumentException("wrong");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> platform.settle(BUDGET))
                .withMessageContaining("thread alpha")
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(platform.settle(BUDGET)).isTrue();
    }

    @Test
    void anUnlimitedBudgetLastsAsLongAsTheThreadsRun() {
        PlatformThread[] pair = new PlatformThread[2];
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            pair[i] = platform.spawn("member " + i, 0, () -> {
                for (int round = 0; round < 100; round++) {
                    platform.park(Wait.on("the other"), Deadline.NEVER);
                    platform.unpark(pair[other]);
                }
                log.add("done");
            });
        }
        platform.settle(DirectedPlatform.UNLIMITED);
        platform.unpark(pair[0]);

        assertThat(platform.settle(DirectedPlatform.UNLIMITED)).isTrue();
        assertThat(log).containsExactly("done", "done");
    }

    @Test
    void aThreadOfThePlatformCannotDirectIt() {
        platform.spawn("alpha", 0, () -> {
            assertThatIllegalStateException().isThrownBy(() -> platform.settle(BUDGET));
            assertThatIllegalStateException()
                    .isThrownBy(platform::close)
                    .withMessageContaining("thread alpha")
                    .withMessageContaining("cannot direct it");
            log.add("refused");
        });
        platform.settle(BUDGET);

        assertThat(log).containsExactly("refused");
    }

    @Test
    void twoPlatformsInTwoThreadsDoNotDisturbEachOther() {
        List<Integer> finished = IntStream.range(0, 2)
                .parallel()
                .map(number -> {
                    var count = new AtomicInteger();
                    try (DirectedPlatform own = open(Limits.DEFAULT)) {
                        for (int round = 0; round < 100; round++) {
                            PlatformThread sleeper = own.spawn("sleeper", 0, () -> {
                                own.park(Wait.on("the waker"), Deadline.NEVER);
                                count.incrementAndGet();
                            });
                            own.spawn("waker", 0, () -> own.unpark(sleeper));
                            own.settle(BUDGET);
                        }
                    }
                    return count.get();
                })
                .boxed()
                .toList();

        assertThat(finished).containsExactly(100, 100);
    }

    private void parkOn(String what, PlatformThread[] threads, int holder) {
        // On real threads the other may not be published yet, so the holder is looked up when the report asks.
        platform.park(
                new Waiting() {
                    @Override
                    public String what() {
                        return what;
                    }

                    @Override
                    public PlatformThread heldBy() {
                        return threads[holder];
                    }
                },
                Deadline.NEVER);
    }
}
