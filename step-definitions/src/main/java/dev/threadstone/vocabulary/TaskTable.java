package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.List;

/** The rows of a task: the verbs of the steps in base form, or a call. */
public final class TaskTable {

    private TaskTable() {}

    /** One request for each row. */
    public static List<Request> parse(List<String> rows, Names names) {
        return rows.stream().map(row -> parseRow(row, names)).toList();
    }

    private static Request parseRow(String row, Names names) {
        if (row.matches(Patterns.CALL)) {
            return CallExpression.parse(row, names).request();
        }
        var words = row.split(" ", 2);
        if (words.length < 2) {
            throw unknown(row);
        }
        return switch (words[0]) {
            case "acquire", "release", "read", "write", "set", "clear" ->
                Request.call(known(words[1], names), words[0]);
            case "add" -> add(words[1], names);
            default -> throw unknown(row);
        };
    }

    private static Request add(String rest, Names names) {
        var words = rest.split(" to ", 2);
        if (words.length < 2) {
            throw unknown("add " + rest);
        }
        return Request.call(known(words[1], names), "add", Arguments.of(Literals.value(words[0], names)));
    }

    private static String known(String name, Names names) {
        names.kindOf(name);
        return name;
    }

    private static ScenarioMistake unknown(String row) {
        return new ScenarioMistake("A task cannot \"" + row + "\". It can: acquire, release, read, write, set or clear "
                + "NAME; add NUMBER to NAME; or any call such as guard.acquire(timeout=2s).");
    }
}
