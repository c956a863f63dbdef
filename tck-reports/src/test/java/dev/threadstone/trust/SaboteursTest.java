package dev.threadstone.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.adapter.reference.saboteur.Saboteur;
import dev.threadstone.adapter.reference.saboteur.Saboteurs;
import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Settings;
import dev.threadstone.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each saboteur breaks what it says that it breaks, and the suite notices exactly that. */
class SaboteursTest {

    private static final PythonVersion USUAL = PythonVersion.parse("3.14");
    private static final PythonVersion NEWER = PythonVersion.parse("3.15");

    private final Suite suite = new Suite();

    static Stream<String> names() {
        return Saboteurs.all().stream().map(Saboteur::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void exactlyTheBrokenRequirementsFail(String name) {
        var saboteur = Saboteurs.find(name).orElseThrow();
        var settings = Settings.DEFAULTS
                .withParallelism(2)
                .withOption("sabotage", name)
                .withOption("python", level(saboteur));
        var results = suite.judge(new ReferenceProvider(), settings);
        assertThat(broken(results)).isEqualTo(saboteur.requirements());
        assertThat(results)
                .as("a saboteur is noticed by what it does, not by a crash, a hang or an error of the suite")
                .extracting(ScenarioResult::verdict)
                .isSubsetOf(Verdict.PASS, Verdict.FAIL, Verdict.UNSUPPORTED, Verdict.NOT_APPLICABLE);
    }

    @Test
    void everyTestableMustOfAFinishedAreaIsKilled() {
        var killed = Saboteurs.all().stream()
                .flatMap(saboteur -> saboteur.requirements().stream())
                .collect(Collectors.toSet());
        var finished = suite.catalogue().areas().stream()
                .filter(area -> area.finished())
                .map(area -> area.id())
                .collect(Collectors.toSet());
        assertThat(suite.catalogue().requirements())
                .filteredOn(requirement -> requirement.level() == Level.MUST && requirement.testable())
                .filteredOn(requirement -> finished.contains(Requirement.areaOf(requirement.id())))
                .extracting(Requirement::id)
                .isSubsetOf(killed);
    }

    @Test
    void namesAreUnique() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    /** The reference's usual level, or the level of a requirement that is newer than that. */
    private String level(Saboteur saboteur) {
        return saboteur.requirements().stream()
                .map(id -> suite.catalogue().requirement(id).orElseThrow().since())
                .filter(since -> since != null && since.isAtLeast(NEWER))
                .findFirst()
                .orElse(USUAL)
                .toString();
    }

    private static Set<String> broken(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(result -> result.requirements().get(0))
                .collect(Collectors.toSet());
    }
}
