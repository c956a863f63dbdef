package dev.threadstone.reference.futures;

/** When a wait for several futures is over: the constants of {@code concurrent.futures}. */
public enum ReturnWhen {
    /** As soon as one future has finished or was cancelled. */
    FIRST_COMPLETED,
    /** As soon as one future has finished by raising; if none does, like {@link #ALL_COMPLETED}. */
    FIRST_EXCEPTION,
    /** When all have finished or were cancelled. */
    ALL_COMPLETED
}
