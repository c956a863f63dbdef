package dev.threadstone.vocabulary;

import dev.threadstone.world.Act;
import java.time.Duration;
import java.util.Arrays;

/** {@code exactly}, {@code at least} or {@code at most}. */
public enum Bound {
    EXACTLY("exactly") {
        @Override
        public boolean admits(int expected, int actual) {
            return actual == expected;
        }

        @Override
        public boolean admits(Duration expected, Act act) {
            return act.lastedAtLeast(expected) && act.lastedAtMost(expected);
        }
    },
    AT_LEAST("at least") {
        @Override
        public boolean admits(int expected, int actual) {
            return actual >= expected;
        }

        @Override
        public boolean admits(Duration expected, Act act) {
            return act.lastedAtLeast(expected);
        }
    },
    AT_MOST("at most") {
        @Override
        public boolean admits(int expected, int actual) {
            return actual <= expected;
        }

        @Override
        public boolean admits(Duration expected, Act act) {
            return act.lastedAtMost(expected);
        }
    };

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    static Bound parse(String source) {
        return Arrays.stream(values())
                .filter(bound -> bound.words.equals(source))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a count is within this bound. */
    public abstract boolean admits(int expected, int actual);

    /** Whether an act took as long as this bound says. On a real clock upper bounds always hold. */
    public abstract boolean admits(Duration expected, Act act);

    @Override
    public String toString() {
        return words;
    }
}
