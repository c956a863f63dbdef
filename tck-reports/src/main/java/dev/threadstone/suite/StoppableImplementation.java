package dev.threadstone.suite;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Session;
import org.opentest4j.TestAbortedException;

/** Refuses further sessions once the run is stopped; Cucumber then counts the scenario as aborted. */
record StoppableImplementation(Implementation runtime, StopSwitch stop) implements Implementation {

    @Override
    public Description describe() {
        return runtime.describe();
    }

    @Override
    public Session open(Opening opening) {
        if (stop.stopped()) {
            throw new TestAbortedException("The run was stopped before this scenario.");
        }
        return runtime.open(opening);
    }

    /** Does nothing: who opened the implementation closes it. */
    @Override
    public void close() {}
}
