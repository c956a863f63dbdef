package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How threads of a directed platform run, park and meet their deadlines. */
abstract class PlatformParkingContract {

    static final Duration BUDGET = Duration.ofSeconds(60);
    static final Duration SHORT = Duration.ofMillis(5);
    static final Duration LONG = Duration.ofHours(1);

    final List<String> log = new CopyOnWriteArrayList<>();
    DirectedPlatform platform;

    abstract DirectedPlatform open(Limits limits);

    @BeforeEach
    void openPlatform() {
        platform = open(Limits.DEFAULT);
    }

    @AfterEach
    void closePlatform() {
        platform.close();
    }

    @Test
    void aThreadRunsItsBodyAndEnds() {
        PlatformThread thread = platform.spawn("alpha", 0, () -> log.add("ran"));

        assertThat(platform.settle(BUDGET)).isTrue();
        assertThat(log).containsExactly("ran");
        assertThat(thread.ended()).isTrue();
        assertThat(platform.report()).isEmpty();
    }

    @Test
    void theCurrentThreadIsTheOneThatCalls() {
        var seen = new AtomicReference<PlatformThread>();
        PlatformThread thread = platform.spawn("alpha", 0, () -> seen.set(platform.current()));
        platform.settle(BUDGET);

        assertThat(seen.get()).isSameAs(thread);
        assertThat(thread.name()).isEqualTo("alpha");
        assertThat(thread.id()).isEqualTo(1);
    }

    @Test
    void theDriverHasNoCurrentThread() {
        assertThatIllegalStateException().isThrownBy(platform::current);
    }

    @Test
    void aThreadSpawnsAnother() {
        platform.spawn("alpha", 0, () -> platform.spawn("beta", 0, () -> log.add("beta ran")));
        platform.settle(BUDGET);

        assertThat(log).containsExactly("beta ran");
    }

    @Test
    void aParkedThreadGoesOnWhenItIsUnparked() {
        PlatformThread thread = spawnParking("alpha", Deadline.NEVER);
        platform.settle(BUDGET);
        assertThat(log).isEmpty();
        assertThat(thread.ended()).isFalse();

        platform.unpark(thread);
        assertThat(platform.settle(BUDGET)).isTrue();
        assertThat(log).containsExactly("alpha true");
    }

    @Test
    void anUnparkThatComesFirstLetsTheNextParkReturnOnce() {
        PlatformThread thread = platform.spawn("alpha", 0, () -> {
            platform.unpark(platform.current());
            platform.unpark(platform.current());
            log.add("first " + platform.park(Wait.on("first"), Deadline.NEVER));
            log.add("second " + platform.park(Wait.on("second"), Deadline.NEVER));
        });
        platform.settle(BUDGET);

        assertThat(log).containsExactly("first true");
        assertThat(thread.ended()).isFalse();
    }

    @Test
    void anUnparkOfAnEndedThreadDoesNothing() {
        PlatformThread thread = platform.spawn("alpha", 0, () -> log.add("ran"));
        platform.settle(BUDGET);
        platform.unpark(thread);

        assertThat(platform.settle(BUDGET)).isTrue();
    }

    @Test
    void aThreadUnparksAnother() {
        PlatformThread sleeper = spawnParking("sleeper", Deadline.NEVER);
        platform.settle(BUDGET);
        platform.spawn("waker", 0, () -> platform.unpark(sleeper));
        platform.settle(BUDGET);

        assertThat(log).containsExactly("sleeper true");
    }

    @Test
    void aParkEndsAtItsDeadlineAndSaysSo() {
        Deadline deadline = Deadline.after(platform, SHORT);
        spawnParking("alpha", deadline);
        platform.elapse(SHORT, BUDGET);

        assertThat(log).containsExactly("alpha false");
        assertThat(platform.nowNanos()).isGreaterThanOrEqualTo(deadline.nanos());
    }

    @Test
    void aParkDoesNotEndBeforeItsDeadline() {
        PlatformThread thread = spawnParking("alpha", Deadline.after(platform, LONG));
        platform.elapse(SHORT, BUDGET);

        assertThat(log).isEmpty();
        assertThat(thread.ended()).isFalse();
    }

    @Test
    void anUnparkBeforeTheDeadlineEndsThePark() {
        PlatformThread thread = spawnParking("alpha", Deadline.after(platform, LONG));
        platform.settle(BUDGET);
        platform.unpark(thread);
        platform.settle(BUDGET);

        assertThat(log).containsExactly("alpha true");
    }

    @Test
    void aParkWithADeadlineInThePastReturnsAtOnce() {
        spawnParking("alpha", new Deadline(platform.nowNanos()));
        platform.settle(BUDGET);

        assertThat(log).containsExactly("alpha false");
    }

    @Test
    void anEarlierUnparkComesBeforeADeadlineInThePast() {
        platform.spawn("alpha", 0, () -> {
            platform.unpark(platform.current());
            log.add("alpha " + platform.park(Wait.on("nothing"), new Deadline(platform.nowNanos())));
        });
        platform.settle(BUDGET);

        assertThat(log).containsExactly("alpha true");
    }

    @Test
    void elapseMovesTheClockAtLeastSoFar() {
        long before = platform.nowNanos();
        platform.elapse(SHORT, BUDGET);

        assertThat(platform.nowNanos() - before).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void timeDoesNotRunBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> platform.elapse(Duration.ofNanos(-1), BUDGET));
    }

    @Test
    void anInterruptOfTheDriverNeitherDisturbsNorGetsLost() {
        spawnParking("alpha", Deadline.after(platform, SHORT));
        Thread.currentThread().interrupt();
        boolean settled = platform.elapse(SHORT, BUDGET);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(settled).isTrue();
        assertThat(log).containsExactly("alpha false");
    }

    @Test
    void settleReturnsOnlyWhenAChainOfWakeUpsHasRunOut() {
        int length = 200;
        PlatformThread[] chain = new PlatformThread[length];
        for (int i = 0; i < length; i++) {
            int next = i + 1;
            chain[i] = platform.spawn("link " + i, 0, () -> {
                platform.park(Wait.on("the link before"), Deadline.NEVER);
                log.add("woken");
                if (next < length) {
                    platform.unpark(chain[next]);
                }
            });
        }
        platform.settle(BUDGET);
        platform.unpark(chain[0]);

        assertThat(platform.settle(BUDGET)).isTrue();
        assertThat(log).hasSize(length);
    }

    @Test
    void manyThreadsPassATokenAroundWithoutLosingAWakeUp() {
        int threads = 4;
        int rounds = 500;
        var turn = new AtomicInteger();
        PlatformThread[] ring = new PlatformThread[threads];
        for (int i = 0; i < threads; i++) {
            int place = i;
            ring[i] = platform.spawn("member " + i, 0, () -> {
                platform.park(Wait.on("the start"), Deadline.NEVER);
                for (int round = 0; round < rounds; round++) {
                    while (turn.get() % threads != place) {
                        platform.park(Wait.on("its turn"), Deadline.NEVER);
                    }
                    turn.incrementAndGet();
                    platform.unpark(ring[(place + 1) % threads]);
                }
            });
        }
        platform.settle(BUDGET);
        List.of(ring).forEach(platform::unpark);
        assertThat(platform.settle(BUDGET)).isTrue();
        assertThat(turn).hasValue(threads * rounds);
        assertThat(ring).allMatch(PlatformThread::ended);
    }

    PlatformThread spawnParking(String name, Deadline deadline) {
        return platform.spawn(name, 0, () -> log.add(name + " " + platform.park(Wait.on("nothing"), deadline)));
    }
}
