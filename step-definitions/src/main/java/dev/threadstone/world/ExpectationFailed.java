package dev.threadstone.world;

/** The runtime did something else than the requirement says: verdict {@code fail}. */
public final class ExpectationFailed extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    /**
     * Both texts continue the sentence "Expected: ..., but: ...".
     */
    public ExpectationFailed(String expected, String actual) {
        super("Expected: " + expected + ". Actual: " + actual + ".");
        this.expected = expected;
        this.actual = actual;
    }

    public String expected() {
        return expected;
    }

    public String actual() {
        return actual;
    }
}
