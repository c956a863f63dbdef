package dev.threadstone.adapter.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, semaphores, barriers and timers as Python code sees them, beyond what the features ask. */
class SynchronizationTest {

    @Test
    void aConditionTakesEveryKindOfLockAndNothingElse() {
        try (var scene = Scene.virtual()) {
            scene.make("guard", "threading.RLock");
            scene.make("own", "threadstone.CustomLock", Value.ref("guard"));
            scene.make("over", "threading.Condition", Value.ref("own"));
            scene.value(Request.call("over", "acquire"));
            assertThat(scene.value(Request.call("guard", "locked"))).isEqualTo(Value.TRUE);
            assertThat(scene.value(Request.call("own", "locked"))).isEqualTo(Value.TRUE);
            assertThat(scene.value(Request.call("over", "locked"))).isEqualTo(Value.TRUE);
            assertThat(scene.error(Request.create("threading.Condition", Arguments.of(Value.of(1)))))
                    .isEqualTo("AttributeError");
            assertThat(scene.error(Request.create("threadstone.CustomLock", Arguments.of(Value.of(1)))))
                    .isEqualTo("TypeError");
        }
    }

    @Test
    void waitForReturnsWhatThePredicateReturnedAndRefusesWhatCannotBeCalled() {
        try (var scene = Scene.virtual()) {
            scene.make("ready", "threading.Condition");
            scene.task("check", Behaviour.returning(Value.tuple(Value.of(0))));
            scene.value(Request.call("ready", "acquire"));
            assertThat(scene.value(Request.call("ready", "wait_for", Arguments.of(Value.ref("check")))))
                    .isEqualTo(Value.tuple(Value.of(0)));
            assertThat(scene.error(Request.call("ready", "wait_for", Arguments.of(Value.of(7)))))
                    .isEqualTo("TypeError");
        }
    }

    @ParameterizedTest
    @CsvSource({"3.9, 0", "3.10, 1"})
    void notifyAllByItsOldNameWarnsSince310(String python, int warnings) {
        try (var scene = Scene.with("python", python)) {
            scene.make("ready", "threading.Condition");
            scene.value(Request.call("ready", "acquire"));
            scene.value(Request.call("ready", "notifyAll"));
            assertThat(scene.value(new Request.Get(Value.constant("threadstone"), "warnings")))
                    .isInstanceOfSatisfying(
                            Value.ListOf.class, list -> assertThat(list.items()).hasSize(warnings));
        }
    }

