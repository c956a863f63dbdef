package dev.threadstone.reference;

/**
 * How an interpreter ended.
 *
 * @param status the exit status; negative: the number of the signal that killed it
 * @param stdout what was written to standard output
 * @param stderr what was written to standard error
 */
public record Exit(int status, String stdout, String stderr) {}
