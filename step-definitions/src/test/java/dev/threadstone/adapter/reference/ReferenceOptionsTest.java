package dev.threadstone.adapter.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceOptionsTest {

    @Test
    void itIsAtLevel314InVirtualTimeUnlessToldOtherwise() {
        try (var implementation = new ReferenceProvider().open(Settings.DEFAULTS);
                var session = implementation.open()) {
            assertThat(implementation.describe().python()).isEqualTo(new PythonVersion(3, 14));
            assertThat(session.virtualTime()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed    | fast | has no option speed; it has build, python, sabotage, second, time.",
                "time     | slow | it can be real, virtual.",
                "python   | 3.7  | it must be a version from 3.8 to 3.15.",
                "python   | new  | it must be a version from 3.8 to 3.15.",
                "sabotage | none | There is no saboteur none; there are",
                "second   | 20ms | has no meaning in virtual time; add -o time=real.",
            })
    void whatItDoesNotKnowIsRefusedWithWhatThereIs(String option, String value, String message) {
        var settings = Settings.DEFAULTS.withOption(option, value);
        assertThatThrownBy(() -> new ReferenceProvider().open(settings))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void inRealTimeAScenarioSecondLastsAsLongAsTheOptionSays() {
        var settings = Settings.DEFAULTS.withOption("time", "real").withOption("second", "5ms");
        try (var implementation = new ReferenceProvider().open(settings);
                var session = implementation.open()) {
            session.post(Session.MAIN, new Request.Bind("go", Request.create("threading.Event", Arguments.NONE)));
            session.settle();
            var timeout = Arguments.of(Value.of(Duration.ofSeconds(2)));
            var pending = session.post(Session.MAIN, Request.call("go", "wait", timeout));
            session.settle();
            session.elapse(Duration.ofSeconds(2));
            assertThat(pending.outcome()).isEqualTo(new Outcome.Returned(Value.FALSE));
            assertThat(pending.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(session.virtualTime()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"3.12, TypeError", "3.13, no error"})
    void lockIsAClassSince313(String python, String error) {
        try (var scene = Scene.with("python", python)) {
            scene.make("guard", "threading.Lock");
            var question = Request.function("isinstance", Value.ref("guard"), Value.constant("threading.Lock"));
            assertThat(scene.error(question)).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.13, AttributeError", "3.14, no error"})
    void reentrantLocksTellWhetherTheyAreLockedSince314(String python, String error) {
        try (var scene = Scene.with("python", python)) {
            scene.make("guard", "threading.RLock");
            assertThat(scene.error(Request.call("guard", "locked"))).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.14, TypeError", "3.15, no error"})
    void joinTakesFractionsSince315(String python, String error) {
        try (var scene = Scene.with("python", python)) {
            scene.thread("worker");
            scene.make("nothing", "fractions.Fraction", Value.of(0));
            var join = Request.call("worker", "join", Arguments.of(Value.ref("nothing")));
            assertThat(scene.error(join)).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.9, 0", "3.10, 1"})
    void isSetWarnsSince310(String python, int warnings) {
        try (var scene = Scene.with("python", python)) {
            scene.make("go", "threading.Event");
            scene.value(Request.call("go", "isSet"));
            var issued = scene.value(new Request.Get(Value.constant("threadstone"), "warnings"));
            assertThat(issued)
                    .isInstanceOfSatisfying(
                            Value.ListOf.class, list -> assertThat(list.items()).hasSize(warnings));
        }
    }
}