    @ParameterizedTest
    @CsvSource({"3.13, AttributeError", "3.14, no error"})
    void conditionsTellWhetherTheyAreLockedSince314(String python, String error) {
        try (var scene = Scene.with("python", python)) {
            scene.make("ready", "threading.Condition");
            assertThat(scene.error(Request.call("ready", "locked"))).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.8, TypeError", "3.9, no error"})
    void aSemaphoreReleasesSeveralSince39(String python, String error) {
        try (var scene = Scene.with("python", python)) {
            scene.make("gate", "threading.Semaphore", Value.of(0));
            assertThat(scene.error(Request.call("gate", "release", Arguments.of(Value.of(2)))))
                    .isEqualTo(error);
            assertThat(scene.value(Request.call("gate", "release"))).isEqualTo(Value.NONE);
        }
    }

    @Test
    void whatABarrierShowsCannotBeAssigned() {
        try (var scene = Scene.virtual()) {
            scene.make("gate", "threading.Barrier", Value.of(2));
            for (var attribute : List.of("parties", "n_waiting", "broken")) {
                assertThat(scene.error(Request.set("gate", attribute, Value.of(1))))
                        .isEqualTo("AttributeError");
            }
            assertThat(scene.value(Request.get("gate", "parties"))).isEqualTo(Value.of(2));
        }
    }

    @Test
    void anActionThatCannotBeCalledBreaksTheBarrier() {
        try (var scene = Scene.virtual()) {
            scene.make("gate", "threading.Barrier", Value.of(1), Value.of("no function"));
            assertThat(scene.error(Request.call("gate", "wait"))).isEqualTo("TypeError");
            assertThat(scene.value(Request.get("gate", "broken"))).isEqualTo(Value.TRUE);
            assertThat(scene.main(Request.call("gate", "wait")))
                    .isInstanceOfSatisfying(
                            Outcome.Raised.class,
                            raised -> assertThat(raised.error().mro())
                                    .containsExactly(
                                            "threading.BrokenBarrierError",
                                            "RuntimeError",
                                            "Exception",
                                            "BaseException"));
        }
    }

    @Test
    void aTimerShowsTheVeryThingsThatItWasMadeOf() {
        try (var scene = Scene.virtual()) {
            scene.task("ring", Behaviour.returning(Value.NONE));
            var args = Value.tuple(Value.of(1), Value.NONE);
            scene.make("alarm", "threading.Timer", Value.NONE, Value.ref("ring"), args);
            assertThat(scene.value(Request.get("alarm", "interval"))).isEqualTo(Value.NONE);
            assertThat(scene.value(Request.get("alarm", "function"))).isEqualTo(Value.ref("ring"));
            assertThat(scene.value(Request.get("alarm", "args"))).isEqualTo(args);
            assertThat(scene.value(Request.get("alarm", "kwargs"))).isEqualTo(new Value.DictOf(Map.of()));
            scene.value(Request.set("alarm", "interval", Value.of(0)));
            scene.value(Request.set("alarm", "kwargs", new Value.DictOf(Map.of("k", Value.of(2)))));
            scene.value(Request.call("alarm", "start"));
            assertThat(scene.session().activations())
                    .containsExactly(new Activation(
                            "ring",
                            "ring",
                            "ring",
                            new Arguments(List.of(Value.of(1), Value.NONE), Map.of("k", Value.of(2))),
                            true));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, OverflowError", "0, TypeError"})
    void whatIsWrongWithATimerIsFoundOutInItsThread(int digits, String error) {
        try (var scene = Scene.virtual()) {
            var interval = new Value.Int(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE));
            scene.make("alarm", "threading.Timer", interval, Value.of("no function"));
            assertThat(scene.value(Request.call("alarm", "start"))).isEqualTo(Value.NONE);
            scene.finish(Session.MAIN);
            assertThat(scene.session().exit())
                    .hasValueSatisfying(exit -> assertThat(exit.stderr()).contains("Exception in thread", error));
        }
    }

    @Test
    void aHookRunsInTheThreadThatTheFirstCallbackRanIn() {
        try (var scene = Scene.virtual()) {
            scene.task("ring", new Behaviour.Scripted(List.of(), new Ending.Raise("KeyError", Arguments.NONE)));
            scene.task("hook", Behaviour.returning(Value.NONE));
            scene.value(new Request.Set(Value.constant("threading"), "excepthook", Value.ref("hook")));
            scene.make("alarm", "threading.Timer", Value.of(0), Value.ref("ring"));
            scene.value(Request.call("alarm", "start"));
            assertThat(scene.session().activations())
                    .extracting(Activation::thread)
                    .containsExactly("ring", "ring");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "threading.Timer, threading.Thread, true",
        "threading.BoundedSemaphore, threading.Semaphore, true",
        "threading.Semaphore, threading.BoundedSemaphore, false",
        "threading.BrokenBarrierError, RuntimeError, true",
        "threading.BrokenBarrierError, ValueError, false",
        "threading.Barrier, object, true",
        "Alarm, threading.Timer, true",
        "Alarm, threading.Thread, true",
        "Alarm, threading.Event, false",
    })
    void typesDeriveAsInPython(String type, String base, boolean derives) {
        try (var scene = Scene.virtual()) {
            scene.value(new Request.Subclass("Alarm", "threading.Timer", Map.of()));
            var one = type.equals("Alarm") ? Value.ref(type) : Value.constant(type);
            assertThat(scene.value(Request.function("issubclass", one, Value.constant(base))))
                    .isEqualTo(Value.of(derives));
        }
    }
}
