package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;

/**
 * Learns which of the reference's operations a scenario uses and which a saboteur changes. A scenario that uses none of
 * the changed ones goes as it goes without the saboteur.
 *
 * <p>Called by the threads of the sessions.
 */
public interface OperationObserver {

    /** Observes nothing. */
    OperationObserver NONE = new OperationObserver() {
        @Override
        public void attach(OperationTable table) {}

        @Override
        public void sabotage(OperationTable table, Runnable patch) {
            patch.run();
        }
    };

    /** Is given the complete operations of a new session. */
    void attach(OperationTable table);

    /** Is given a session's operations and what changes them; must run it. */
    void sabotage(OperationTable table, Runnable patch);
}
