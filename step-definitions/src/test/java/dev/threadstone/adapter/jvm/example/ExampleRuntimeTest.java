package dev.threadstone.adapter.jvm.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExampleRuntimeTest {

    private static final Outcome TRUE = new Outcome.Returned(Value.TRUE);
    private static final Outcome FALSE = new Outcome.Returned(Value.FALSE);
    private static final Outcome NONE = new Outcome.Returned(Value.NONE);

    private final Implementation implementation = new ExampleProvider().open(Settings.DEFAULTS);
    private final Session session = implementation.open();

    @AfterEach
    void closeImplementation() {
        implementation.close();
    }

    @Test
    void aThreadIsObservedToBeBlockedUntilTheLockIsReleased() {
        make("guard", "threading.Lock");
        startThread("worker");
        assertThat(does(Session.MAIN, Request.call("guard", "acquire"))).isEqualTo(TRUE);

        var acquire = session.post("worker", Request.call("guard", "acquire"));
        assertThat(session.settle()).isEqualTo(Evidence.OBSERVED);
        assertThat(acquire.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));

        assertThat(does(Session.MAIN, Request.call("guard", "release"))).isEqualTo(NONE);
        assertThat(acquire.outcome()).isEqualTo(TRUE);
    }

    @Test
    void aTimedAcquireEndsOnceItsScenarioTimeHasPassedAndNotBefore() {
        make("guard", "threading.Lock");
        startThread("worker");
        does(Session.MAIN, Request.call("guard", "acquire"));

        var twoSeconds = Arguments.NONE.with("timeout", Value.of(Duration.ofSeconds(2)));
        var acquire = session.post("worker", Request.call("guard", "acquire", twoSeconds));
        session.settle();
        session.elapse(Duration.ofSeconds(2));
        assertThat(acquire.outcome()).isEqualTo(FALSE);
        assertThat(acquire.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anEventReleasesItsWaiters() {
        make("go", "threading.Event");
        startThread("one");
        startThread("two");
        var first = session.post("one", Request.call("go", "wait"));
        var second = session.post("two", Request.call("go", "wait"));
        session.settle();
        assertThat(first.outcome()).isEqualTo(new Outcome.Blocked("go.wait()"));

        does(Session.MAIN, Request.call("go", "set"));
        assertThat(first.outcome()).isEqualTo(TRUE);
        assertThat(second.outcome()).isEqualTo(TRUE);
    }

    @Test
    void itExitsWhenTheLastThreadThatIsNoDaemonHasEnded() {
        startThread("worker");
        session.post(Session.MAIN, new Request.Reply(Ending.RETURN_NONE));
        session.settle();
        assertThat(session.exit()).isEmpty();

        session.post("worker", new Request.Reply(Ending.RETURN_NONE));
        session.settle();
        assertThat(session.exit())
                .hasValueSatisfying(exit -> assertThat(exit.status()).isZero());
    }

    @Test
    void whatIsNotRegisteredIsAnAttributeErrorOfTheRuntime() {
        assertThat(does(Session.MAIN, Request.function("threading.get_ident")))
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error().type()).isEqualTo("AttributeError"));
    }

    @Test
    void anImplementerNeedsFewerThan150LinesBesideTheRuntimeItself() throws IOException {
        var folder = Path.of("src", "test", "java", "dev", "threadstone", "adapter", "jvm", "example");
        var lines = new ArrayList<String>();
        for (var file : List.of("ExampleProvider.java", "ExampleRuntime.java")) {
            lines.addAll(Files.readAllLines(folder.resolve(file)));
        }
        assertThat(lines).hasSizeLessThan(150);
    }

    private void make(String name, String type) {
        does(Session.MAIN, new Request.Bind(name, Request.create(type, Arguments.NONE)));
    }

    private void startThread(String name) {
        session.prepare(Callback.controlled(name));
        var target = Arguments.NONE.with("target", Value.ref(name));
        does(Session.MAIN, new Request.Bind(name, Request.create("threading.Thread", target)));
        does(Session.MAIN, Request.call(name, "start"));
    }

    private Outcome does(String actor, Request request) {
        var pending = session.post(actor, request);
        session.settle();
        return pending.outcome();
    }
}
