package dev.threadstone.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pace pace = new Pace();

    @Test
    void aClockThatHasRunAwayFromAShortTimeoutOutpacesTheScenario() {
        pace.asks(waitFor(SECOND));
        assertThat(pace.outpaced(SECOND)).isTrue();
    }

    @Test
    void aClockThatKeepsUpDoesNot() {
        pace.asks(waitFor(SECOND));
        pace.passes(SECOND);
        assertThat(pace.outpaced(SECOND.plusMillis(400))).isFalse();
    }

    @Test
    void theShortestDurationCounts() {
        pace.asks(waitFor(SECOND.multipliedBy(5)));
        pace.passes(Duration.ofMillis(500));
        assertThat(pace.outpaced(Duration.ofMillis(800))).isTrue();
    }

    @Test
    void durationsInsideOfSequencesAndConstructorsCount() {
        var timer = Request.create("threading.Timer", Arguments.of(Value.of(SECOND)));
        pace.asks(new Request.Sequence(List.of(new Request.Bind("alarm", timer)), 1));
        assertThat(pace.outpaced(SECOND)).isTrue();
    }

    @Test
    void aScenarioWithoutDurationsCannotBeOutpaced() {
        pace.asks(Request.call("guard", "acquire"));
        assertThat(pace.outpaced(Duration.ofMinutes(10))).isFalse();
    }

    @Test
    void timeoutsThatAreMeantNeverToRunOutDoNotCount() {
        pace.asks(waitFor(Duration.ofHours(1)));
        assertThat(pace.outpaced(Duration.ofMinutes(10))).isFalse();
    }

    private static Request waitFor(Duration timeout) {
        return Request.call("go", "wait", Arguments.of(Value.of(timeout)));
    }
}
