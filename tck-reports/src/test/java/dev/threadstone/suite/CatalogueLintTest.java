package dev.threadstone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.CatalogueLoader;
import dev.threadstone.catalogue.Catalogues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueLintTest {

    @Test
    void theSuiteHasNoDefects() {
        assertThat(CatalogueLint.checkSuite(CatalogueLoader.load())).isEmpty();
    }

    @Test
    void aDoubledIdIsFound() {
        var catalogue = catalogue(false, must("LOCK-001"), must("LOCK-001"));

        assertThat(lint(catalogue, "")).containsExactly("LOCK-001 stands twice in the catalogue.");
    }

    @Test
    void anIdOutsideOfAllAreasIsFound() {
        assertThat(lint(catalogue(false, must("LOKC-001")), ""))
                .containsExactly("LOKC-001: LOKC is not among the areas.");
    }

    @Test
    void aMalformedIdIsFound() {
        assertThat(lint(catalogue(false, must("LOCK-1")), ""))
                .containsExactly("LOCK-1 is no id; expected one such as LOCK-007.");
    }

    @Test
    void anUntilBeforeASinceIsFound() {
        var catalogue =
                catalogue(false, Catalogues.requirement("LOCK-001", "level: must", "since: '3.10'", "until: '3.9'"));

        assertThat(lint(catalogue, "")).containsExactly("LOCK-001: until 3.9 is before since 3.10.");
    }

    @Test
    void anUndefinedProfileOrTagIsFound() {
        var catalogue =
                catalogue(false, Catalogues.requirement("LOCK-001", "level: must", "profile: cor", "tags: [signal]"));

        assertThat(lint(catalogue, ""))
                .containsExactly(
                        "LOCK-001: the profile cor is not defined.",
                        "LOCK-001: the tag signal is no profile and no topic.");
    }

    @Test
    void anErratumThatRefersToNothingIsFound() {
        var catalogue = Catalogues.of(Catalogues.head(false) + must("LOCK-001")
                + "errata: [{source: s, claim: c, finding: f, see: [LOCK-002]}]\n");

        assertThat(lint(catalogue, "")).containsExactly("The erratum 'c' refers to LOCK-002, which does not exist.");
    }

    @Test
    void aTestableMustOfAFinishedAreaWithoutAScenarioIsFound() {
        assertThat(lint(catalogue(true, must("LOCK-001")), ""))
                .containsExactly(
                        "LOCK-001 has no scenario, but LOCK is finished: write one, or say why it is" + " untestable.");
    }

    @Test
    void anUntestableMustOfAFinishedAreaNeedsNoScenario() {
        var catalogue =
                catalogue(true, Catalogues.requirement("LOCK-001", "level: must", "untestable: nobody sees it"));

        assertThat(lint(catalogue, "")).isEmpty();
    }

    @Test
    void aScenarioOfAnUntestableRequirementIsFound() {
        var catalogue =
                catalogue(true, Catalogues.requirement("LOCK-001", "level: must", "untestable: nobody sees it"));

        assertThat(lint(catalogue, "@LOCK-001.a\nScenario: One\n"))
                .containsExactly("sync/test.feature:3: LOCK-001 is marked untestable, yet here is a scenario.");
    }

    @Test
    void aScenarioOfAnUnknownRequirementIsFound() {
        assertThat(lint(catalogue(false, must("LOCK-001")), "@LOCK-002.a\nScenario: One\n"))
                .containsExactly("sync/test.feature:3: LOCK-002 is not in the catalogue.");
    }

    @Test
    void aScenarioWithoutARequirementIsFound() {
        assertThat(lint(catalogue(false, must("LOCK-001")), "@other\nScenario: One\n"))
                .containsExactly(
                        "sync/test.feature:3: 'One' has 0 scenario ids; it needs one tag such as @LOCK-007.a.");
    }

    @Test
    void aDoubledScenarioIdIsFound() {
        var feature = "@LOCK-001.a\nScenario: One\n\n@LOCK-001.a\nScenario: Two\n";

        assertThat(lint(catalogue(false, must("LOCK-001")), feature))
                .containsExactly("sync/test.feature:6: LOCK-001.a is the id of sync/test.feature:3 already.");
    }

    @Test
    void aDoubledCaseIsFound() {
        var outline = """
                @LOCK-001.a
                Scenario Outline: One <x>
                  Given a <x>
                  Examples:
                    | case | x |
                    | a    | 1 |
                    | a    | 2 |
                """;

        assertThat(lint(catalogue(false, must("LOCK-001")), outline))
                .containsExactly("sync/test.feature:8: LOCK-001.a[a] is the id of sync/test.feature:7 already.");
    }

    @Test
    void anOutlineWithoutACaseColumnIsFound() {
        var outline = "@LOCK-001.a\nScenario Outline: One <x>\n  Given a <x>\n  Examples:\n    | x |\n    | 1 |\n";

        assertThat(lint(catalogue(false, must("LOCK-001")), outline))
                .containsExactly("sync/test.feature:7: the examples of 'One 1' have no column 'case'.");
    }

    private static Catalogue catalogue(boolean finished, String... requirements) {
        return Catalogues.of(Catalogues.head(finished) + String.join("", requirements));
    }

    private static String must(String id) {
        return Catalogues.requirement(id, "level: must");
    }

    private static List<String> lint(Catalogue catalogue, String scenarios) {
        var feature = ("Feature: Test\n" + scenarios).getBytes(StandardCharsets.UTF_8);
        return CatalogueLint.check(
                catalogue, FeatureParser.parse("dev/threadstone/features/sync/test.feature", feature));
    }
}
