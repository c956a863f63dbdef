package dev.threadstone.suite;

import dev.threadstone.catalogue.Area;
import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Requirement;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses requirements and scenarios. */
public final class Selector {

    private final Catalogue catalogue;
    private final ScenarioIndex index;

    public Selector(Catalogue catalogue, ScenarioIndex index) {
        this.catalogue = catalogue;
        this.index = index;
    }

    /**
     * The scenarios that meet the criteria, in the order of the index.
     *
     * @throws UnknownNameException if the criteria name an id or area that does not exist, or a malformed tag expression
     */
    public List<Scenario> scenarios(Criteria criteria) {
        checkNames(criteria);
        Predicate<Scenario> chosen = ids(criteria.ids());
        chosen = chosen.and(scenario -> inAreas(scenario.requirements(), criteria.areas()))
                .and(scenario ->
                        criteria.levels().isEmpty() || criteria.levels().contains(scenario.level()))
                .and(tags(criteria.tags()))
                .and(scenario -> criteria.keys() == null || criteria.keys().contains(scenario.key()));
        var scenarios = index.scenarios().stream().filter(chosen).toList();
        return criteria.shard() == null ? scenarios : criteria.shard().of(scenarios);
    }

    /**
     * The requirements that meet the criteria, in the order of the catalogue; tags, keys and shards are about scenarios
     * and do not count here.
     *
     * @throws UnknownNameException as {@link #scenarios}
     */
    public List<Requirement> requirements(Criteria criteria) {
        checkNames(criteria);
        var patterns = patterns(criteria.ids());
        return catalogue.requirements().stream()
                .filter(requirement -> patterns.isEmpty()
                        || Stream.concat(
                                        Stream.of(requirement.id(), requirement.area()),
                                        index.of(requirement.id()).stream().flatMap(Selector::names))
                                .anyMatch(name -> matches(patterns, name)))
                .filter(requirement -> inAreas(List.of(requirement), criteria.areas()))
                .filter(requirement ->
                        criteria.levels().isEmpty() || criteria.levels().contains(requirement.level()))
                .toList();
    }

    private static Predicate<Scenario> ids(List<String> ids) {
        var patterns = patterns(ids);
        return scenario -> patterns.isEmpty() || names(scenario).anyMatch(name -> matches(patterns, name));
    }

    private static Predicate<Scenario> tags(@Nullable String expression) {
        if (expression == null) {
            return scenario -> true;
        }
        try {
            var parsed = TagExpressionParser.parse(expression);
            return scenario -> parsed.evaluate(scenario.source().tags());
        } catch (TagExpressionException e) {
            throw new UnknownNameException("'" + expression + "' is no tag expression: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + " Expected one such as \"@LOCK-007 and not @until-3.12\".");
        }
    }

    private static boolean inAreas(List<Requirement> requirements, List<String> areas) {
        return areas.isEmpty()
                || requirements.stream()
                        .anyMatch(requirement -> areas.stream().anyMatch(requirement.area()::equalsIgnoreCase));
    }

    /** Every name under which a scenario can be asked for. */
    private static Stream<String> names(Scenario scenario) {
        return Stream.concat(
                Stream.of(scenario.id(), scenario.key()),
                scenario.requirements().stream()
                        .flatMap(requirement -> Stream.of(requirement.id(), requirement.area())));
    }

    private void checkNames(Criteria criteria) {
        var known = knownNames();
        for (var id : criteria.ids()) {
            var pattern = pattern(id);
            if (known.stream().noneMatch(name -> pattern.matcher(name).matches())) {
                throw new UnknownNameException(
                        "There is no requirement, scenario or area '" + id + "'." + NearMatches.sentence(id, known));
            }
        }
        var areas = catalogue.areas().stream().map(Area::id).toList();
        for (var area : criteria.areas()) {
            if (areas.stream().noneMatch(area::equalsIgnoreCase)) {
                throw new UnknownNameException("There is no area '" + area + "'." + NearMatches.sentence(area, areas));
            }
        }
    }

    private Set<String> knownNames() {
        var names = new LinkedHashSet<String>();
        catalogue.areas().forEach(area -> names.add(area.id()));
        catalogue.requirements().forEach(requirement -> names.add(requirement.id()));
        index.scenarios().forEach(scenario -> names(scenario).forEach(names::add));
        return names;
    }

    private static List<Pattern> patterns(List<String> globs) {
        return globs.stream().map(Selector::pattern).toList();
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** Case of the area does not matter, since no two ids differ in case alone. */
    private static Pattern pattern(String glob) {
        var regex = new StringBuilder();
        for (var character : glob.strip().replaceFirst("^@", "").toCharArray()) {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
