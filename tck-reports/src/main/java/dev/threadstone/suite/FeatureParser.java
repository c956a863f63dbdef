package dev.threadstone.suite;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one feature file into its scenarios. */
final class FeatureParser {

    /** The column of an examples table that tells its rows apart in ids. */
    static final String CASE_COLUMN = "case";

    private final String feature;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();

    private FeatureParser(String feature) {
        this.feature = feature;
    }

    /**
     * Parses one file.
     *
     * @param feature its name on the class path
     * @throws SuiteException if it is not well-formed Gherkin
     */
    static List<ParsedScenario> parse(String feature, byte[] content) {
        var envelopes = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse("classpath:" + feature, content)
                .toList();
        return new FeatureParser(feature).scenarios(envelopes);
    }

    private List<ParsedScenario> scenarios(List<Envelope> envelopes) {
        var scenarios = new ArrayList<ParsedScenario>();
        for (var envelope : envelopes) {
            envelope.getParseError().ifPresent(error -> {
                throw new SuiteException(feature + " is not well-formed Gherkin: " + error.getMessage());
            });
            envelope.getGherkinDocument().flatMap(GherkinDocument::getFeature).ifPresent(this::remember);
            envelope.getPickle().map(this::scenario).ifPresent(scenarios::add);
        }
        return scenarios;
    }

    private void remember(Feature root) {
        for (FeatureChild child : root.getChildren()) {
            child.getBackground().ifPresent(background -> background.getSteps().forEach(this::remember));
            child.getScenario().ifPresent(this::remember);
            child.getRule().ifPresent(rule -> rule.getChildren().forEach(this::remember));
        }
    }

    private void remember(RuleChild child) {
        child.getBackground().ifPresent(background -> background.getSteps().forEach(this::remember));
        child.getScenario().ifPresent(this::remember);
    }

    private void remember(io.cucumber.messages.types.Scenario scenario) {
        lines.put(scenario.getId(), scenario.getLocation().getLine());
        scenario.getSteps().forEach(this::remember);
        scenario.getExamples().forEach(this::remember);
    }

    private void remember(Step step) {
        steps.put(step.getId(), step);
    }

    private void remember(Examples table) {
        var column = table.getTableHeader().map(FeatureParser::caseColumn).orElse(-1);
        for (TableRow row : table.getTableBody()) {
            lines.put(row.getId(), row.getLocation().getLine());
            if (column >= 0) {
                examples.put(row.getId(), row.getCells().get(column).getValue());
            }
        }
    }

    private static int caseColumn(TableRow header) {
        return header.getCells().stream().map(cell -> cell.getValue()).toList().indexOf(CASE_COLUMN);
    }

    private ParsedScenario scenario(Pickle pickle) {
        var nodes = pickle.getAstNodeIds();
        var last = nodes.get(nodes.size() - 1);
        return new ParsedScenario(
                feature,
                line(last),
                pickle.getName(),
                examples.get(last),
                line(nodes.get(0)),
                pickle.getTags().stream().map(PickleTag::getName).toList(),
                pickle.getSteps().stream().map(this::step).toList());
    }

    private int line(String node) {
        return lines.getOrDefault(node, 0L).intValue();
    }

    private ParsedScenario.Step step(PickleStep pickled) {
        @Nullable Step written = steps.get(pickled.getAstNodeIds().get(0));
        var table = pickled.getArgument()
                .flatMap(argument -> argument.getDataTable())
                .map(FeatureParser::rows)
                .orElse(List.of());
        return new ParsedScenario.Step(
                written == null ? "*" : written.getKeyword().strip(),
                pickled.getText(),
                written == null ? 0 : written.getLocation().getLine().intValue(),
                table);
    }

    private static List<List<String>> rows(PickleTable table) {
        return table.getRows().stream()
                .map(row -> row.getCells().stream().map(cell -> cell.getValue()).toList())
                .toList();
    }
}
