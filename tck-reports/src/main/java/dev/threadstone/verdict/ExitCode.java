package dev.threadstone.verdict;

/** The exit codes of the command line. */
public enum ExitCode {
    /** Everything came out as expected. */
    AS_EXPECTED(0),
    /** A must failed that was not expected to. */
    UNEXPECTED_FAILURE(1),
    /** The command, a file or a setting is wrong. */
    USAGE(2),
    /** The known deviations are stale or invalid. */
    STALE_EXPECTATIONS(3),
    /** The adapter had trouble, or the run is incomplete. */
    TROUBLE(5),
    /** Nothing ran. */
    NOTHING_RAN(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
