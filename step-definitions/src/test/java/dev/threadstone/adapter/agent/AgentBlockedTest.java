package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is blocked, in what, and until when. */
class AgentBlockedTest extends Python3Test {

    @BeforeEach
    void mainHoldsALock() {
        python.bind("guard", "threading.Lock");
        python.call("guard", "acquire");
        python.startControlled("alpha");
    }

    @Test
    void aThreadThatWaitsIsBlockedUntilItCanGoOn() {
        var waiting = python.act("alpha", Request.call("guard", "acquire"));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));
        python.call("guard", "release");
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Returned(Value.TRUE));
    }

    @Test
    void theEvidenceIsWhatTheSystemCanShow() {
        session.post("alpha", Request.call("guard", "acquire"));
        var shown = Files.isReadable(Path.of("/proc/self/task")) ? Evidence.OBSERVED : Evidence.QUIET;
        assertThat(session.settle()).isEqualTo(shown);
    }

    @Test
    void aThreadThatIsStillComputingIsNotTakenForBlocked() {
        var code = "import time\nend = time.time() + 0.05\nwhile time.time() < end: pass";
        var computing = python.act("alpha", Request.function("exec", Value.of(code)));
        assertThat(computing.outcome()).isEqualTo(new Outcome.Returned(Value.NONE));
    }

    @Test
    void whatASequenceIsBlockedInIsItsCurrentCall() {
        var steps = List.<Request>of(
                Request.call("guard", "locked"),
                new Request.Sequence(
                        List.of(
                                Request.call("guard", "locked"),
                                new Request.Bind("got", Request.call("guard", "acquire"))),
                        2));
        assertThat(python.act("alpha", new Request.Sequence(steps, 3)).outcome())
                .isEqualTo(new Outcome.Blocked("guard.acquire()"));
    }

    @Test
    void whatACallbackIsBlockedInIsItsCurrentCall() {
        python.script("body", Ending.RETURN_NONE, Request.call("guard", "locked"), Request.call("guard", "acquire"));
        assertThat(python.act("alpha", Request.call("body", "__call__")).outcome())
                .isEqualTo(new Outcome.Blocked("guard.acquire()"));
    }

    @Test
    void aTimedWaitEndsInTheElapseInWhichItsTimeIsUp() {
        var waiting = python.act("alpha", timedAcquire(2));
        assertThat(waiting.outcome()).isInstanceOf(Outcome.Blocked.class);
        session.elapse(Duration.ofSeconds(2));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Returned(Value.FALSE));
        assertThat(waiting.elapsed()).isGreaterThan(Duration.ofMillis(1990));
    }

    @Test
    void aWaitThatOutlivesItsTimeoutIsBlockedAndNoHang() {
        python.script("outlive", Ending.RETURN_NONE, Request.call("guard", "acquire"));
        var call = Request.call("outlive", "__call__", Arguments.of(Value.of(Duration.ofSeconds(1))));
        var waiting = python.act("alpha", call);
        session.elapse(Duration.ofSeconds(2));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));
    }

    @Test
    void timePassesOnlyAsFarAsTheWaitOfTheMainThreadAllows() {
        python.call("guard", "release");
        python.call("guard", "acquire");
        var sleeping = python.act(Session.MAIN, Request.function("time.sleep", Value.of(Duration.ofSeconds(1))));
        assertThat(sleeping.outcome()).isInstanceOf(Outcome.Blocked.class);
        session.elapse(Duration.ofSeconds(1));
        assertThat(sleeping.outcome()).isEqualTo(new Outcome.Returned(Value.NONE));
    }

    @Test
    void aThreadThatIsInterruptedBySignalsWaitsOn() {
        python.script("note", Ending.RETURN_NONE);
        python.function("signal.signal", Value.constant("signal.SIGUSR1"), Value.ref("note"));
        var waiting = python.act(Session.MAIN, Request.call("guard", "acquire"));
        session.signal("SIGUSR1");
        session.settle();
        assertThat(session.activations())
                .last()
                .satisfies(note -> assertThat(note.thread()).isEqualTo(Session.MAIN));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));
        python.act("alpha", Request.call("guard", "release"));
        assertThat(waiting.outcome()).isEqualTo(new Outcome.Returned(Value.TRUE));
    }

    @Test
    void aSignalHandlerThatRaisesEndsTheWait() {
        var waiting = python.act(Session.MAIN, Request.call("guard", "acquire"));
        session.signal("SIGINT");
        session.settle();
        assertThat(waiting.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error().type()).isEqualTo("KeyboardInterrupt"));
    }

    @Test
    void aSignalThatNobodyHandlesEndsTheInterpreter() {
        session.signal("SIGTERM");
        session.settle();
        assertThat(session.exit())
                .hasValueSatisfying(exit -> assertThat(exit.status()).isEqualTo(-15));
    }

    @Test
    void theInterruptOfAnIdleMainThreadEndsTheMainModule() {
        python.reply("alpha", Ending.RETURN_NONE);
        session.signal("SIGINT");
        session.settle();
        assertThat(session.exit())
                .hasValueSatisfying(exit -> assertThat(exit.stderr()).contains("KeyboardInterrupt"));
    }

    private static Request timedAcquire(int seconds) {
        return Request.call(
                "guard", "acquire", Arguments.keywords(Map.of("timeout", Value.of(Duration.ofSeconds(seconds)))));
    }
}
