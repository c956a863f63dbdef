package dev.threadstone.reference.platform;

/**
 * How one thread of a closed platform comes to its end: every park throws, and so does the first point. Later points let it
 * pass, so that what it does on its way out can be done.
 *
 * <p>Thread-safety: none; the thread itself calls it.
 */
final class Unwinding {

    /** How many points it may pass on its way out. One that keeps the error as often again is given up. */
    private static final int PATIENCE = 10_000;

    private int refusals;

    /**
     * Counts, and makes the error to throw. A thread that has kept too many does not come back from here: it goes through
     * with the farewell and then stands still for ever.
     */
    PlatformClosedError refuse(Runnable farewell) {
        if (++refusals > 2 * PATIENCE) {
            farewell.run();
            Carrier.strand();
        }
        return new PlatformClosedError();
    }

    /** Lets the thread pass a point if it is on its way out; else throws the error that sends it there. */
    void pass(Runnable farewell) {
        if (refusals == 0 || refusals > PATIENCE) {
            throw refuse(farewell);
        }
        refusals++;
    }
}
