package dev.threadstone.world;

/** The scenario is wrong, not the runtime: a name that nobody declared, a thread used as a lock. Verdict {@code error}. */
public final class ScenarioMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScenarioMistake(String message) {
        super(message);
    }
}
