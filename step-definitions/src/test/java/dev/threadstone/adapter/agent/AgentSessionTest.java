package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonError;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request of the SPI, and values both ways. */
class AgentSessionTest extends Python3Test {

    @Test
    void aCallReturnsWhatTheMethodReturns() {
        python.bind("guard", "threading.Lock");
        assertThat(python.call("guard", "acquire")).isEqualTo(Value.TRUE);
        assertThat(python.call("guard", "locked")).isEqualTo(Value.TRUE);
    }

    @Test
    void theMethodNamedCallCallsTheTargetItself() {
        python.script("answer", new Ending.Return(Value.of(42)));
        assertThat(python.call("answer", "__call__")).isEqualTo(Value.of(42));
    }

    @Test
    void aFunctionIsABuiltinOrAQualifiedName() {
        assertThat(python.function("len", Value.of("four"))).isEqualTo(Value.of(4));
        assertThat(python.function("os.path.basename", Value.of("a/b"))).isEqualTo(Value.of("b"));
    }

    @Test
    void attributesAreSetAndRead() {
        python.bind("thing", "threadstone.Object");
        python.get(Request.set("thing", "colour", Value.of("red")));
        assertThat(python.get("thing", "colour")).isEqualTo(Value.of("red"));
    }

    @Test
    void aSequenceIsRepeatedAndReturnsItsLastResult() {
        python.bind("counter", "threadstone.Variable", Value.of(5));
        var step = List.<Request>of(
                Request.call("counter", "read"),
                Request.call("counter", "add", Arguments.of(Value.of(2))),
                Request.call("counter", "write"),
                Request.get("counter", "value"));
        assertThat(python.get(new Request.Sequence(step, 3))).isEqualTo(Value.of(11));
    }

