package dev.threadstone.render;

import dev.threadstone.catalogue.Requirement;
import dev.threadstone.catalogue.SourceLink;
import dev.threadstone.results.RunHeader;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.suite.ParsedScenario;
import dev.threadstone.suite.Scenario;
import dev.threadstone.verdict.Verdict;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results in the format that Allure makes its site from. */
public final class AllureResults {

    /** The name of the folder in the output folder. */
    public static final String FOLDER = "allure-results";

    private final ReportData data;
    private final AllureResultsWriter writer;
    private final Map<String, Scenario> scenarios;
    private long clockMillis;

    private AllureResults(ReportData data, AllureResultsWriter writer) {
        this.data = data;
        this.writer = writer;
        this.clockMillis = Instant.parse(data.run().header().started()).toEpochMilli();
        this.scenarios = data.index().scenarios().stream()
                .collect(Collectors.toMap(Scenario::key, Function.identity(), (first, second) -> first));
    }

    /** Writes the results into a folder of their own, in place of older ones, and returns its path. */
    public static Path write(ReportData data, Path folder) {
        var target = folder.resolve(FOLDER);
        try {
            delete(target);
            Files.createDirectories(target);
            writeEnvironment(data.run().header(), target);
            var results = new AllureResults(data, new FileSystemResultsWriter(target));
            data.run().results().forEach(results::write);
            return target;
        } catch (IOException | UncheckedIOException e) {
            throw new ReportException("The Allure results cannot be written to " + target + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void writeEnvironment(RunHeader header, Path target) throws IOException {
        Files.write(
                target.resolve("environment.properties"),
                List.of(
                        "Runtime=" + RunText.runtime(header),
                        "Suite=" + header.suite(),
                        "Catalogue=" + header.catalogue().substring(0, 12),
                        "Seed=" + header.seed()));
    }

    private void write(ScenarioResult result) {
        var start = clockMillis;
        clockMillis += result.duration().toMillis();
        var test = new TestResult()
                .setUuid(uuid("result", result).toString())
                .setHistoryId(uuid("history", result).toString())
                .setTestCaseId(result.key())
                .setFullName(RunText.location(result, result.line()) + " " + result.key())
                .setName(result.key() + " " + result.name())
                .setDescription(description(result))
                .setLabels(labels(result))
                .setLinks(links(result))
                .setStatus(status(result))
                .setStatusDetails(details(result))
                .setStage(Stage.FINISHED)
                .setSteps(steps(result))
                .setAttachments(timeline(result))
                .setStart(start)
                .setStop(clockMillis);
        if (result.example() != null) {
            test.setParameters(List.of(new Parameter().setName("case").setValue(result.example())));
        }
        writer.write(test);
    }

    /** The same scenario of the same runtime has the same history in every report. */
    private UUID uuid(String use, ScenarioResult result) {
        var name = use + data.run().header().implementation().name() + result.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String description(ScenarioResult result) {
        return data.requirements(result).stream()
                .map(requirement -> "**" + requirement.id() + "** ("
                        + requirement.level().label() + "): " + requirement.statement())
                .collect(Collectors.joining("\n\n"));
    }

    private List<Label> labels(ScenarioResult result) {
        var labels = new ArrayList<Label>();
        result.requirements().forEach(id -> labels.add(label("requirement", id)));
        labels.add(label("level", result.level().label()));
        labels.add(label("area", result.area()));
        labels.add(label("implementation", data.run().header().implementation().name()));
        labels.add(label("severity", severity(result)));
        labels.add(label("parentSuite", result.area()));
        labels.add(label("suite", result.requirements().get(0)));
        labels.add(label("epic", result.area()));
        labels.add(label("feature", result.requirements().get(0)));
        labels.add(label("tag", result.level().label()));
        labels.add(label("tag", result.verdict().label()));
        return labels;
    }

    private static String severity(ScenarioResult result) {
        return switch (result.level()) {
            case MUST -> "critical";
            case SHOULD -> "normal";
            case MAY -> "minor";
            case DETAIL -> "trivial";
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private List<Link> links(ScenarioResult result) {
        return data.requirements(result).stream()
                .map(Requirement::sources)
                .flatMap(List::stream)
                .distinct()
                .flatMap(source ->
                        SourceLink.of(source)
                                .map(url ->
                                        new Link().setName(source).setUrl(url).setType("source"))
                                .stream())
                .toList();
    }

    private static Status status(ScenarioResult result) {
        return switch (result.verdict()) {
            case PASS -> Status.PASSED;
            case FAIL -> Status.FAILED;
            case CRASH, HANG, ERROR -> Status.BROKEN;
            case UNSUPPORTED, NOT_APPLICABLE, SKIPPED -> Status.SKIPPED;
        };
    }

    private StatusDetails details(ScenarioResult result) {
        var details = new StatusDetails().setKnown(result.verdict().failed() && result.asExpected());
        if (result.verdict() != Verdict.PASS) {
            details.setMessage(result.verdict().label() + ": " + (result.message() == null ? "" : result.message()));
        }
        if (result.failure() != null) {
            details.setTrace(String.join("\n", FailureText.lines(data, result)));
        }
        return details;
    }

    private List<StepResult> steps(ScenarioResult result) {
        var scenario = scenarios.get(result.key());
        if (scenario == null || !result.verdict().executed()) {
            return List.of();
        }
        var steps = new ArrayList<StepResult>();
        var status = Status.PASSED;
        for (var step : scenario.source().steps()) {
            var failed = failedAt(result, step);
            steps.add(new StepResult()
                    .setName(step.keyword() + " " + step.text())
                    .setStage(Stage.FINISHED)
                    .setStatus(failed ? status(result) : status));
            status = failed ? Status.SKIPPED : status;
        }
        return steps;
    }

    private static boolean failedAt(ScenarioResult result, ParsedScenario.Step step) {
        return result.failure() != null
                && result.failure().line() == step.line()
                && result.failure().step().equals(step.text());
    }

    private List<Attachment> timeline(ScenarioResult result) {
        var lines = TimelineTable.lines(result.timeline());
        if (lines.isEmpty()) {
            return List.of();
        }
        var source = uuid("timeline", result) + "-attachment.txt";
        var content = String.join("\n", lines) + "\n";
        writer.write(source, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return List.of(
                new Attachment().setName("timeline").setType("text/plain").setSource(source));
    }
}
