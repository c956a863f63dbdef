package dev.threadstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.catalogue.Catalogues;
import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Description.Build;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void aRequirementOfALaterVersionIsNotApplicable() {
        var closed = new Gate(runtime("3.8", Build.GIL))
                .check(requirement("since: '3.9'"))
                .orElseThrow();

        assertThat(closed.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(closed.reason()).isEqualTo("LOCK-001 is about Python 3.9 and later; this runtime is at 3.8.");
    }

    @Test
    void bothEndsOfARangeOfVersionsAreInside() {
        var requirement = requirement("since: '3.9'", "until: '3.12'");

        assertThat(new Gate(runtime("3.9", Build.GIL)).check(requirement)).isEmpty();
        assertThat(new Gate(runtime("3.12", Build.GIL)).check(requirement)).isEmpty();
        assertThat(new Gate(runtime("3.13", Build.GIL)).check(requirement)).isPresent();
    }

    @Test
    void aRequirementOfTheOtherBuildIsNotApplicable() {
        var gil = requirement("profile: gil");
        var free = requirement("profile: free-threaded");

        assertThat(new Gate(runtime("3.13", Build.GIL)).check(gil)).isEmpty();
        assertThat(new Gate(runtime("3.13", Build.FREE_THREADED)).check(gil)).isPresent();
        assertThat(new Gate(runtime("3.13", Build.FREE_THREADED)).check(free)).isEmpty();
        assertThat(new Gate(runtime("3.13", Build.GIL)).check(free)).isPresent();
    }

    @Test
    void whatNeedsAnAbsentTraitIsUnsupported() {
        var closed = new Gate(runtime("3.13", Build.GIL))
                .check(requirement("profile: signals"))
                .orElseThrow();

        assertThat(closed.verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(closed.reason()).isEqualTo("LOCK-001 needs signals, which this runtime declares to lack.");
        assertThat(new Gate(runtime("3.13", Build.GIL, Trait.SIGNALS)).check(requirement("profile: signals")))
                .isEmpty();
    }

    @Test
    void notBeingApplicableCountsMoreThanBeingUnsupported() {
        var both = List.of(requirement("profile: signals"), requirement("since: '3.14'"));

        assertThat(new Gate(runtime("3.13", Build.GIL))
                        .check(both)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aRequirementPassesOnlyIfEveryScenarioOfItDoes() {
        var catalogue = Catalogues.of(Catalogues.head(false)
                + Catalogues.requirement("LOCK-001", "level: must")
                + Catalogues.requirement("LOCK-002", "level: must")
                + Catalogues.requirement("LOCK-003", "level: must", "since: '3.14'")
                + Catalogues.requirement("LOCK-004", "level: must", "profile: signals")
                + Catalogues.requirement("LOCK-005", "level: must", "untestable: nobody sees it")
                + Catalogues.requirement("GIL-001", "level: detail"));
        var verdicts = Map.of(
                "LOCK-001", Set.of(Verdict.PASS),
                "LOCK-002", Set.of(Verdict.PASS, Verdict.CRASH),
                "LOCK-004", Set.of(Verdict.UNSUPPORTED));

        var scores = Scores.of(catalogue, runtime("3.13", Build.GIL), verdicts);

        assertThat(scores.rows())
                .containsExactly(
                        new Scores.Row("LOCK", Level.MUST, new Score(5, 4, 1, 1, 2, 1)),
                        new Scores.Row("GIL", Level.DETAIL, new Score(1, 1, 0, 0, 0, 0)));
        assertThat(scores.total(Level.MUST).failed()).isEqualTo(1);
    }

    private static Requirement requirement(String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("level: must");
        return Catalogues.withRequirement("LOCK-001", all.toArray(String[]::new))
                .requirement("LOCK-001")
                .orElseThrow();
    }

    private static Description runtime(String python, Build build, Trait... traits) {
        return new Description("test", "1", PythonVersion.parse(python), build, "linux", Set.of(traits));
    }
}
