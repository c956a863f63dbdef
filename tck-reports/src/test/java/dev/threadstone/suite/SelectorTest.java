package dev.threadstone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.catalogue.Catalogues;
import dev.threadstone.catalogue.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectorTest {

    private static final String FEATURE = """
            Feature: Lock
              @LOCK-001.a @slow
              Scenario: One
              @LOCK-001.b
              Scenario: Two
              @LOCK-002.a
              Scenario Outline: <case>
                Given <case>
                Examples:
                  | case |
                  | x    |
                  | y    |
              @GIL-001.a
              Scenario: Four
            """;

    private final Selector selector = selector();

    @Test
    void nothingNarrowsTheChoiceUnlessItIsGiven() {
        assertThat(keys(Criteria.ALL))
                .containsExactly("LOCK-001.a", "LOCK-001.b", "LOCK-002.a[x]", "LOCK-002.a[y]", "GIL-001.a");
    }

    @Test
    void aRequirementMeansAllItsScenarios() {
        assertThat(keys(Criteria.ids("LOCK-001"))).containsExactly("LOCK-001.a", "LOCK-001.b");
    }

    @Test
    void aScenarioMeansAllItsCasesAndACaseMeansItself() {
        assertThat(keys(Criteria.ids("LOCK-002.a"))).containsExactly("LOCK-002.a[x]", "LOCK-002.a[y]");
        assertThat(keys(Criteria.ids("lock-002.A[y]"))).containsExactly("LOCK-002.a[y]");
    }

    @Test
    void anAreaOrAWildcardMeansSeveral() {
        assertThat(keys(Criteria.ids("GIL"))).containsExactly("GIL-001.a");
        assertThat(keys(Criteria.ids("LOCK-00?.a"))).containsExactly("LOCK-001.a", "LOCK-002.a[x]", "LOCK-002.a[y]");
        assertThat(keys(Criteria.ids("*"))).hasSize(5);
    }

    @Test
    void levelsTagsAreasAndKeysNarrowTheChoice() {
        assertThat(keys(criteria(List.of("gil"), List.of(), null, null))).containsExactly("GIL-001.a");
        assertThat(keys(criteria(List.of(), List.of(Level.SHOULD), null, null)))
                .containsExactly("LOCK-002.a[x]", "LOCK-002.a[y]");
        assertThat(keys(criteria(List.of("LOCK"), List.of(Level.MUST), "not @slow", null)))
                .containsExactly("LOCK-001.b");
        assertThat(keys(criteria(List.of(), List.of(), null, Set.of("LOCK-002.a[x]"))))
                .containsExactly("LOCK-002.a[x]");
    }

    @Test
    void theShardsOfAChoiceAreDisjointAndTogetherAreTheChoice() {
        var shards = Stream.of("1/3", "2/3", "3/3")
                .flatMap(shard ->
                        keys(new Criteria(List.of(), List.of(), List.of(), null, null, Shard.parse(shard))).stream());

        assertThat(shards).containsExactlyInAnyOrderElementsOf(keys(Criteria.ALL));
    }

    @Test
    void anUnknownIdIsAnsweredWithNearMatches() {
        assertThatThrownBy(() -> selector.scenarios(Criteria.ids("LOKC-001")))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageStartingWith("There is no requirement, scenario or area 'LOKC-001'. Did you mean LOCK-001?");
    }

    @Test
    void anUnknownAreaIsAnsweredWithNearMatches() {
        assertThatThrownBy(() -> selector.scenarios(criteria(List.of("LOKC"), List.of(), null, null)))
                .hasMessage("There is no area 'LOKC'. Did you mean LOCK?");
    }

    @Test
    void aMalformedTagExpressionIsAnsweredWithAnExample() {
        assertThatThrownBy(() -> selector.scenarios(criteria(List.of(), List.of(), "@a and", null)))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageStartingWith("'@a and' is no tag expression")
                .hasMessageContaining("and not @until-3.12");
    }

    @Test
    void requirementsAreChosenByTheNamesOfTheirScenariosToo() {
        assertThat(selector.requirements(Criteria.ids("LOCK-001.b")))
                .extracting(requirement -> requirement.id())
                .containsExactly("LOCK-001");
    }

    @Test
    void aShardOutsideOfItsCountIsRefused() {
        assertThatThrownBy(() -> Shard.parse("4/3")).hasMessageContaining("4/3 is no shard");
        assertThatThrownBy(() -> Shard.parse("3")).hasMessageContaining("'3' is no shard; expected one such as 2/3");
    }

    @Test
    void theDistanceOfTwoTextsCountsEdits() {
        assertThat(NearMatches.distance("LOCK-001", "LOCK-001")).isZero();
        assertThat(NearMatches.distance("LOCK", "RLOCK")).isEqualTo(1);
        assertThat(NearMatches.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearMatches.of("QUEUE-001", List.of("LOCK-001"))).isEmpty();
    }

    private static Criteria criteria(
            List<String> areas, List<Level> levels, @Nullable String tags, @Nullable Set<String> keys) {
        return new Criteria(List.of(), areas, levels, tags, keys, null);
    }

    private List<String> keys(Criteria criteria) {
        return selector.scenarios(criteria).stream().map(Scenario::key).toList();
    }

    private static Selector selector() {
        var catalogue = Catalogues.of(Catalogues.head(false)
                + Catalogues.requirement("LOCK-001", "level: must")
                + Catalogues.requirement("LOCK-002", "level: should")
                + Catalogues.requirement("GIL-001", "level: must", "profile: gil"));
        var parsed = FeatureParser.parse("x/sync/lock.feature", FEATURE.getBytes(StandardCharsets.UTF_8));
        return new Selector(catalogue, ScenarioIndex.of(parsed, catalogue));
    }
}
