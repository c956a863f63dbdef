package dev.threadstone.spi;

/**
 * How one session is opened.
 *
 * @param stretch how many times longer than usual a second of scenario time lasts on a real clock: 1, unless the machine
 *     was too slow for that; without meaning on a virtual clock
 * @param schedule which of many schedules the session follows, from 0; without meaning where the runtime cannot choose
 */
public record Opening(int stretch, int schedule) {

    /** Seconds of the usual length, and the schedule that the seed of the run chooses. */
    public static final Opening USUAL = new Opening(1, 0);
}
