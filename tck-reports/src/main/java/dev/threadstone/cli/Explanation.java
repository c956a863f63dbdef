package dev.threadstone.cli;

import dev.threadstone.adapter.reference.saboteur.Saboteur;
import dev.threadstone.adapter.reference.saboteur.Saboteurs;
import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Erratum;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.catalogue.SourceLink;
import dev.threadstone.suite.ParsedScenario;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.ScenarioIndex;
import dev.threadstone.verdict.VersionRange;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints all that is known of a requirement. */
final class Explanation {

    private final Catalogue catalogue;
    private final ScenarioIndex index;
    private final PrintWriter out;

    Explanation(Catalogue catalogue, ScenarioIndex index, Terminal terminal) {
        this.catalogue = catalogue;
        this.index = index;
        this.out = terminal.out();
    }

    void print(Requirement requirement) {
        out.println(requirement.id() + ": " + requirement.statement());
        out.println();
        field("level", requirement.level().label());
        field("area", area(requirement));
        field("versions", new VersionRange(requirement.since(), requirement.until()).toString());
        field("profile", requirement.profile());
        field("tags", String.join(", ", requirement.tags()));
        field("error", requirement.error());
        field("observe", requirement.observe());
        field("verified", versions(requirement.verifiedOn()));
        field("differs", versions(requirement.differsOn()));
        field("note", requirement.note());
        field("untestable", requirement.untestable());
        requirement.sources().forEach(this::source);
        catalogue.errata().stream()
                .filter(erratum -> erratum.see().contains(requirement.id()))
                .forEach(this::erratum);
        Saboteurs.all().stream()
                .filter(saboteur -> saboteur.requirements().contains(requirement.id()))
                .forEach(this::saboteur);
        out.println();
        index.of(requirement.id()).forEach(this::scenario);
        if (requirement.testable() && index.of(requirement.id()).isEmpty()) {
            out.println("  No scenario shows it yet.");
            out.println();
        }
    }

    private String area(Requirement requirement) {
        return catalogue
                .area(requirement.area())
                .map(area -> area.id() + ", " + area.subject())
                .orElse(requirement.area());
    }

    private static String versions(List<String> versions) {
        return versions.isEmpty() ? "" : "CPython " + String.join(", ", versions);
    }

    private void source(String source) {
        field("source", source + SourceLink.of(source).map(link -> "  " + link).orElse(""));
    }

    private void erratum(Erratum erratum) {
        field("erratum", erratum.source() + " claims: " + erratum.claim() + " But: " + erratum.finding());
    }

    private void saboteur(Saboteur saboteur) {
        field("saboteur", saboteur.name() + ": " + saboteur.breaks());
    }

    private void scenario(Scenario scenario) {
        out.println("  " + scenario.key() + "  " + scenario.name());
        out.println("    " + scenario.source().location());
        for (var step : scenario.source().steps()) {
            out.println("    " + step.keyword() + " " + step.text());
            table(step);
        }
        out.println();
    }

    private void table(ParsedScenario.Step step) {
        step.table().forEach(row -> out.println("      | " + String.join(" | ", row) + " |"));
    }

    private void field(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.println("  " + String.format("%-11s", name) + text);
        }
    }
}
