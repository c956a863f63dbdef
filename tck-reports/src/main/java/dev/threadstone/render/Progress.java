package dev.threadstone.render;

import dev.threadstone.results.ScenarioResult;
import java.io.PrintWriter;

/** One line on a terminal that says how far a run is. Thread-safe. */
public final class Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final int total;
    private int done;
    private int unexpected;
    private long shownNanos;

    public Progress(PrintWriter terminal, int total) {
        this.terminal = terminal;
        this.total = total;
    }

    /** Counts one result, and shows the count if the line is older than a blink. */
    public synchronized void judged(ScenarioResult result) {
        done++;
        if (!result.asExpected()) {
            unexpected++;
        }
        var now = System.nanoTime();
        if (now - shownNanos > 50_000_000L || done == total) {
            shownNanos = now;
            terminal.print(CLEAR_LINE + done + "/" + total + (unexpected == 0 ? "" : ", " + unexpected + " unexpected")
                    + "  " + result.key());
            terminal.flush();
        }
    }

    /** Takes the line away. */
    public synchronized void clear() {
        terminal.print(CLEAR_LINE);
        terminal.flush();
    }
}
