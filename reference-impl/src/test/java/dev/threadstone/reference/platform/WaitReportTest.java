package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlocks in words. */
class WaitReportTest {

    private final SimulatedThread alpha = new SimulatedThread(1, "alpha", () -> {});
    private final SimulatedThread beta = new SimulatedThread(2, "beta", () -> {});
    private final SimulatedThread gamma = new SimulatedThread(3, "gamma", () -> {});

    @Test
    void aThreadThatWaitsForWhatItHoldsIsADeadlock() {
        assertThat(report(waits(alpha, "first", alpha)))
                .startsWith("deadlock: alpha waits for first (held by alpha)\n");
    }

    @Test
    void aCycleIsToldFromItsOldestThreadWhoeverLeadsIntoIt() {
        assertThat(report(waits(alpha, "door", gamma), waits(beta, "first", gamma), waits(gamma, "second", beta)))
                .startsWith(
                        "deadlock: beta waits for first (held by gamma); gamma waits for second (held by beta)\nalpha");
    }

    @Test
    void everyCycleIsNamed() {
        assertThat(report(waits(alpha, "first", alpha), waits(beta, "second", beta))
                        .lines())
                .filteredOn(line -> line.startsWith("deadlock"))
                .hasSize(2);
    }

    @Test
    void aCycleWithAWaitThatEndsByItselfIsNoDeadlock() {
        Standing limited = new Standing(beta, Wait.on("first", alpha), new Deadline(1_500_000_000));

        assertThat(report(waits(alpha, "second", beta), limited))
                .isEqualTo("alpha waits for second (held by beta)\n"
                        + "beta waits for first (held by alpha), for 1.5 s more at most");
    }

    @Test
    void aChainThatEndsInARunningThreadIsNoDeadlock() {
        Standing running = new Standing(beta, null, Deadline.NEVER);

        assertThat(report(waits(alpha, "second", beta), running))
                .isEqualTo("alpha waits for second (held by beta)\nbeta runs");
    }

    @Test
    void aHolderThatHasEndedIsNamedButMakesNoDeadlock() {
        assertThat(report(waits(alpha, "first", beta))).isEqualTo("alpha waits for first (held by beta)");
    }

    private static Standing waits(SimulatedThread thread, String what, SimulatedThread holder) {
        return new Standing(thread, Wait.on(what, holder), Deadline.NEVER);
    }

    private static String report(Standing... standings) {
        return new WaitReport(List.of(standings), 0).text();
    }
}
