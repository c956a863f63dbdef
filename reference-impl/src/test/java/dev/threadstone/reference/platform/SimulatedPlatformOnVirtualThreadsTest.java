package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The contract on virtual threads, and that they make no difference. */
@EnabledForJreRange(min = JRE.JAVA_24)
class SimulatedPlatformOnVirtualThreadsTest extends PlatformContract {

    @Override
    DirectedPlatform open(Limits limits) {
        return SimulatedPlatform.create(
                SimulationOptions.of(Schedule.random(1)).on(Carrier.VIRTUAL).within(limits));
    }

    @Test
    void theSameSeedGivesTheSameTraceOnBothCarriers() {
        for (int seed = 0; seed < 100; seed++) {
            SimulationOptions options = SimulationOptions.of(Schedule.random(seed));

            assertThat(Program.run(options.on(Carrier.VIRTUAL)).traceHash())
                    .as("trace of seed %s", seed)
                    .isEqualTo(Program.run(options.on(Carrier.PLATFORM)).traceHash());
        }
    }
}
