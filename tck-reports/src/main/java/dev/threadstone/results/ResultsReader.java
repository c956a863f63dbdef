package dev.threadstone.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code results.ndjson}. Whatever is whole in a damaged file is kept. */
public final class ResultsReader {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Path file;
    private final List<ScenarioResult> results = new ArrayList<>();
    private @Nullable RunHeader header;
    private @Nullable RunFooter footer;
    private @Nullable String defect;

    private ResultsReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the results of one run.
     *
     * @param path the file, or the folder that holds it
     * @return what is recorded, with its defect if lines are cut, malformed or missing
     * @throws ResultsException if there is no such file, or it does not begin with a header that can be understood
     */
    public static RecordedRun read(Path path) {
        var file = Files.isDirectory(path) ? path.resolve(ResultsWriter.FILE) : path;
        return new ResultsReader(file).read();
    }

    private RecordedRun read() {
        var lines = lines();
        for (var number = 1; number <= lines.size() && defect == null; number++) {
            line(number, lines.get(number - 1));
        }
        if (header == null) {
            throw new ResultsException(
                    defect == null ? "The results in " + file + " are empty; run the suite again." : defect);
        }
        return new RecordedRun(header, results, footer, defect);
    }

    private List<String> lines() {
        if (!Files.exists(file)) {
            throw new ResultsException("There are no results at " + file
                    + ". Run the suite first, or name the folder of an earlier run with --out.");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new ResultsException("The results at " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void line(int number, String text) {
        try {
            var node = new ResultNode(json.readTree(text));
            accept(node);
        } catch (JacksonException | MalformedLineException | IllegalArgumentException e) {
            var what = e instanceof JacksonException broken ? broken.getOriginalMessage() : e.getMessage();
            defect = "Line " + number + " of " + file + " cannot be understood (" + what
                    + "), so the record is cut there; " + results.size() + " results before it are kept.";
        }
    }

    private void accept(ResultNode line) {
        if (footer != null) {
            throw new MalformedLineException("it stands after the footer");
        }
        var kind = line.text("kind");
        if ((header == null) != kind.equals("header")) {
            throw new MalformedLineException(
                    "a " + kind + " where " + (header == null ? "the header" : "a result") + " was expected");
        }
        switch (kind) {
            case "header" -> header = line.header();
            case "result" -> results.add(line.result());
            case "footer" -> footer = line.footer();
            default -> throw new MalformedLineException("'" + kind + "' is no kind of line");
        }
    }

    /** A line is JSON, but not a line of results. */
    static final class MalformedLineException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MalformedLineException(String message) {
            super(message);
        }
    }
}