    @Test
    void aSequenceEndsAtTheFirstError() {
        python.bind("guard", "threading.Lock");
        var outcome = python.outcome(
                new Request.Sequence(List.of(Request.call("guard", "release"), Request.call("guard", "acquire")), 1));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error().isInstanceOf("RuntimeError"))
                                .isTrue());
        assertThat(python.call("guard", "locked")).isEqualTo(Value.FALSE);
    }

    @ParameterizedTest
    @EnumSource
    void aWithBlockCanBeLeftInEveryWay(Request.Leave leave) {
        python.bind("guard", "threading.Lock");
        python.script("body", Ending.RETURN_NONE, new Request.Bind("inside", Request.call("guard", "locked")));
        assertThat(python.get(new Request.With(Value.ref("guard"), "body", leave)))
                .isEqualTo(Value.NONE);
        assertThat(session.activations())
                .hasSize(1)
                .allSatisfy(body -> assertThat(body.arguments()).isEqualTo(Arguments.of(Value.TRUE)));
        assertThat(python.function("bool", Value.ref("inside"))).isEqualTo(Value.TRUE);
        assertThat(python.call("guard", "locked")).isEqualTo(Value.FALSE);
    }

    @Test
    void aSubclassOverridesMethodsByCallbacks() {
        python.script("own_run", Ending.RETURN_NONE);
        python.get(new Request.Subclass("Worker", "threading.Thread", Map.of("run", "own_run")));
        python.bind("worker", "Worker");
        python.call("worker", "start");
        assertThat(session.activations()).singleElement().satisfies(activation -> {
            assertThat(activation.arguments()).isEqualTo(Arguments.of(Value.ref("worker")));
            assertThat(activation.ended()).isTrue();
        });
    }

    @Test
    void valuesComeBackAsTheyWereSent() {
        var values = List.of(
                Value.NONE,
                Value.TRUE,
                Value.of(-7),
                new Value.Int(BigInteger.TEN.pow(30)),
                Value.of(1.5),
                Value.of(Double.POSITIVE_INFINITY),
                Value.of(Double.NaN),
                Value.of("it's \"ü\" \n"),
                Value.list(Value.of(1), Value.tuple(Value.of(2))),
                new Value.DictOf(Map.of("key", Value.FALSE)));
        python.bind("box", "threadstone.Object");
        for (var value : values) {
            python.get(Request.set("box", "content", value));
            assertThat(python.get("box", "content")).isEqualTo(value);
        }
    }

    @Test
    void whatHasANameComesBackAsThatVeryObject() {
        python.get(new Request.Bind("items", Request.function("list", Value.of("ab"))));
        python.bind("box", "threadstone.Object");
        python.get(Request.set("box", "content", Value.ref("items")));
        assertThat(python.get("box", "content")).isEqualTo(Value.ref("items"));
        assertThat(python.function("list", Value.ref("items"))).isEqualTo(Value.list(Value.of("a"), Value.of("b")));
    }

    @Test
    void constantsAreEvaluatedByTheRuntime() {
        assertThat(python.function("float", Value.constant("threading.TIMEOUT_MAX")))
                .isEqualTo(python.get(new Request.Get(Value.constant("threading"), "TIMEOUT_MAX")));
        assertThat(python.function("int", new Value.Constant("signal.SIGTERM", 1)))
                .isEqualTo(Value.of(16));
    }

    @Test
    void anObjectWithoutANameIsOpaque() {
        assertThat(python.get(Request.create("threading.Event", Arguments.NONE)))
                .isInstanceOfSatisfying(
                        Value.Opaque.class, opaque -> assertThat(opaque.type()).isEqualTo("threading.Event"));
    }

    @Test
    void anErrorTellsItsTypeItsBasesAndItsText() {
        var outcome = python.outcome(Request.function("int", Value.of("x")));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
            assertThat(raised.error().type()).isEqualTo("ValueError");
            assertThat(raised.error().mro()).containsExactly("ValueError", "Exception", "BaseException");
            assertThat(raised.error().message()).contains("invalid literal");
            assertThat(raised.error().identity()).isNull();
        });
    }

    @Test
    void errorsGoByTheirPublicNames() {
        python.bind("jobs", "queue.Queue");
        var outcome = python.outcome(Request.call("jobs", "get_nowait"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error().type()).isEqualTo("queue.Empty"));
    }

    @Test
    void aNamedErrorIsRecognisedAsTheSameObject() {
        python.script("fail", new Ending.RaiseNamed("boom", "ValueError", Arguments.of(Value.of("now"))));
        assertThat(python.outcome(Request.call("fail", "__call__")))
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error())
                                .extracting(PythonError::identity, PythonError::message)
                                .containsExactly("boom", "now"));
    }

    @Test
    void theMainModuleEndsAsToldAndTheInterpreterExits() {
        python.function("print", Value.of("out"));
        python.reply(Session.MAIN, new Ending.Raise("SystemExit", Arguments.of(Value.of(3))));
        assertThat(session.exit()).hasValueSatisfying(exit -> {
            assertThat(exit.status()).isEqualTo(3);
            assertThat(exit.stdout()).isEqualTo("out\n");
            assertThat(exit.stderr()).isEmpty();
        });
        assertThat(session.isActive(Session.MAIN)).isFalse();
    }

    @Test
    void anErrorThatEndsTheMainModuleIsWrittenToStandardError() {
        python.reply(Session.MAIN, new Ending.Raise("ValueError", Arguments.of(Value.of("last words"))));
        assertThat(session.exit()).hasValueSatisfying(exit -> {
            assertThat(exit.status()).isEqualTo(1);
            assertThat(exit.stderr()).contains("ValueError: last words");
        });
    }

    @Test
    void theInterpreterWaitsForItsThreadsBeforeItExits() {
        python.startControlled("worker");
        python.reply(Session.MAIN, Ending.RETURN_NONE);
        assertThat(session.exit()).isEmpty();
        python.reply("worker", Ending.RETURN_NONE);
        assertThat(session.exit())
                .hasValueSatisfying(exit -> assertThat(exit.status()).isZero());
    }

    @Test
    void nobodyCanBeAskedWhoIsBusyOrDoesNotExist() {
        python.bind("guard", "threading.Lock");
        python.call("guard", "acquire");
        python.startControlled("alpha");
        python.act("alpha", Request.call("guard", "acquire"));
        assertThatThrownBy(() -> session.post("alpha", Request.call("guard", "locked")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'alpha' has not answered its last request");
        assertThatThrownBy(() -> session.post("beta", Request.call("guard", "locked")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no actor 'beta'");
    }
}
