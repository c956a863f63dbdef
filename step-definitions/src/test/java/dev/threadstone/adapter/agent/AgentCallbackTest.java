package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callables that the scenario passes to the runtime. */
class AgentCallbackTest extends Python3Test {

    @ParameterizedTest
    @EnumSource(names = "COROUTINE", mode = EnumSource.Mode.EXCLUDE)
    void everyFormCanBeTheTargetOfAThread(Callback.Form form) {
        session.prepare(new Callback("target", form, Behaviour.returning(Value.NONE)));
        python.start("target");
        assertThat(session.activations())
                .containsExactly(new Activation("target", "target", "target", Arguments.NONE, true));
    }

    @Test
    void aCoroutineFunctionRunsNothingUntilAnEventLoopDoes() {
        session.prepare(new Callback("serve", Callback.Form.COROUTINE, Behaviour.returning(Value.of(3))));
        python.get(new Request.Bind("coroutine", Request.call("serve", "__call__")));
        assertThat(session.activations()).isEmpty();
        assertThat(python.function("asyncio.run", Value.ref("coroutine"))).isEqualTo(Value.of(3));
        assertThat(session.activations())
                .containsExactly(new Activation("serve", "serve", Session.MAIN, Arguments.NONE, true));
    }

    @Test
    void onlyTheFalsyFormIsFalse() {
        for (var form : Callback.Form.values()) {
            session.prepare(new Callback("callable", form, Behaviour.CONTROLLED));
            assertThat(python.function("bool", Value.ref("callable")))
                    .isEqualTo(Value.of(form != Callback.Form.FALSY_CALLABLE_OBJECT));
        }
    }

    @Test
    void anActivationTellsItsArguments() {
        python.script("target", Ending.RETURN_NONE);
        python.bind("thing", "threadstone.Object");
        var arguments = Arguments.of(Value.ref("thing"), Value.of(2)).with("last", Value.list());
        python.get(Request.call("target", "__call__", arguments));
        assertThat(session.activations())
                .singleElement()
                .satisfies(activation -> assertThat(activation.arguments()).isEqualTo(arguments));
    }

    @Test
    void aSecondActivationHasANameOfItsOwn() {
        python.startControlled("alpha");
        session.prepare(Callback.controlled("target"));
        session.post(Session.MAIN, Request.call("target", "__call__"));
        session.post("alpha", Request.call("target", "__call__"));
        session.settle();
        assertThat(session.isActive("target")).isTrue();
        assertThat(session.isActive("target#2")).isTrue();
        python.reply("target", Ending.RETURN_NONE);
        assertThat(session.isActive("target")).isFalse();
        assertThat(session.isActive("target#2")).isTrue();
    }

    @Test
    void aNestedActivationTakesRequestsWhileTheOuterOneIsBusy() {
        session.prepare(Callback.controlled("inner"));
        var outer = python.act(Session.MAIN, Request.call("inner", "__call__"));
        assertThat(outer.outcome()).isEqualTo(new Outcome.Blocked("inner()"));
        assertThat(python.act("inner", Request.function("len", Value.of("abc"))).outcome())
                .isEqualTo(new Outcome.Returned(Value.of(3)));
        python.reply("inner", new Ending.Return(Value.of("done")));
        assertThat(outer.outcome()).isEqualTo(new Outcome.Returned(Value.of("done")));
        assertThat(session.activations())
                .singleElement()
                .satisfies(activation -> assertThat(activation.thread()).isEqualTo(Session.MAIN));
    }

    @Test
    void anErrorThatEndsAThreadReachesTheExcepthook() {
        python.startControlled("alpha");
        python.script("hook", Ending.RETURN_NONE);
        python.get(new Request.Set(Value.constant("threading"), "excepthook", Value.ref("hook")));
        python.reply("alpha", new Ending.Raise("ValueError", Arguments.NONE));
        assertThat(session.activations())
                .filteredOn(activation -> activation.callback().equals("hook"))
                .singleElement()
                .satisfies(hook -> assertThat(hook.thread()).isEqualTo("alpha"));
    }

    @Test
    void theAgentIsInvisibleToThreading() {
        python.startControlled("alpha");
        python.get(new Request.Bind("main_thread", Request.function("threading.main_thread")));
        assertThat(python.function("threading.enumerate"))
                .isEqualTo(Value.list(Value.ref("main_thread"), Value.ref("alpha")));
    }

    @Test
    void aDroppedObjectIsSeenToDie() {
        python.bind("guard", "threading.Lock");
        python.call("guard", "acquire");
        python.function("threadstone.drop", Value.of("guard"));
        assertThat(python.function("threadstone.is_reclaimed", Value.of("guard")))
                .isEqualTo(Value.TRUE);
    }

    @Test
    void aDroppedObjectThatSomebodyHoldsLives() {
        python.bind("thing", "threadstone.Object");
        python.bind("holder", "threadstone.Object");
        python.get(Request.set("holder", "held", Value.ref("thing")));
        python.function("threadstone.drop", Value.of("thing"));
        assertThat(python.function("threadstone.is_reclaimed", Value.of("thing")))
                .isEqualTo(Value.FALSE);
    }

    @Test
    void warningsAreRecorded() {
        python.function("warnings.warn", Value.of("old"), Value.constant("DeprecationWarning"));
        assertThat(python.get(new Request.Get(Value.constant("threadstone"), "warnings")))
                .isEqualTo(Value.list(Value.of("DeprecationWarning")));
    }

    @Test
    void aSharedVariableHasARegisterForEachThread() {
        python.startControlled("alpha");
        python.bind("counter", "threadstone.Variable", Value.of(0));
        python.call("counter", "read");
        python.act("alpha", Request.call("counter", "read"));
        python.act("alpha", Request.call("counter", "add", Arguments.of(Value.of(1))));
        python.act("alpha", Request.call("counter", "write"));
        python.call("counter", "add", Value.of(1));
        python.call("counter", "write");
        assertThat(python.get("counter", "value")).isEqualTo(Value.of(1));
    }

    @Test
    void aSubinterpreterWithoutDaemonThreadsRefusesThem() {
        assumeTrue(
                python.function("hasattr", Value.constant("sys"), Value.of("monitoring"))
                        .equals(Value.TRUE),
                "subinterpreters can be configured from Python 3.12 on");
        python.get(new Request.Bind(
                "sub",
                Request.create(
                        "threadstone.Interpreter", Arguments.keywords(Map.of("allow_daemon_threads", Value.FALSE)))));
        assertThat(python.outcome(Request.call("sub", "create_daemon_thread"))).isInstanceOf(Outcome.Raised.class);
    }
}
