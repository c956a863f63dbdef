package dev.threadstone.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.spi.Settings;
import dev.threadstone.world.TimelineEntry;
import org.junit.jupiter.api.Test;

/** The reference's scheduler knows a deadlock for what it is, and the timeline shows it. */
class DeadlockReportTest {

    private final Suite suite = new Suite();

    @Test
    void theReportNamesThreadsWhatEachWaitsForAndWhoHoldsIt() {
        var results = suite.judge(
                new ReferenceProvider(),
                Settings.DEFAULTS,
                scenario -> scenario.id().equals("DEADLOCK-006.a"));
        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.timeline())
                        .extracting(TimelineEntry::event)
                        .contains("deadlock: Thread-1 (alpha) waits for second (held by Thread-2 (beta)); "
                                + "Thread-2 (beta) waits for first (held by Thread-1 (alpha))"));
    }
}
