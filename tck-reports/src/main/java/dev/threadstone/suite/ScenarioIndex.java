package dev.threadstone.suite;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every scenario of the suite, in the order of the feature files. Immutable. */
public final class ScenarioIndex {

    /** Where the features are on the class path. */
    public static final String FEATURES = "dev/threadstone/features";

    private final List<Scenario> scenarios;
    private final Map<String, List<Scenario>> byRequirement = new HashMap<>();
    private final Map<String, Scenario> byLocation = new HashMap<>();

    private ScenarioIndex(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
        for (var scenario : scenarios) {
            byLocation.put(
                    location(scenario.source().feature(), scenario.source().line()), scenario);
            for (var requirement : scenario.requirements()) {
                byRequirement
                        .computeIfAbsent(requirement.id(), id -> new ArrayList<>())
                        .add(scenario);
            }
        }
    }

    /** Indexes the features that come with the suite. */
    public static ScenarioIndex load(Catalogue catalogue) {
        return of(parse(FEATURES), catalogue);
    }

    /** Parses all feature files below a folder of the class path. */
    static List<ParsedScenario> parse(String folder) {
        var loader = ScenarioIndex.class.getClassLoader();
        var parsed = new ArrayList<ParsedScenario>();
        FeatureFiles.below(folder, loader)
                .forEach((name, content) -> parsed.addAll(FeatureParser.parse(name, content)));
        return parsed;
    }

    /**
     * Indexes parsed scenarios.
     *
     * @throws SuiteException if one has no id or speaks of an unknown requirement
     */
    static ScenarioIndex of(List<ParsedScenario> parsed, Catalogue catalogue) {
        return new ScenarioIndex(
                parsed.stream().map(source -> scenario(source, catalogue)).toList());
    }

    private static Scenario scenario(ParsedScenario source, Catalogue catalogue) {
        var tags = ScenarioTags.of(source.tags());
        if (tags.ids().isEmpty()) {
            throw new SuiteException(source.location() + ": the scenario '" + source.name()
                    + "' has no id; give it a tag such as @LOCK-007.a.");
        }
        var requirements = new ArrayList<Requirement>();
        for (var id : tags.requirements()) {
            requirements.add(catalogue
                    .requirement(id)
                    .orElseThrow(() -> new SuiteException(source.location() + ": the scenario '" + source.name()
                            + "' is tagged with " + id + ", which the catalogue does not have.")));
        }
        return new Scenario(tags.ids().get(0), requirements, tags.range(), source);
    }

    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** The scenarios that show a requirement, in order. */
    public List<Scenario> of(String requirementId) {
        return List.copyOf(byRequirement.getOrDefault(requirementId, List.of()));
    }

    /** The scenario at a line of a feature file, or the outline row. */
    Optional<Scenario> at(String feature, int line) {
        return Optional.ofNullable(byLocation.get(location(feature, line)));
    }

    private static String location(String feature, int line) {
        return feature + ":" + line;
    }
}
