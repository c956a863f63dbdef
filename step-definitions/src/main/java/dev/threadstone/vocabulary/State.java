package dev.threadstone.vocabulary;

/**
 * A claim about a state: {@code locked}, {@code not locked}, {@code still blocked}.
 *
 * @param word the state
 * @param holds whether it is claimed or denied
 */
public record State(String word, boolean holds) {

    static State parse(String source) {
        if (source.startsWith("not ")) {
            return new State(source.substring("not ".length()), false);
        }
        return new State(source.startsWith("still ") ? source.substring("still ".length()) : source, true);
    }

    @Override
    public String toString() {
        return holds ? word : "not " + word;
    }
}
