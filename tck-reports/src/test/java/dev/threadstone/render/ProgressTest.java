package dev.threadstone.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.results.SampleRuns;
import dev.threadstone.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void theLineCountsResultsAndWhatWasNotExpectedAndGoesAwayAtTheEnd() {
        var terminal = new StringWriter();
        var progress = new Progress(new PrintWriter(terminal), 2);

        progress.judged(SampleRuns.result("LOCK-001.a", Verdict.PASS));
        progress.judged(SampleRuns.result("LOCK-002.a", Verdict.CRASH));
        progress.clear();

        assertThat(terminal.toString())
                .contains("\r\u001b[K2/2, 1 unexpected  LOCK-002.a")
                .endsWith("\r\u001b[K");
    }
}
