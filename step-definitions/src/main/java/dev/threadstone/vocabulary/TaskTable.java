package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a task: the verbs of the steps in base form, or a call. */
public final class TaskTable {

    private static final Pattern WAIT = Pattern.compile("on (\\w+)(?: until (\\w+) is above (.+))?");

    private TaskTable() {}

    /** One request for each row. */
    public static List<Request> parse(List<String> rows, Names names) {
        return rows.stream().flatMap(row -> parseRow(row, names).stream()).toList();
    }

    private static List<Request> parseRow(String row, Names names) {
        if (row.matches(Patterns.CALL)) {
            return List.of(CallExpression.parse(row, names).request());
        }
        var words = row.split(" ", 2);
        if (words.length < 2) {
            throw unknown(row);
        }
        return switch (words[0]) {
            case "acquire", "release", "read", "write", "set", "clear" ->
                List.of(Request.call(known(words[1], names), words[0]));
            case "add" -> List.of(add(words[1], names));
            case "wait" -> wait(words[1], names);
            case "await" ->
                List.of(new Request.Await(CallExpression.parse(words[1], names).request()));
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

    private static List<Request> wait(String rest, Names names) {
        var matcher = WAIT.matcher(rest);
        if (!matcher.matches()) {
            throw unknown("wait " + rest);
        }
        var waitable = known(matcher.group(1), names);
        return matcher.group(2) == null
                ? List.of(Request.call(waitable, "wait"))
                : WaitUntil.above(waitable, known(matcher.group(2), names), Literals.value(matcher.group(3), names));
    }

    private static String known(String name, Names names) {
        names.kindOf(name);
        return name;
    }

    private static ScenarioMistake unknown(String row) {
        return new ScenarioMistake(
                "A task cannot \"" + row + "\". It can: acquire, release, read, write, set or clear "
                        + "NAME; add NUMBER to NAME; wait on NAME, or wait on NAME until NAME is above NUMBER; await a call, in a coroutine; or any call such as guard.acquire(timeout=2s).");
    }
}
