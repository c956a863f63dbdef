package dev.threadstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Path PAGE = Path.of("..", "features", "vocabulary.md");

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void everyStepMatchesExactlyOneExpression() {
        var texts = FeatureSteps.texts();
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(notMatchingOnce(texts)).isEmpty();
    }

    @Test
    void everyExpressionIsUsed() {
        var texts = FeatureSteps.texts();
        var unused = vocabulary.entries().stream()
                .filter(entry -> texts.stream().noneMatch(entry::matches))
                .map(Vocabulary.Entry::source);
        assertThat(unused).isEmpty();
    }

    @Test
    void noTextThatAnExpressionAllowsMatchesASecondOne() {
        var generated = vocabulary.entries().stream()
                .flatMap(entry -> SampleTexts.of(entry.source()))
                .collect(Collectors.toSet());
        assertThat(generated.size()).isGreaterThan(3_000);
        assertThat(notMatchingOnce(generated)).isEmpty();
    }

    @Test
    void thePageListsEveryExpressionByHeading() throws IOException {
        var page = page();
        if (Boolean.getBoolean("threadstone.overwrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it anew with -Dthreadstone.overwrite=true")
                .content()
                .isEqualTo(page);
    }

    private List<String> notMatchingOnce(Collection<String> texts) {
        return texts.stream()
                .filter(text -> vocabulary.matching(text).size() != 1)
                .map(text -> text + " -> "
                        + vocabulary.matching(text).stream()
                                .map(Vocabulary.Entry::source)
                                .toList())
                .limit(40)
                .toList();
    }

    private String page() {
        var headings = vocabulary.entries().stream()
                .collect(Collectors.groupingBy(Vocabulary.Entry::heading, LinkedHashMap::new, Collectors.toList()));
        var text = new StringBuilder("# The vocabulary\n\nEvery step that features may use. Parameters in braces; "
                + "what they match is in the classes `NameTypes` and `ValueTypes`.\n");
        headings.forEach((heading, entries) -> {
            text.append("\n## ").append(heading).append("\n\n");
            entries.stream()
                    .map(entry -> "- " + entry.keyword() + " `" + entry.source() + "`\n")
                    .sorted()
                    .forEach(text::append);
        });
        return text.toString();
    }
}
