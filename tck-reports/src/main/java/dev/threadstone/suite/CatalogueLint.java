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
                defect(requirement.id() + " stands twice in the catalogue.");
            }
            if (!requirement.id().matches("[A-Z]+-\\d{3}")) {
                defect(requirement.id() + " is no id; expected one such as LOCK-007.");
            }
            if (catalogue.area(requirement.area()).isEmpty()) {
                defect(requirement.id() + ": " + requirement.area() + " is not among the areas.");
            }
        }
        var areas = new HashSet<String>();
        catalogue.areas().stream()
                .filter(area -> !areas.add(area.id()))
                .forEach(area -> defect("The area " + area.id() + " stands twice in the catalogue."));
    }

    private void versions() {
        for (var requirement : catalogue.requirements()) {
            var since = requirement.since();
            var until = requirement.until();
            if (since != null && until != null && !until.isAtLeast(since)) {
                defect(requirement.id() + ": until " + until + " is before since " + since + ".");
            }
        }
    }

    private void conditions() {
        for (var requirement : catalogue.requirements()) {
            if (!catalogue.profiles().contains(requirement.profile())) {
                defect(requirement.id() + ": the profile " + requirement.profile() + " is not defined.");
            }
            requirement.tags().stream()
                    .filter(tag -> !catalogue.profiles().contains(tag) && !TOPICS.contains(tag))
                    .forEach(tag -> defect(requirement.id() + ": the tag " + tag + " is no profile and no topic."));
        }
    }

    private void references() {
        for (var erratum : catalogue.errata()) {
            erratum.see().stream()
                    .filter(id -> catalogue.requirement(id).isEmpty())
                    .forEach(id -> defect(
                            "The erratum '" + erratum.claim() + "' refers to " + id + ", which does not exist."));
        }
    }

    private void scenarios() {
        for (var scenario : scenarios) {
            var tags = ScenarioTags.of(scenario.tags());
            if (tags.ids().size() != 1) {
                defect(scenario.location() + ": '" + scenario.name() + "' has "
                        + tags.ids().size() + " scenario ids; it needs one tag such as @LOCK-007.a.");
            }
            if (scenario.inOutline() && scenario.example() == null) {
                defect(scenario.location() + ": the examples of '" + scenario.name() + "' have no column '"
                        + FeatureParser.CASE_COLUMN + "'.");
            }
            tags.requirements().forEach(id -> shows(scenario, id));
            tags.ids().forEach(id -> unique(scenario, id));
        }
    }

    private void shows(ParsedScenario scenario, String id) {
        shown.add(id);
        var requirement = catalogue.requirement(id);
        if (requirement.isEmpty()) {
            defect(scenario.location() + ": " + id + " is not in the catalogue.");
        } else if (!requirement.get().testable()) {
            defect(scenario.location() + ": " + id + " is marked untestable, yet here is a scenario.");
        }
    }

    private void unique(ParsedScenario scenario, String id) {
        var key = scenario.example() == null ? id : id + "[" + scenario.example() + "]";
        var earlier = keys.putIfAbsent(key, scenario);
        if (earlier != null) {
            defect(scenario.location() + ": " + key + " is the id of " + earlier.location() + " already.");
        }
        var owner = owners.putIfAbsent(id, scenario);
        if (owner != null && earlier == null && !sameOutline(owner, scenario)) {
            defect(scenario.location() + ": " + id + " is the id of " + owner.location() + " already.");
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
                defect(requirement.id() + " has no scenario, but " + requirement.area()
                        + " is finished: write one, or say why it is untestable.");
            }
        }
    }

    private void defect(String sentence) {
        defects.add(sentence);
    }
}
