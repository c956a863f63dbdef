package dev.threadstone.reference.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The printed form of a {@link Schedule}. */
final class ScheduleText {

    private static final Pattern RANDOM = Pattern.compile("v1:random:(-?\\d+)");
    private static final Pattern PRIORITIES = Pattern.compile("v1:pct:(\\d+)/(\\d+)/(-?\\d+)");
    private static final Pattern REPLAY = Pattern.compile("v1:replay:(-?\\d+)/((?:[0-9a-z]|\\(\\d+\\))*)");
    private static final Pattern SYMBOL = Pattern.compile("([0-9a-z])|\\((\\d+)\\)");

    private ScheduleText() {}

    static Schedule parse(String text) {
        try {
            Matcher random = RANDOM.matcher(text);
            if (random.matches()) {
                return Schedule.random(Long.parseLong(random.group(1)));
            }
            Matcher priorities = PRIORITIES.matcher(text);
            if (priorities.matches()) {
                return Schedule.priorities(
                        Integer.parseInt(priorities.group(1)),
                        Integer.parseInt(priorities.group(2)),
                        Long.parseLong(priorities.group(3)));
            }
            Matcher replay = REPLAY.matcher(text);
            if (replay.matches()) {
                return Schedule.replay(Long.parseLong(replay.group(1)), choices(replay.group(2)));
            }
        } catch (NumberFormatException outOfRange) {
            throw new IllegalArgumentException(
                    "the schedule '" + text + "' has a number that is too large: " + outOfRange.getMessage(),
                    outOfRange);
        }
        throw new IllegalArgumentException("'" + text + "' is no schedule; one is written v1:random:<seed>,"
                + " v1:pct:<depth>/<choices>/<seed> or v1:replay:<seed>/<choices>");
    }

    static String symbols(List<Integer> choices) {
        var text = new StringBuilder(choices.size());
        for (int choice : choices) {
            if (choice < Character.MAX_RADIX) {
                text.append(Character.forDigit(choice, Character.MAX_RADIX));
            } else {
                text.append('(').append(choice).append(')');
            }
        }
        return text.toString();
    }

    private static List<Integer> choices(String symbols) {
        var choices = new ArrayList<Integer>(symbols.length());
        Matcher symbol = SYMBOL.matcher(symbols);
        while (symbol.find()) {
            String large = symbol.group(2);
            choices.add(
                    large == null
                            ? Character.digit(symbols.charAt(symbol.start()), Character.MAX_RADIX)
                            : Integer.parseInt(large));
        }
        return choices;
    }
}
