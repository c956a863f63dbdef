package dev.threadstone.adapter.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceSessionTest {

    private final Scene scene = Scene.virtual();
    private final Session session = scene.session();

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void newConstructsAndBindNamesTheVeryObject() {
        scene.make("guard", "threading.Lock");
        assertThat(scene.value(new Request.Function("list", Arguments.of(Value.tuple(Value.ref("guard"))))))
                .isEqualTo(Value.list(Value.ref("guard")));
        assertThat(scene.value(Request.create("threading.Lock", Arguments.NONE)))
                .isInstanceOfSatisfying(
                        Value.Opaque.class, lock -> assertThat(lock.type()).isEqualTo("threading.Lock"));
    }

    @Test
    void callGetAndSetSpeakToTheNamedObject() {
        scene.thread("worker");
        assertThat(scene.value(Request.call("worker", "is_alive"))).isEqualTo(Value.TRUE);
        assertThat(scene.value(Request.set("worker", "name", Value.of("smith"))))
                .isEqualTo(Value.NONE);
        assertThat(scene.value(Request.get("worker", "name"))).isEqualTo(Value.of("smith"));
    }

    @Test
    void aConstantStandsForWhatTheModuleHasUnderItsName() {
        assertThat(scene.value(new Request.Get(Value.constant("threading"), "TIMEOUT_MAX")))
                .isEqualTo(Value.of(9223372036.0));
        scene.make("guard", "threading.Lock");
        var tooLong = Arguments.NONE.with("timeout", new Value.Constant("threading.TIMEOUT_MAX", 1));
        assertThat(scene.error(Request.call("guard", "acquire", tooLong))).isEqualTo("OverflowError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_nothing", "acquire_all"})
    void whatThereIsNotIsAnAttributeError(String method) {
        scene.make("guard", "threading.Lock");
        assertThat(scene.error(Request.call("guard", method))).isEqualTo("AttributeError");
        assertThat(scene.error(Request.get("guard", method))).isEqualTo("AttributeError");
        assertThat(scene.error(Request.function("threading." + method))).isEqualTo("AttributeError");
    }

    @Test
    void aSequenceRunsInOrderAsOftenAsAskedAndReturnsTheLastResult() {
        scene.make("counter", "threadstone.Variable", Value.of(0));
        var step = List.<Request>of(
                Request.call("counter", "read"),
                Request.call("counter", "add", Arguments.of(Value.of(2))),
                Request.call("counter", "write"),
                Request.get("counter", "value"));
        assertThat(scene.value(new Request.Sequence(step, 3))).isEqualTo(Value.of(6));
    }

    @Test
    void aSequenceEndsAtTheFirstError() {
        scene.make("guard", "threading.Lock");
        var sequence =
                new Request.Sequence(List.of(Request.call("guard", "release"), Request.call("guard", "acquire")), 1);
        assertThat(scene.error(sequence)).isEqualTo("RuntimeError");
        assertThat(scene.value(Request.call("guard", "locked"))).isEqualTo(Value.FALSE);
    }

    @Test
    void aBlockedRequestNamesTheInnermostCallThatItWaitsIn() {
        scene.make("guard", "threading.Lock");
        scene.thread("worker");
        scene.value(Request.call("guard", "acquire"));
        var sequence =
                new Request.Sequence(List.of(Request.get("worker", "name"), Request.call("guard", "acquire")), 1);
        var pending = scene.post("worker", sequence);
        assertThat(pending.outcome()).isEqualTo(new Outcome.Blocked("guard.acquire()"));
        assertThatThrownBy(() -> session.post("worker", sequence))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("worker has not answered");
    }

    @Test
    void virtualTimePassesInElapseAloneAndWaitsEndAtTheirOwnTime() {
        scene.make("go", "threading.Event");
        scene.thread("worker");
        var timeout = Arguments.of(Value.of(Duration.ofSeconds(2)));
        var pending = scene.post("worker", Request.call("go", "wait", timeout));
        assertThat(session.elapse(Duration.ofMillis(1999))).isEqualTo(Evidence.EXACT);
        assertThat(pending.outcome()).isInstanceOf(Outcome.Blocked.class);
        assertThat(pending.elapsed()).isEqualTo(Duration.ofMillis(1999));
        session.elapse(Duration.ofSeconds(3));
        assertThat(pending.outcome()).isEqualTo(new Outcome.Returned(Value.FALSE));
        assertThat(pending.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(session.now()).isEqualTo(Duration.ofMillis(4999));
        assertThat(session.virtualTime()).isTrue();
    }

    @Test
    void aCallbackRecordsWhoCalledItWithWhat() {
        scene.task("job", Behaviour.returning(Value.of(7)));
        scene.make("token", "threadstone.Object");
        var arguments = new Arguments(List.of(Value.of(1), Value.ref("token")), Map.of("size", Value.of("b")));
        assertThat(scene.value(Request.call("job", "__call__", arguments))).isEqualTo(Value.of(7));
        assertThat(session.activations()).containsExactly(new Activation("job", "job", "main", arguments, true));
    }

    @Test
    void aSecondActivationHasANumberAndIsAnActorOfItsOwn() {
        scene.task("job", Behaviour.CONTROLLED);
        for (var name : List.of("first", "second")) {
            scene.value(new Request.Bind(name, Request.create("threading.Thread", Scene.target("job"))));
            scene.value(Request.call(name, "start"));
        }
        assertThat(session.activations()).extracting(Activation::actor).containsExactly("job", "job#2");
        scene.finish("job");
        assertThat(session.isActive("job")).isFalse();
        assertThat(session.isActive("job#2")).isTrue();
        assertThat(session.activations()).extracting(Activation::ended).containsExactly(true, false);
    }

    @Test
    void aCallbackThatIsCalledByAnActorRunsInItsThreadAndBlocksIt() {
        scene.task("outer", Behaviour.CONTROLLED);
        scene.task("inner", Behaviour.CONTROLLED);
        var outer = scene.post(Session.MAIN, Request.call("outer", "__call__"));
        var inner = scene.post("outer", Request.call("inner", "__call__"));
        assertThat(outer.outcome()).isEqualTo(new Outcome.Blocked("outer()"));
        assertThat(session.activations()).extracting(Activation::thread).containsExactly("main", "main");
        scene.post("inner", new Request.Reply(new Ending.Return(Value.of(1))));
        assertThat(inner.outcome()).isEqualTo(new Outcome.Returned(Value.of(1)));
        scene.finish("outer");
        assertThat(outer.outcome()).isEqualTo(new Outcome.Returned(Value.NONE));
    }

    @Test
    void theErrorOfANameKeepsItsIdentityOnItsWayThroughTheRuntime() {
        scene.make("guard", "threading.Lock");
        scene.task(
                "block",
                new Behaviour.Scripted(
                        List.of(), new Ending.RaiseNamed("boom", "ValueError", Arguments.of(Value.of("no")))));
        var outcome = scene.main(new Request.With(Value.ref("guard"), "block", Request.Leave.END));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
            assertThat(raised.error().identity()).isEqualTo("boom");
            assertThat(raised.error().mro()).containsExactly("ValueError", "Exception", "BaseException");
            assertThat(raised.error().message()).isEqualTo("no");
        });
        assertThat(scene.value(Request.call("guard", "locked"))).isEqualTo(Value.FALSE);
    }

    @Test
    void withBindsWhatEnteringReturnedAndLeavesWhenTheBodyEnds() {
        scene.make("guard", "threading.Lock");
        scene.task("block", Behaviour.CONTROLLED);
        scene.thread("worker");
        var with = scene.post("worker", new Request.With(Value.ref("guard"), "block", Request.Leave.END));
        assertThat(scene.value(Request.call("guard", "locked"))).isEqualTo(Value.TRUE);
        scene.finish("block");
        assertThat(with.outcome()).isEqualTo(new Outcome.Returned(Value.NONE));
        assertThat(scene.value(Request.call("guard", "locked"))).isEqualTo(Value.FALSE);
        assertThat(session.activations().get(1).arguments()).isEqualTo(Arguments.of(Value.TRUE));
    }

    @Test
    void aSubclassRunsItsOwnMethodsWithTheObjectFirst() {
        scene.task("own_run", Behaviour.returning(Value.NONE));
        scene.main(new Request.Subclass("Worker", "threading.Thread", Map.of("run", "own_run")));
        scene.make("worker", "Worker");
        scene.value(Request.call("worker", "start"));
        assertThat(session.activations())
                .containsExactly(
                        new Activation("own_run", "own_run", "own_run", Arguments.of(Value.ref("worker")), true));
        assertThat(scene.value(new Request.Function(
                        "isinstance", Arguments.of(Value.ref("worker"), Value.constant("threading.Thread")))))
                .isEqualTo(Value.TRUE);
    }

    @Test
    void aSignalReachesTheHandlerInTheMainThread() {
        scene.task("note", Behaviour.returning(Value.NONE));
        scene.value(Request.function("signal.signal", Value.constant("signal.SIGUSR1"), Value.ref("note")));
        session.signal("SIGUSR1");
        session.settle();
        assertThat(session.activations()).singleElement().satisfies(activation -> {
            assertThat(activation.thread()).isEqualTo(Session.MAIN);
            assertThat(activation.arguments()).isEqualTo(Arguments.of(Value.of(10), Value.NONE));
        });
    }

    @Test
    void theExitTellsStatusAndWhatWasWritten() {
        scene.value(Request.function("sys.stdout.write", Value.of("bye")));
        scene.post(Session.MAIN, new Request.Reply(new Ending.Raise("SystemExit", Arguments.of(Value.of(7)))));
        assertThat(session.exit()).hasValueSatisfying(exit -> {
            assertThat(exit.status()).isEqualTo(7);
            assertThat(exit.stdout()).isEqualTo("bye");
            assertThat(exit.stderr()).isEmpty();
        });
        assertThat(session.isActive(Session.MAIN)).isFalse();
    }

    @Test
    void aScriptThatCannotBePerformedIsTheFaultOfTheSuite() {
        scene.task("job", new Behaviour.Scripted(List.of(new Request.Reply(Ending.RETURN_NONE)), Ending.RETURN_NONE));
        session.post(Session.MAIN, Request.call("job", "__call__"));
        assertThatThrownBy(session::settle)
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("as part of a script");
    }

    @Test
    void onlyActorsCanBeGivenRequests() {
        assertThatThrownBy(() -> session.post("nobody", Request.function("threading.get_ident")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody is no actor now");
    }

    @Test
    void aNameThatWasNeverBoundIsANameError() {
        assertThat(scene.error(Request.call("nobody", "acquire"))).isEqualTo("NameError");
    }

    @Test
    void aDroppedObjectIsReclaimedOnceNothingHoldsIt() {
        scene.make("guard", "threading.Lock");
        scene.value(Request.call("guard", "acquire"));
        assertThat(scene.value(Request.function("threadstone.is_reclaimed", Value.of("guard"))))
                .isEqualTo(Value.FALSE);
        scene.value(Request.function("threadstone.drop", Value.of("guard")));
        assertThat(scene.value(Request.function("threadstone.is_reclaimed", Value.of("guard"))))
                .isEqualTo(Value.TRUE);
    }

    @Test
    void aSubinterpreterWithoutThreadsRunsNoTarget() {
        scene.value(new Request.Bind(
                "pocket",
                Request.create("threadstone.Interpreter", Arguments.NONE.with("allow_threads", Value.FALSE))));
        assertThat(scene.error(Request.call("pocket", "start_thread"))).isEqualTo("RuntimeError");
        assertThat(scene.value(Request.get("pocket", "target_ran"))).isEqualTo(Value.FALSE);
        scene.make("free", "threadstone.Interpreter");
        scene.value(Request.call("free", "start_thread"));
        assertThat(scene.value(Request.get("free", "target_ran"))).isEqualTo(Value.TRUE);
    }
}
