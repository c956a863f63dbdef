package dev.threadstone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.PythonVersion;
import dev.threadstone.verdict.VersionRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureParserTest {

    private static final String FEATURE = """
            Feature: Lock
              Background:
                Given a Lock guard
              Rule: It excludes
                @LOCK-001.a @LOCK-002 @since-3.9 @until-3.12
                Scenario: One
                  When alpha acquires guard
                  And beta runs:
                    | acquire guard |
                @LOCK-003.b
                Scenario Outline: <kind> too
                  Given a <kind> other
                  Examples:
                    | case  | kind  |
                    | plain | Lock  |
                    | again | RLock |
            """;

    @Test
    void aScenarioHasItsStepsWithThoseOfTheBackground() {
        var one = parse().get(0);

        assertThat(one.steps())
                .containsExactly(
                        new ParsedScenario.Step("Given", "a Lock guard", 3, List.of()),
                        new ParsedScenario.Step("When", "alpha acquires guard", 7, List.of()),
                        new ParsedScenario.Step("And", "beta runs:", 8, List.of(List.of("acquire guard"))));
        assertThat(one.location()).isEqualTo("sync/lock.feature:6");
        assertThat(one.inOutline()).isFalse();
    }

    @Test
    void everyRowOfAnOutlineIsAScenarioWithItsCase() {
        var rows = parse().subList(1, 3);

        assertThat(rows).extracting(ParsedScenario::name).containsExactly("Lock too", "RLock too");
        assertThat(rows).extracting(ParsedScenario::example).containsExactly("plain", "again");
        assertThat(rows).extracting(ParsedScenario::line).containsExactly(15, 16);
        assertThat(rows).allMatch(ParsedScenario::inOutline);
    }

    @Test
    void theTagsSayRequirementsAndVersions() {
        var tags = ScenarioTags.of(parse().get(0).tags());

        assertThat(tags.ids()).containsExactly("LOCK-001.a");
        assertThat(tags.requirements()).containsExactly("LOCK-001", "LOCK-002");
        assertThat(tags.range()).isEqualTo(new VersionRange(new PythonVersion(3, 9), new PythonVersion(3, 12)));
    }

    @Test
    void malformedGherkinIsNamedWithItsFile() {
        assertThatThrownBy(() -> FeatureParser.parse(
                        "a/b.feature",
                        "Feature: x\n  Scenario: y\n    Given z\n    nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("a/b.feature is not well-formed Gherkin");
    }

    private static List<ParsedScenario> parse() {
        return FeatureParser.parse("x/sync/lock.feature", FEATURE.getBytes(StandardCharsets.UTF_8));
    }
}
