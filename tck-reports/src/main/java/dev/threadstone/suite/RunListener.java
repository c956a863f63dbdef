package dev.threadstone.suite;

import dev.threadstone.results.ScenarioResult;

/** Follows a run. Called by several threads. */
public interface RunListener {

    /** One scenario has its verdict. */
    void judged(ScenarioResult result);
}
