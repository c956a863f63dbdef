package dev.threadstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.CatalogueLoader;
import dev.threadstone.catalogue.Level;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Trait;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private final Catalogue catalogue = CatalogueLoader.load();
    private final Description runtime = new Description(
            "any", "1", new PythonVersion(3, 13), Description.Build.GIL, "linux", Set.of(Trait.values()));

    @Test
    void anErrorIsNobodysFailureAndNoPass() {
        assertThat(mustsOfLock(Set.of(Verdict.PASS, Verdict.ERROR)))
                .extracting(Score::executed, Score::passed, Score::failed)
                .containsExactly(0, 0, 0);
    }

    @Test
    void aFailureCountsWhateverElseHappened() {
        assertThat(mustsOfLock(Set.of(Verdict.PASS, Verdict.ERROR, Verdict.FAIL)))
                .extracting(Score::executed, Score::passed, Score::failed)
                .containsExactly(1, 0, 1);
    }

    @Test
    void aRequirementWhoseScenariosAllPassIsPassed() {
        assertThat(mustsOfLock(Set.of(Verdict.PASS, Verdict.NOT_APPLICABLE)))
                .extracting(Score::executed, Score::passed, Score::failed)
                .containsExactly(1, 1, 0);
    }

    private Score mustsOfLock(Set<Verdict> verdicts) {
        return Scores.of(catalogue, runtime, Map.of("LOCK-001", verdicts)).rows().stream()
                .filter(row -> row.area().equals("LOCK") && row.level() == Level.MUST)
                .findFirst()
                .orElseThrow()
                .score();
    }
}
