package dev.threadstone.reference.platform;

/**
 * How a simulation runs.
 *
 * @param schedule who runs when, and the seed of the program's own chance
 * @param carrier what its threads run on; makes no difference to what they do
 * @param limits up to where it starts threads
 * @param maxSteps how many steps one settle or elapse may take before it gives up
 */
public record SimulationOptions(Schedule schedule, Carrier carrier, Limits limits, long maxSteps) {

    /** A million: a thread that computes for ever is given up after some tenths of a second. */
    public static final long DEFAULT_MAX_STEPS = 1_000_000;

    public SimulationOptions {
        carrier.checked();
        if (maxSteps < 1) {
            throw new IllegalArgumentException("a simulation needs at least one step, not " + maxSteps);
        }
    }

    public static SimulationOptions of(Schedule schedule) {
        return new SimulationOptions(schedule, Carrier.best(), Limits.DEFAULT, DEFAULT_MAX_STEPS);
    }

    public SimulationOptions on(Carrier other) {
        return new SimulationOptions(schedule, other, limits, maxSteps);
    }

    public SimulationOptions within(Limits others) {
        return new SimulationOptions(schedule, carrier, others, maxSteps);
    }

    public SimulationOptions withMaxSteps(long steps) {
        return new SimulationOptions(schedule, carrier, limits, steps);
    }
}
