package dev.threadstone.cli;

import dev.threadstone.suite.Criteria;
import dev.threadstone.suite.Selector;
import dev.threadstone.suite.Suite;
import dev.threadstone.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code threadstone explain}. */
@Command(
        name = "explain",
        description = "Says what requirements mean, where they are written, what shows them and what breaks them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  threadstone explain RLOCK-007        one requirement with its scenarios",
            "  threadstone explain RLOCK-007.a      the same, by a scenario",
            "  threadstone explain 'DAEMON-*'       several"
        })
final class ExplainCommand extends ThreadstoneCommand {

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Requirement, scenario or area; * and ? are wildcards.")
    private List<String> ids = new ArrayList<>();

    @Override
    ExitCode execute(Terminal terminal) {
        var suite = Suite.load();
        var catalogue = suite.catalogue();
        var index = suite.index();
        var criteria = Criteria.ids(ids.toArray(String[]::new));
        var chosen = new Selector(catalogue, index).requirements(criteria);
        var explanation = new Explanation(catalogue, index, terminal);
        chosen.forEach(explanation::print);
        terminal.out().flush();
        return ExitCode.AS_EXPECTED;
    }
}
