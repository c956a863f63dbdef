package dev.threadstone.vocabulary;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts of all steps of all features, outlines expanded. */
final class FeatureSteps {

    private static final Path FEATURES = Path.of("..", "features");

    private FeatureSteps() {}

    static List<String> texts() {
        try (var files = Files.walk(FEATURES)) {
            return files.filter(file -> file.toString().endsWith(".feature")
                            && !file.toString().contains("target"))
                    .flatMap(FeatureSteps::pickles)
                    .flatMap(pickle -> pickle.getSteps().stream())
                    .map(PickleStep::getText)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Pickle> pickles(Path file) {
        try {
            return GherkinParser.builder()
                    .includeSource(false)
                    .includeGherkinDocument(false)
                    .build()
                    .parse(file)
                    .map(Envelope::getPickle)
                    .flatMap(Optional::stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
