package dev.threadstone.reference.futures;

/** Somebody who waits for several futures. */
interface FutureWatcher {

    /** A future that it watches has ended. Called with that future locked; must not block. */
    void ended(Future future);
}
