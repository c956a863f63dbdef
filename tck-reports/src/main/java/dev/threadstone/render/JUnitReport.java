package dev.threadstone.render;

import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as JUnit XML, for build servers: one suite an area, one case a scenario. What fails the run is a failure;
 * known deviations and failures of lesser levels are skipped cases with the reason.
 */
public final class JUnitReport {

    /** The name of the file in the output folder. */
    public static final String FILE = "junit.xml";

    private final ReportData data;
    private final XMLStreamWriter xml;

    private JUnitReport(ReportData data, XMLStreamWriter xml) {
        this.data = data;
        this.xml = xml;
    }

    /** Writes the report into a folder and returns its path. */
    public static Path write(ReportData data, Path folder) {
        var file = folder.resolve(FILE);
        try (OutputStream output = Files.newOutputStream(file)) {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(output, "UTF-8");
            new JUnitReport(data, xml).write();
            xml.close();
            return file;
        } catch (IOException | XMLStreamException e) {
            throw new ReportException("The JUnit report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newline(0);
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "threadstone " + RunText.runtime(data.run().header()));
        counts(data.run().results());
        for (var suite : byArea().entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        newline(0);
        xml.writeEndElement();
        newline(0);
        xml.writeEndDocument();
    }

    private Map<String, List<ScenarioResult>> byArea() {
        return data.run().results().stream()
                .collect(Collectors.groupingBy(ScenarioResult::area, LinkedHashMap::new, Collectors.toList()));
    }

    private void suite(String area, List<ScenarioResult> results) throws XMLStreamException {
        newline(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", area);
        counts(results);
        for (var result : results) {
            testCase(result);
        }
        newline(1);
        xml.writeEndElement();
    }

    private void counts(List<ScenarioResult> results) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute(
                "failures",
                count(results.stream().filter(ReportData::failsTheRun).count()));
        xml.writeAttribute(
                "errors",
                count(results.stream()
                        .filter(result -> result.verdict() == Verdict.ERROR)
                        .count()));
        xml.writeAttribute(
                "skipped", count(results.stream().filter(JUnitReport::skipped).count()));
        var time = results.stream().map(ScenarioResult::duration).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("time", seconds(time));
    }

    private static boolean skipped(ScenarioResult result) {
        return result.verdict() != Verdict.PASS && result.verdict() != Verdict.ERROR && !ReportData.failsTheRun(result);
    }

    private void testCase(ScenarioResult result) throws XMLStreamException {
        newline(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", data.run().header().implementation().name() + "." + result.area());
        xml.writeAttribute("name", text(result.key() + " " + result.name()));
        xml.writeAttribute("time", seconds(result.duration()));
        if (result.verdict() != Verdict.PASS) {
            ending(result);
        }
        newline(2);
        xml.writeEndElement();
    }

    private void ending(ScenarioResult result) throws XMLStreamException {
        newline(3);
        var message = result.message() == null ? "" : result.message();
        if (skipped(result)) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", text(reasonToSkip(result) + message));
            return;
        }
        xml.writeStartElement(result.verdict() == Verdict.ERROR ? "error" : "failure");
        xml.writeAttribute("type", result.verdict().label());
        xml.writeAttribute("message", text(message));
        xml.writeCharacters(text(String.join("\n", FailureText.lines(data, result))));
        xml.writeEndElement();
    }

    private static String reasonToSkip(ScenarioResult result) {
        if (!result.verdict().executed()) {
            return result.verdict().label() + ": ";
        }
        return result.asExpected()
                ? "known deviation, " + result.verdict().label() + ": "
                : "no must but a " + result.level().label() + ", "
                        + result.verdict().label() + ": ";
    }

    private void newline(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String count(long number) {
        return String.valueOf(number);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1000, 6).toPlainString();
    }

    /** XML cannot hold control characters, and a runtime may print any. */
    private static String text(String raw) {
        return raw.codePoints()
                .map(character -> character == '\n' || character == '\t' || allowed(character) ? character : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int character) {
        return character >= 0x20
                && !(character >= 0xD800 && character <= 0xDFFF)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
