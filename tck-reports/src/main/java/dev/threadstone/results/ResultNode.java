package dev.threadstone.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.catalogue.Level;
import dev.threadstone.results.ResultsReader.MalformedLineException;
import dev.threadstone.results.ScenarioResult.StepFailure;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Trait;
import dev.threadstone.verdict.Score;
import dev.threadstone.verdict.Scores;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.TimelineEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One JSON object of {@code results.ndjson}, turned back into records. */
record ResultNode(JsonNode node) {

    RunHeader header() {
        if (integer("format") != RunHeader.FORMAT) {
            throw new MalformedLineException(
                    "format " + integer("format") + ", but this version of threadstone reads " + RunHeader.FORMAT);
        }
        var options = new HashMap<String, String>();
        for (var option : child("options").node.properties()) {
            options.put(option.getKey(), option.getValue().asText());
        }
        var time = child("time");
        return new RunHeader(
                text("suite"),
                text("catalogue").replaceFirst("^sha256:", ""),
                text("selector"),
                options,
                child("implementation").implementation(),
                field("seed").asLong(),
                texts("filters"),
                optionalText("shard"),
                new RunHeader.Timing(
                        time.field("factor").asDouble(), time.duration("hangMs", 6), time.duration("quietMs", 6)),
                text("started"));
    }

    private Description implementation() {
        var traits = new HashSet<Trait>();
        texts("traits").forEach(label -> Trait.ofProfile(label).ifPresent(traits::add));
        return new Description(
                text("name"),
                text("version"),
                PythonVersion.parse(text("python")),
                constant("build", Description.Build::valueOf),
                text("os"),
                traits);
    }

    ScenarioResult result() {
        return new ScenarioResult(
                text("id"),
                optionalText("case"),
                text("name"),
                texts("requirements"),
                text("area"),
                constant("level", Level::valueOf),
                text("feature"),
                integer("line"),
                constant("verdict", Verdict::valueOf),
                constant("expected", Verdict::valueOf),
                optionalText("evidence") == null ? null : constant("evidence", Evidence::valueOf),
                duration("ms", 6),
                optionalText("message"),
                field("failure").isNull() ? null : child("failure").failure(),
                children("timeline").stream().map(ResultNode::timelineEntry).toList());
    }

    private StepFailure failure() {
        return new StepFailure(text("step"), integer("line"), text("expected"), text("actual"));
    }

    private TimelineEntry timelineEntry() {
        return new TimelineEntry(duration("s", 9), text("actor"), text("event"));
    }

    RunFooter footer() {
        var scenarios = child("scenarios");
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (var verdict : Verdict.values()) {
            var count = scenarios.integer(verdict.label());
            if (count > 0) {
                verdicts.put(verdict, count);
            }
        }
        return new RunFooter(
                field("complete").asBoolean(),
                scenarios.integer("selected"),
                verdicts,
                scenarios.integer("unexpected"),
                new Scores(children("scores").stream().map(ResultNode::row).toList()),
                duration("ms", 6));
    }

    private Scores.Row row() {
        var score = new Score(
                integer("required"),
                integer("applicable"),
                integer("unsupported"),
                integer("untestable"),
                integer("executed"),
                integer("passed"));
        return new Scores.Row(text("area"), constant("level", Level::valueOf), score);
    }

    String text(String name) {
        var text = optionalText(name);
        if (text == null) {
            throw new MalformedLineException("'" + name + "' is missing");
        }
        return text;
    }

    private @Nullable String optionalText(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    private int integer(String name) {
        return field(name).asInt();
    }

    /** A number of units, each ten to the power of {@code exponent} nanoseconds. */
    private Duration duration(String name, int exponent) {
        var nanos = field(name).decimalValue().multiply(BigDecimal.TEN.pow(exponent));
        return Duration.ofNanos(nanos.longValue());
    }

    private <T> T constant(String name, Function<String, T> valueOf) {
        try {
            return valueOf.apply(text(name).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException("'" + text(name) + "' is no " + name);
        }
    }

    private List<String> texts(String name) {
        var texts = new ArrayList<String>();
        field(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private List<ResultNode> children(String name) {
        var children = new ArrayList<ResultNode>();
        field(name).forEach(item -> children.add(new ResultNode(item)));
        return children;
    }

    private ResultNode child(String name) {
        return new ResultNode(field(name));
    }

    private JsonNode field(String name) {
        var value = node.get(name);
        if (value == null) {
            throw new MalformedLineException("'" + name + "' is missing");
        }
        return value;
    }
}
