package dev.threadstone.render;

import dev.threadstone.world.TimelineEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The timeline of a scenario as text, one column a thread. */
final class TimelineTable {

    private static final int NARROWEST_COLUMN = 34;
    private static final int WIDTH = 110;
    private static final String GAP = "  ";

    private final List<TimelineEntry> timeline;
    private final List<String> actors;
    private final int timeWidth;

    private TimelineTable(List<TimelineEntry> timeline) {
        this.timeline = timeline;
        var names = new LinkedHashSet<String>();
        timeline.forEach(entry -> names.add(entry.actor()));
        names.remove("");
        this.actors = List.copyOf(names);
        this.timeWidth = timeline.stream()
                .map(TimelineTable::seconds)
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** The lines of the table; none if nothing happened. */
    static List<String> lines(List<TimelineEntry> timeline) {
        return timeline.isEmpty() ? List.of() : new TimelineTable(timeline).lines();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(row("s", actors));
        for (var entry : timeline) {
            if (entry.actor().isEmpty()) {
                lines.add(pad(seconds(entry), timeWidth) + GAP + "-- " + entry.event() + " --");
            } else {
                addRows(lines, entry);
            }
        }
        return lines;
    }

    private void addRows(List<String> lines, TimelineEntry entry) {
        var column = actors.indexOf(entry.actor());
        var time = seconds(entry);
        for (var part : wrapped(entry.event(), width(column))) {
            var cells = new ArrayList<String>();
            actors.forEach(actor -> cells.add(actor.equals(entry.actor()) ? part : ""));
            lines.add(row(time, cells));
            time = "";
        }
    }

    private String row(String time, List<String> cells) {
        var row = new StringBuilder(pad(time, timeWidth));
        for (var column = 0; column < cells.size(); column++) {
            row.append(GAP).append(pad(cells.get(column), width(column)));
        }
        return row.toString().stripTrailing();
    }

    private int width(int column) {
        var actor = actors.get(column);
        var longest = timeline.stream()
                .filter(entry -> entry.actor().equals(actor))
                .mapToInt(entry -> entry.event().length())
                .max()
                .orElse(0);
        return Math.max(actor.length(), Math.min(longest, Math.max(NARROWEST_COLUMN, WIDTH / actors.size())));
    }

    /** Breaks at the last space that fits, and where there is none, at the width. */
    private static List<String> wrapped(String text, int width) {
        var parts = new ArrayList<String>();
        var rest = text.replace('\n', ' ');
        while (rest.length() > width) {
            var space = rest.lastIndexOf(' ', width);
            var end = space > 0 ? space : width;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    private static String seconds(TimelineEntry entry) {
        return BigDecimal.valueOf(entry.at().toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
