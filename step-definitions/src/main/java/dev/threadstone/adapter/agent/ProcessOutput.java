package dev.threadstone.adapter.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to its standard streams, pumped by one daemon thread a stream. */
final class ProcessOutput {

    private final OutputTail tail = new OutputTail();

    private ProcessOutput() {}

    static ProcessOutput of(Process process) {
        var output = new ProcessOutput();
        output.pump(process.getInputStream());
        output.pump(process.getErrorStream());
        return output;
    }

    String text() {
        return tail.text();
    }

    /** As the end of a message. */
    String quoted() {
        return Quotes.ending("Last output", text());
    }

    void append(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        tail.append(bytes, 0, bytes.length);
    }

    private void pump(InputStream stream) {
        var pump = new Thread(() -> copy(stream), "output of the agent");
        pump.setDaemon(true);
        pump.start();
    }

    private void copy(InputStream stream) {
        var buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                tail.append(buffer, 0, count);
            }
        } catch (IOException ended) {
            append(""); // the process is gone; what it said is kept
        }
    }
}
