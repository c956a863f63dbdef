package dev.threadstone.suite;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that catalogue and features agree. What it finds are sentences, one a defect. */
public final class CatalogueLint {

    /** Topics of the catalogue that are no profile. */
    private static final Set<String> TOPICS = Set.of("linux", "visibility", "ownership");

    private final Catalogue catalogue;
    private final List<ParsedScenario> scenarios;
    private final List<String> defects = new ArrayList<>();
    private final Map<String, ParsedScenario> keys = new HashMap<>();
    private final Map<String, ParsedScenario> owners = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    private CatalogueLint(Catalogue catalogue, List<ParsedScenario> scenarios) {
        this.catalogue = catalogue;
        this.scenarios = scenarios;
    }

    /** The defects of a catalogue and of the scenarios that go with it; empty if there are none. */
    static List<String> check(Catalogue catalogue, List<ParsedScenario> scenarios) {
        var lint = new CatalogueLint(catalogue, scenarios);
        lint.ids();
        lint.versions();
        lint.conditions();
        lint.references();
        lint.scenarios();
        lint.coverage();
        return List.copyOf(lint.defects);
    }

    /** The defects of the catalogue and the features that come with the suite. */
    public static List<String> checkSuite(Catalogue catalogue) {
        return check(catalogue, ScenarioIndex.parse(ScenarioIndex.FEATURES));
    }

    private void ids() {
        var seen = new HashSet<String>();
        for (var requirement : catalogue.requirements()) {
            if (!seen.add(requirement.id())) {
                defect("%s stands twice in the catalogue.", requirement.id());
            }
            if (!requirement.id().matches("[A-Z]+-\\d{3}")) {
                defect("%s is no id; expected one such as LOCK-007.", requirement.id());
            }
            if (catalogue.area(requirement.area()).isEmpty()) {
                defect("%s: %s is not among the areas.", requirement.id(), requirement.area());
            }
        }
        var areas = new HashSet<String>();
        catalogue.areas().stream()
                .filter(area -> !areas.add(area.id()))
                .forEach(area -> defect("The area %s stands twice in the catalogue.", area.id()));
    }

    private void versions() {
        for (var requirement : catalogue.requirements()) {
            var since = requirement.since();
            var until = requirement.until();
            if (since != null && until != null && !until.isAtLeast(since)) {
                defect("%s: until %s is before since %s.", requirement.id(), until, since);
            }
        }
    }

    private void conditions() {
        for (var requirement : catalogue.requirements()) {
            if (!catalogue.profiles().contains(requirement.profile())) {
                defect("%s: the profile %s is not defined.", requirement.id(), requirement.profile());
            }
            requirement.tags().stream()
                    .filter(tag -> !catalogue.profiles().contains(tag) && !TOPICS.contains(tag))
                    .forEach(tag -> defect("%s: the tag %s is no profile and no topic.", requirement.id(), tag));
        }
    }

    private void references() {
        for (var erratum : catalogue.errata()) {
            erratum.see().stream()
                    .filter(id -> catalogue.requirement(id).isEmpty())
                    .forEach(id -> defect("The erratum '%s' refers to %s, which does not exist.", erratum.claim(), id));
        }
    }

    private void scenarios() {
        for (var scenario : scenarios) {
            var tags = ScenarioTags.of(scenario.tags());
            if (tags.ids().size() != 1) {
                defect(
                        "%s: '%s' has %d scenario ids; it needs one tag such as @LOCK-007.a.",
                        scenario.location(), scenario.name(), tags.ids().size());
            }
            if (scenario.inOutline() && scenario.example() == null) {
                defect(
                        "%s: the examples of '%s' have no column '%s'.",
                        scenario.location(), scenario.name(), FeatureParser.CASE_COLUMN);
            }
            tags.requirements().forEach(id -> shows(scenario, id));
            tags.ids().forEach(id -> unique(scenario, id));
        }
    }

    private void shows(ParsedScenario scenario, String id) {
        shown.add(id);
        var requirement = catalogue.requirement(id);
        if (requirement.isEmpty()) {
            defect("%s: %s is not in the catalogue.", scenario.location(), id);
        } else if (!requirement.get().testable()) {
            defect("%s: %s is marked untestable, yet here is a scenario.", scenario.location(), id);
        }
    }

    private void unique(ParsedScenario scenario, String id) {
        var key = scenario.example() == null ? id : id + "[" + scenario.example() + "]";
        var earlier = keys.putIfAbsent(key, scenario);
        if (earlier != null) {
            defect("%s: %s is the id of %s already.", scenario.location(), key, earlier.location());
        }
        var owner = owners.putIfAbsent(id, scenario);
        if (owner != null && earlier == null && !sameOutline(owner, scenario)) {
            defect("%s: %s is the id of %s already.", scenario.location(), id, owner.location());
        }
    }

    private static boolean sameOutline(ParsedScenario first, ParsedScenario second) {
        return first.feature().equals(second.feature()) && first.outlineLine() == second.outlineLine();
    }

    private void coverage() {
        for (Requirement requirement : catalogue.requirements()) {
            var finished = catalogue
                    .area(requirement.area())
                    .map(area -> area.finished())
                    .orElse(false);
            if (finished
                    && requirement.level() == Level.MUST
                    && requirement.testable()
                    && !shown.contains(requirement.id())) {
                defect(
                        "%s has no scenario, but %s is finished: write one, or say why it is untestable.",
                        requirement.id(), requirement.area());
            }
        }
    }

    private void defect(String format, Object... facts) {
        defects.add(format.formatted(facts));
    }
}
