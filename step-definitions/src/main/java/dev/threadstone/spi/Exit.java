package dev.threadstone.spi;

/**
 * How an interpreter ended.
 *
 * @param status the exit status as {@code subprocess} gives it: negative for death by a signal
 * @param stdout what the program wrote to standard output; long output is cut at the front
 * @param stderr what the program wrote to standard error; likewise
 */
public record Exit(int status, String stdout, String stderr) {}
