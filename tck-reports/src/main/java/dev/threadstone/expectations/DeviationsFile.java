package dev.threadstone.expectations;

import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The file of known deviations: YAML with one line a scenario. */
final class DeviationsFile {

    private static final Set<String> FIELDS = Set.of("scenario", "verdict", "when", "message", "reason");

    private final Path file;

    private DeviationsFile(Path file) {
        this.file = file;
    }

    static List<KnownDeviation> read(Path file) {
        try {
            return new DeviationsFile(file).parse(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidExpectationsException(
                    "The known deviations at " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(Path file, String implementation, List<KnownDeviation> deviations) {
        var text = new StringBuilder("# What " + implementation
                + " is known to do differently. One line a scenario; every line needs a reason.\n");
        deviations.stream()
                .sorted(Comparator.comparing(KnownDeviation::scenario)
                        .thenComparing(deviation -> deviation.when().toString()))
                .forEach(deviation -> text.append(line(deviation)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InvalidExpectationsException(
                    "The known deviations cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static String line(KnownDeviation deviation) {
        return "- {scenario: " + quoted(deviation.scenario()) + ", verdict: "
                + deviation.verdict().label() + ", when: "
                + quoted(deviation.when().toString()) + ", message: " + quoted(deviation.message()) + ", reason: "
                + quoted(deviation.reason()) + "}\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private List<KnownDeviation> parse(String text) {
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new InvalidExpectationsException(file + " is not well-formed YAML: " + e.getMessage(), e);
        }
        if (document == null) {
            return List.of();
        }
        if (!(document instanceof List<?> lines)) {
            throw problem("expected a list, one line a scenario");
        }
        var deviations = lines.stream().map(this::deviation).toList();
        KnownDeviations.refuseDoubles(deviations, file.toString());
        return deviations;
    }

    private KnownDeviation deviation(Object line) {
        if (!(line instanceof Map<?, ?> fields) || !FIELDS.containsAll(fields.keySet())) {
            throw problem("'" + line + "' is no deviation; expected the fields "
                    + FIELDS.stream().sorted().toList());
        }
        var scenario = text(fields, "scenario");
        var reason = text(fields, "reason");
        if (scenario.isEmpty() || reason.isEmpty()) {
            throw problem("'" + line + "' lacks " + (scenario.isEmpty() ? "a scenario" : "a reason"));
        }
        try {
            var condition = Condition.parse(text(fields, "when"));
            return new KnownDeviation(scenario, verdict(fields), condition, text(fields, "message"), reason);
        } catch (IllegalArgumentException e) {
            throw problem(scenario + ": " + e.getMessage());
        }
    }

    private static Verdict verdict(Map<?, ?> fields) {
        var label = text(fields, "verdict");
        return Verdict.of(label)
                .filter(Verdict::failed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + label + "' cannot be expected; expected one of fail, crash and hang"));
    }

    private static String text(Map<?, ?> fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private InvalidExpectationsException problem(String what) {
        return new InvalidExpectationsException(file + ": " + what + ".");
    }
}
