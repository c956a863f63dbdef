package dev.threadstone.reference;

/** How an interpreter was built. */
public enum Build {
    /** One thread at a time runs Python code. */
    GIL,
    /** Threads run Python code at the same time; each operation on one object stays whole. */
    FREE_THREADED
}
