package dev.threadstone.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code results.ndjson}, one line at a time, each on disk before the call returns. After the footer nothing more
 * is written, so a run that is stopped while scenarios are still under way leaves a valid file.
 *
 * <p>Thread-safe.
 */
public final class ResultsWriter implements AutoCloseable {

    /** The name of the file in the output folder. */
    public static final String FILE = "results.ndjson";

    private final Path file;
    private final OutputStream output;
    private boolean ended;

    private ResultsWriter(Path file, OutputStream output) {
        this.file = file;
        this.output = output;
    }

    /**
     * Creates the folder and the file, and writes the header. An older file of that name is replaced.
     *
     * @throws ResultsException if that is impossible
     */
    public static ResultsWriter create(Path folder, RunHeader header) {
        var file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            var writer = new ResultsWriter(file, new BufferedOutputStream(Files.newOutputStream(file)));
            writer.line(ResultsFormat.header(header));
            return writer;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Adds one result. Ignored after the footer.
     *
     * @throws ResultsException if it cannot be written, as when the disk is full
     */
    public synchronized void add(ScenarioResult result) {
        if (!ended) {
            line(ResultsFormat.result(result));
        }
    }

    /** Ends the file. Only the first footer counts. */
    public synchronized void end(RunFooter footer) {
        if (!ended) {
            ended = true;
            line(ResultsFormat.footer(footer));
        }
    }

    private void line(byte[] json) {
        try {
            output.write(json);
            output.write('\n');
            output.flush();
        } catch (IOException e) {
            ended = true;
            throw unwritable(file, e);
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        try {
            output.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static ResultsException unwritable(Path file, IOException cause) {
        return new ResultsException(
                "The results cannot be written to " + file + " (" + reason(cause)
                        + "). Choose another folder with --out, or make room there.",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return cause instanceof FileSystemException
                ? cause.getClass().getSimpleName() + " at " + cause.getMessage()
                : String.valueOf(cause.getMessage());
    }
}
