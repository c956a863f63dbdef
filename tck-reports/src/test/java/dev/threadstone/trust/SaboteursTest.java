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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each saboteur breaks what it says that it breaks, and the suite notices exactly that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaboteursTest {

    private static final PythonVersion USUAL = PythonVersion.parse("3.14");
    private static final PythonVersion NEWER = PythonVersion.parse("3.15");

    /** Saboteurs that every scenario is run under, to check that none is left out wrongly: each so many. */
    private static final int CHECKED_WHOLLY = 100;

    private final Suite suite = new Suite();
    private final SabotageScope scope = SabotageScope.of(suite);

    static Stream<String> names() {
        return Saboteurs.all().stream().map(Saboteur::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void exactlyTheBrokenRequirementsFail(String name) {
        var saboteur = Saboteurs.find(name).orElseThrow();
        var settings = settings(saboteur);
        var results = suite.judge(new ReferenceProvider(), settings, scope.touchedBy(settings));
        assertThat(broken(results)).isEqualTo(saboteur.requirements());
        assertThat(results)
                .as("a saboteur is noticed by what it does, not by a crash, a hang or an error of the suite")
                .extracting(ScenarioResult::verdict)
                .isSubsetOf(Verdict.PASS, Verdict.FAIL, Verdict.UNSUPPORTED, Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @MethodSource("everyHundredthName")
    void noScenarioFailsBesidesThoseThatASaboteurCanTouch(String name) {
        var settings = settings(Saboteurs.find(name).orElseThrow());
        var touched = scope.touchedBy(settings);
        var results = suite.judge(new ReferenceProvider(), settings, scenario -> !touched.test(scenario));
        assertThat(broken(results)).isEmpty();
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

    static Stream<String> everyHundredthName() {
        var names = names().toList();
        return IntStream.range(0, names.size())
                .filter(i -> i % CHECKED_WHOLLY == 0)
                .mapToObj(names::get);
    }

    private Settings settings(Saboteur saboteur) {
        return Settings.DEFAULTS
                .withParallelism(2)
                .withOption("sabotage", saboteur.name())
                .withOption("python", level(saboteur))
                .withOption("build", build(saboteur));
    }

    /** The free-threaded build for saboteurs of what only that one has to show. */
    private String build(Saboteur saboteur) {
        return saboteur.requirements().stream()
                        .map(id ->
                                suite.catalogue().requirement(id).orElseThrow().profile())
                        .anyMatch("free-threaded"::equals)
                ? "free-threaded"
                : "gil";
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
