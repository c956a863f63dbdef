package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process of its own for each session, where it would otherwise be forked. */
class AgentFreshTest {

    @Test
    void aFreshProcessBehavesAsAForkedOneDoes() {
        assertThat(story(Pythons.python3(), true)).isEqualTo(story(Pythons.python3(), false));
    }

    @Test
    void everySessionHasAProcessOfItsOwn() {
        try (var implementation = open(Pythons.python3(), true)) {
            assertThat(parent(implementation))
                    .isEqualTo(Value.of(ProcessHandle.current().pid()));
            assertThat(parent(implementation))
                    .isEqualTo(Value.of(ProcessHandle.current().pid()));
        }
    }

    private static Value parent(Implementation implementation) {
        try (var session = implementation.open()) {
            return new Direction(session).function("os.getppid");
        }
    }

    private static List<Object> story(Settings settings, boolean fresh) {
        var story = new ArrayList<>();
        try (var implementation = open(settings, fresh)) {
            story.add(implementation.describe());
            for (int round = 0; round < 2; round++) {
                try (var session = implementation.open()) {
                    tell(session, story);
                }
            }
        }
        return story;
    }

    private static void tell(Session session, List<Object> story) {
        var python = new Direction(session);
        python.bind("guard", "threading.Lock");
        python.startControlled("alpha");
        python.call("guard", "acquire");
        var waiting = session.post("alpha", Request.call("guard", "acquire"));
        story.add(session.settle());
        story.add(waiting.outcome());
        python.call("guard", "release");
        story.add(waiting.outcome());
        python.function("print", Value.of("out"));
        story.add(python.outcome(Request.function("threading.active_count")));
        python.reply("alpha", Ending.RETURN_NONE);
        python.reply(Session.MAIN, new Ending.Raise("SystemExit", Arguments.of(Value.of(7))));
        story.add(session.exit());
        assertThat(waiting.outcome()).isInstanceOf(Outcome.Returned.class);
    }

    private static Implementation open(Settings settings, boolean fresh) {
        return new AgentProvider()
                .open(new Settings(
                        settings.seed(),
                        settings.timeFactor(),
                        settings.hangBudget(),
                        settings.quietWindow(),
                        settings.parallelism(),
                        fresh,
                        settings.options()));
    }
}
