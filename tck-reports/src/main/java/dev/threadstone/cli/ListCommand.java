package dev.threadstone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.render.TextTable;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.ScenarioIndex;
import dev.threadstone.suite.Selector;
import dev.threadstone.suite.Suite;
import dev.threadstone.verdict.ExitCode;
import dev.threadstone.verdict.VersionRange;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code threadstone list}. */
@Command(
        name = "list",
        description = "Lists requirements, scenarios or implementations.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        footer = {
            "",
            "Examples:",
            "  threadstone list requirements --area RLOCK --level must",
            "  threadstone list scenarios 'LOCK-01*'",
            "  threadstone list scenarios --json",
            "  threadstone list implementations"
        })
final class ListCommand {

    private static final int STATEMENT_WIDTH = 100;

    @ParentCommand
    private @Nullable Main main;

    @Command(
            name = "requirements",
            description = "Lists requirements with the number of their scenarios.",
            mixinStandardHelpOptions = true)
    int requirements(
            @Mixin FilterOptions filters,
            @Option(names = "--json", description = "As JSON, with every field.") boolean json) {
        var suite = Suite.load();
        var index = suite.index();
        var chosen = new Selector(suite.catalogue(), index).requirements(filters.criteria(null, null));
        if (json) {
            Json.print(terminal().out(), chosen, (generator, item) -> requirement(generator, item, index));
            return ExitCode.AS_EXPECTED.code();
        }
        var table = new TextTable("id", "level", "versions", "profile", "scenarios", "statement");
        for (var item : chosen) {
            table.add(
                    item.id(),
                    item.level().label(),
                    new VersionRange(item.since(), item.until()),
                    item.profile(),
                    item.testable() ? index.of(item.id()).size() : "untestable",
                    shortened(item.statement()));
        }
        return print(table, chosen.size(), "requirement");
    }

    @Command(name = "scenarios", description = "Lists scenarios, a row for each case.", mixinStandardHelpOptions = true)
    int scenarios(
            @Mixin FilterOptions filters,
            @Option(names = "--json", description = "As JSON, with the steps.") boolean json) {
        var suite = Suite.load();
        var chosen = new Selector(suite.catalogue(), suite.index()).scenarios(filters.criteria(null, null));
        if (json) {
            Json.print(terminal().out(), chosen, ListCommand::scenario);
            return ExitCode.AS_EXPECTED.code();
        }
        var table = new TextTable("id", "level", "where", "name");
        chosen.forEach(item ->
                table.add(item.key(), item.level().label(), item.source().location(), item.name()));
        return print(table, chosen.size(), "scenario");
    }

    @Command(
            name = "implementations",
            description = "Lists what can stand after -i, besides the command of a Python.",
            mixinStandardHelpOptions = true)
    int implementations(
            @Option(names = "--classpath", defaultValue = "", description = "As in 'run'.") String classPath,
            @Option(names = "--json", description = "As JSON.") boolean json) {
        var providers = Implementations.find(classPath).providers();
        if (json) {
            Json.print(terminal().out(), providers, ListCommand::implementation);
            return ExitCode.AS_EXPECTED.code();
        }
        var table = new TextTable("name", "summary");
        providers.forEach(provider -> table.add(provider.name(), provider.summary()));
        return print(table, providers.size(), "implementation");
    }

    private int print(TextTable table, int count, String noun) {
        if (!table.isEmpty()) {
            table.lines().forEach(terminal().out()::println);
        }
        terminal().err().println(count + " " + noun + (count == 1 ? "" : "s"));
        return ExitCode.AS_EXPECTED.code();
    }

    private static void requirement(JsonGenerator json, Requirement item, ScenarioIndex index) throws IOException {
        Json.text(json, "id", item.id());
        Json.text(json, "area", item.area());
        Json.text(json, "level", item.level().label());
        Json.text(json, "profile", item.profile());
        Json.texts(json, "tags", item.tags());
        Json.text(json, "since", item.since());
        Json.text(json, "until", item.until());
        Json.text(json, "statement", item.statement());
        Json.text(json, "observe", item.observe());
        Json.text(json, "error", item.error());
        Json.texts(json, "sources", item.sources());
        Json.texts(json, "verifiedOn", item.verifiedOn());
        Json.texts(json, "differsOn", item.differsOn());
        Json.text(json, "note", item.note());
        Json.text(json, "untestable", item.untestable());
        Json.texts(
                json,
                "scenarios",
                index.of(item.id()).stream().map(Scenario::key).toList());
    }

    private static void scenario(JsonGenerator json, Scenario item) throws IOException {
        Json.text(json, "id", item.id());
        Json.text(json, "case", item.example());
        Json.text(json, "level", item.level().label());
        Json.texts(
                json,
                "requirements",
                item.requirements().stream().map(Requirement::id).toList());
        Json.text(json, "name", item.name());
        Json.text(json, "feature", item.source().feature());
        json.writeNumberField("line", item.source().line());
        Json.texts(json, "steps", steps(item));
    }

    private static List<String> steps(Scenario scenario) {
        return scenario.source().steps().stream()
                .map(step -> step.keyword() + " " + step.text())
                .toList();
    }

    private static void implementation(JsonGenerator json, ImplementationProvider provider) throws IOException {
        Json.text(json, "name", provider.name());
        Json.text(json, "summary", provider.summary());
    }

    private static String shortened(String statement) {
        return statement.length() <= STATEMENT_WIDTH
                ? statement
                : statement.substring(0, STATEMENT_WIDTH - 3).stripTrailing() + "...";
    }

    private Terminal terminal() {
        if (main == null) {
            throw new IllegalStateException("list is a command of threadstone, not of its own.");
        }
        return main.terminal();
    }
}
