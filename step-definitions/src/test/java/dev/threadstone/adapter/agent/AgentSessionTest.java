package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentSessionTest {

    private static Implementation implementation;
    private Session session;

    @BeforeAll
    static void openImplementation() {
        implementation = new AgentProvider().open(Settings.DEFAULTS.withOption("command", "python3"));
    }

    @AfterAll
    static void closeImplementation() {
        implementation.close();
    }

    @BeforeEach
    void openSession() {
        session = implementation.open();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @Test
    void aCallReturnsWhatTheRuntimeReturns() {
        bind("guard", "threading.Lock");
        assertThat(act("main", Request.call("guard", "acquire")).outcome()).isEqualTo(new Outcome.Returned(Value.TRUE));
    }

    @Test
    void aThreadThatWaitsForALockIsBlockedUntilItIsReleased() {
        bind("guard", "threading.Lock");
        startThread("alpha");
        act("main", Request.call("guard", "acquire"));
        var waiting = session.post("alpha", Request.call("guard", "acquire"));
        assertThat(session.settle()).isEqualTo(Evidence.OBSERVED);
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));
        act("main", Request.call("guard", "release"));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Returned(Value.TRUE));
    }

    @Test
    void aTimedWaitEndsWhenItsTimeHasPassed() {
        bind("guard", "threading.Lock");
        startThread("alpha");
        act("main", Request.call("guard", "acquire"));
        var waiting = act(
                "alpha",
                Request.call(
                        "guard", "acquire", Arguments.keywords(Map.of("timeout", Value.of(Duration.ofSeconds(2))))));
        assertThat(waiting.outcome()).isInstanceOf(Outcome.Blocked.class);
        session.elapse(Duration.ofSeconds(2));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Returned(Value.FALSE));
        assertThat(waiting.elapsed()).isGreaterThan(Duration.ofMillis(1999));
    }

    @Test
    void theMainModuleEndsAsToldAndTheInterpreterExits() {
        session.post("main", new Request.Reply(new Ending.Raise("SystemExit", Arguments.of(Value.of(3)))));
        session.settle();
        assertThat(session.exit())
                .hasValueSatisfying(exit -> assertThat(exit.status()).isEqualTo(3));
    }

    private Pending act(String actor, Request request) {
        var pending = session.post(actor, request);
        session.settle();
        return pending;
    }

    private void bind(String name, String type) {
        act("main", new Request.Bind(name, Request.create(type, Arguments.NONE)));
    }

    private void startThread(String name) {
        session.prepare(Callback.controlled(name));
        var thread = Request.create("threading.Thread", Arguments.keywords(Map.of("target", Value.ref(name))));
        act("main", new Request.Bind(name, thread));
        act("main", Request.call(name, "start"));
        assertThat(session.isActive(name)).isTrue();
    }
}
