package dev.threadstone.reference.platform;

/** The contract on the carrier that a simulation takes by default. */
class SimulatedPlatformTest extends PlatformContract {

    @Override
    DirectedPlatform open(Limits limits) {
        return SimulatedPlatform.create(SimulationOptions.of(Schedule.random(1)).within(limits));
    }
}
