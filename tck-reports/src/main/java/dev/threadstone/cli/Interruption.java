package dev.threadstone.cli;

import dev.threadstone.spi.Implementation;
import dev.threadstone.suite.RunRecorder;
import dev.threadstone.suite.StopSwitch;
import java.io.PrintWriter;

/**
 * Sees to it that a run that the user interrupts leaves valid results and no process behind. When the JVM is told to end,
 * the record is closed as incomplete first, so that what breaks while the runtime is torn down is blamed on nobody.
 */
final class Interruption {

    private final RunRecorder recorder;
    private final Implementation runtime;
    private final StopSwitch stop;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::interrupted, "threadstone-interruption");

    Interruption(RunRecorder recorder, Implementation runtime, StopSwitch stop, PrintWriter err) {
        this.recorder = recorder;
        this.runtime = runtime;
        this.stop = stop;
        this.err = err;
    }

    void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Stops watching.
     *
     * @return false if the JVM is ending already, so that the summary is not the caller's to print any more
     */
    boolean unwatch() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private void interrupted() {
        stop.stop();
        var footer = recorder.end(false);
        runtime.close();
        err.println();
        err.println("Interrupted: " + footer.executed() + " of " + footer.selected()
                + " scenarios were executed. The results so far are kept, marked as incomplete.");
        err.flush();
    }
}
