package dev.threadstone.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.threadstone.catalogue.Level;
import dev.threadstone.spi.Description;
import dev.threadstone.verdict.Score;
import dev.threadstone.verdict.Scores;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.TimelineEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the records of a run into the lines of {@code results.ndjson}. */
final class ResultsFormat {

    private static final JsonFactory JSON = new JsonFactory();

    private ResultsFormat() {}

    static byte[] header(RunHeader header) {
        return line("header", json -> {
            json.writeNumberField("format", RunHeader.FORMAT);
            json.writeStringField("suite", header.suite());
            json.writeStringField("catalogue", "sha256:" + header.catalogue());
            json.writeStringField("selector", header.selector());
            json.writeObjectFieldStart("options");
            for (var option : new TreeMap<>(header.options()).entrySet()) {
                json.writeStringField(option.getKey(), option.getValue());
            }
            json.writeEndObject();
            implementation(json, header.implementation());
            json.writeNumberField("seed", header.seed());
            texts(json, "filters", header.filters());
            json.writeStringField("shard", header.shard());
            json.writeObjectFieldStart("time");
            json.writeNumberField("factor", header.timing().factor());
            json.writeNumberField("hangMs", header.timing().hangBudget().toMillis());
            json.writeNumberField("quietMs", header.timing().quietWindow().toMillis());
            json.writeEndObject();
            json.writeStringField("started", header.started());
        });
    }

    static byte[] result(ScenarioResult result) {
        return line("result", json -> {
            json.writeStringField("id", result.id());
            json.writeStringField("case", result.example());
            texts(json, "requirements", result.requirements());
            json.writeStringField("area", result.area());
            json.writeStringField("level", result.level().label());
            json.writeStringField("name", result.name());
            json.writeStringField("feature", result.feature());
            json.writeNumberField("line", result.line());
            json.writeStringField("verdict", result.verdict().label());
            json.writeStringField("expected", result.expected().label());
            json.writeStringField("evidence", label(result.evidence()));
            json.writeNumberField("ms", millis(result.duration()));
            json.writeStringField("message", result.message());
            failure(json, result.failure());
            json.writeArrayFieldStart("timeline");
            for (var entry : result.timeline()) {
                timelineEntry(json, entry);
            }
            json.writeEndArray();
        });
    }

    static byte[] footer(RunFooter footer) {
        return line("footer", json -> {
            json.writeBooleanField("complete", footer.complete());
            score(json, footer.scores().total(Level.MUST));
            json.writeObjectFieldStart("scenarios");
            json.writeNumberField("selected", footer.selected());
            json.writeNumberField("executed", footer.executed());
            for (var verdict : Verdict.values()) {
                json.writeNumberField(verdict.label(), footer.count(verdict));
            }
            json.writeNumberField("unexpected", footer.unexpected());
            json.writeEndObject();
            json.writeArrayFieldStart("scores");
            for (var row : footer.scores().rows()) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeNumberField("ms", millis(footer.duration()));
        });
    }

    private static void implementation(JsonGenerator json, Description runtime) throws IOException {
        json.writeObjectFieldStart("implementation");
        json.writeStringField("name", runtime.name());
        json.writeStringField("version", runtime.version());
        json.writeStringField("python", runtime.python().toString());
        json.writeStringField("build", label(runtime.build()));
        json.writeStringField("os", runtime.os());
        texts(
                json,
                "traits",
                runtime.traits().stream().sorted().map(trait -> trait.label()).toList());
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, ScenarioResult.@Nullable StepFailure failure) throws IOException {
        if (failure == null) {
            json.writeNullField("failure");
            return;
        }
        json.writeObjectFieldStart("failure");
        json.writeStringField("step", failure.step());
        json.writeNumberField("line", failure.line());
        json.writeStringField("expected", failure.expected());
        json.writeStringField("actual", failure.actual());
        json.writeEndObject();
    }

    private static void timelineEntry(JsonGenerator json, TimelineEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("s", BigDecimal.valueOf(entry.at().toNanos(), 9).stripTrailingZeros());
        json.writeStringField("actor", entry.actor());
        json.writeStringField("event", entry.event());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Scores.Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("area", row.area());
        json.writeStringField("level", row.level().label());
        score(json, row.score());
        json.writeEndObject();
    }

    private static void score(JsonGenerator json, Score score) throws IOException {
        json.writeNumberField("required", score.required());
        json.writeNumberField("applicable", score.applicable());
        json.writeNumberField("unsupported", score.unsupported());
        json.writeNumberField("untestable", score.untestable());
        json.writeNumberField("executed", score.executed());
        json.writeNumberField("passed", score.passed());
        json.writeNumberField("failed", score.failed());
    }

    private static void texts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static @Nullable String label(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static byte[] line(String kind, Fields fields) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var json = JSON.createGenerator(bytes)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartObject();
            json.writeStringField("kind", kind);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes the fields of one line. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
