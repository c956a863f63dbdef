package dev.threadstone.adapter.agent;

/** What the program of one session writes to its standard streams. */
final class SessionOutput {

    private final Connection stdoutStream;
    private final Connection stderrStream;
    private final OutputTail stdout = new OutputTail();
    private final OutputTail stderr = new OutputTail();

    SessionOutput(AgentProcess process) {
        stdoutStream = process.connection("stdout");
        stderrStream = process.connection("stderr");
    }

    void collect() {
        stdoutStream.moveTo(stdout);
        stderrStream.moveTo(stderr);
    }

    boolean ended() {
        return stdoutStream.ended() && stderrStream.ended();
    }

    String stdout() {
        return stdout.text();
    }

    String stderr() {
        return stderr.text();
    }

    /** As the end of a message. */
    String quoted() {
        return Quotes.ending("Last standard output", stdout()) + Quotes.ending("Last standard error", stderr());
    }
}
