package dev.threadstone.verdict;

/** The exit codes of the command line. */
public enum ExitCode {
    AS_EXPECTED(0, "everything came out as expected"),
    UNEXPECTED_FAILURE(1, "a must failed that was not expected to"),
    USAGE(2, "the command, a file or a setting is wrong"),
    STALE_EXPECTATIONS(3, "the known deviations are stale or invalid"),
    TROUBLE(5, "the adapter had trouble or the run is incomplete"),
    NOTHING_RAN(6, "nothing ran");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Half a sentence for help texts. */
    public String meaning() {
        return meaning;
    }
}
