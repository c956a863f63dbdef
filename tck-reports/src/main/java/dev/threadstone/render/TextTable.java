package dev.threadstone.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text with aligned columns; numbers stand to the right. */
public final class TextTable {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row; numbers and texts by their {@code toString}. */
    public void add(Object... cells) {
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, the head first. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(line(head));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    /** The same as a Markdown table. */
    List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add(bars(head));
        lines.add(head.stream()
                .map(title -> numeric(head.indexOf(title)) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(row -> lines.add(bars(row)));
        return lines;
    }

    private static String bars(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            var padding = " ".repeat(width(column) - cells.get(column).length());
            line.append(column == 0 ? "" : "  ");
            line.append(numeric(column) ? padding + cells.get(column) : cells.get(column) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(head.get(column).length(), Math::max);
    }

    private boolean numeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9.]+"));
    }
}
