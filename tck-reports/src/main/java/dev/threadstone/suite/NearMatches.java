package dev.threadstone.suite;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class NearMatches {

    private static final int SHOWN = 5;

    private NearMatches() {}

    /** The known names nearest to what was written, nearest first; names that have little in common are left out. */
    public static List<String> of(String written, Collection<String> known) {
        var wanted = written.toUpperCase(Locale.ROOT);
        var limit = Math.max(2, written.length() / 3);
        return known.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(wanted, name.toUpperCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(SHOWN)
                .map(Candidate::name)
                .toList();
    }

    /** A sentence that names the near matches; empty if there are none. */
    public static String sentence(String written, Collection<String> known) {
        var near = of(written, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?";
    }

    private record Candidate(String name, int distance) {}

    /** How many characters have to be inserted, deleted or replaced to get from one text to the other. */
    static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var replace = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replace, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
