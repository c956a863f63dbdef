package dev.threadstone.adapter.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Signature ACQUIRE = Signature.parse("blocking=True, timeout=-1");
    private static final Signature THREAD =
            Signature.parse("group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None");

    @Test
    void whatIsNotGivenHasItsDefault() {
        var args = ACQUIRE.bind("acquire", List.of(), Map.of());
        assertThat(args.isTrue("blocking")).isTrue();
        assertThat(args.number("timeout")).isEqualTo(-1);
        assertThat(args.isGiven("timeout")).isFalse();
    }

    @Test
    void argumentsAreBoundByPositionAndByName() {
        var args = ACQUIRE.bind("acquire", List.of(false), Map.of("timeout", 2.5));
        assertThat(args.isTrue("blocking")).isFalse();
        assertThat(args.number("timeout")).isEqualTo(2.5);
        assertThat(args.isGiven("timeout")).isTrue();
    }

    @Test
    void aSurplusPositionalArgumentIsATypeError() {
        assertTypeError(
                () -> ACQUIRE.bind("acquire", List.of(true, 1L, 1L), Map.of()),
                "acquire() takes at most 2 positional argument(s) but 3 were given");
    }

    @Test
    void anUnknownKeywordIsATypeError() {
        assertTypeError(
                () -> ACQUIRE.bind("acquire", List.of(), Map.of("wait", true)),
                "acquire() got an unexpected keyword argument 'wait'");
    }

    @Test
    void anArgumentGivenTwiceIsATypeError() {
        assertTypeError(
                () -> ACQUIRE.bind("acquire", List.of(true), Map.of("blocking", true)),
                "acquire() got multiple values for argument 'blocking'");
    }

    @Test
    void aMissingArgumentIsATypeError() {
        assertTypeError(
                () -> Signature.parse("n").bind("add", List.of(), Map.of()), "add() missing required argument 'n'");
    }

    @Test
    void whatFollowsTheStarIsKeywordOnly() {
        assertThat(THREAD.bind("Thread", List.of(), Map.of("daemon", true)).get("daemon"))
                .isEqualTo(true);
        assertTypeError(
                () -> THREAD.bind(
                        "Thread",
                        List.of(PythonNone.NONE, PythonNone.NONE, PythonNone.NONE, PythonTuple.EMPTY, Map.of(), true),
                        Map.of()),
                "Thread() takes at most 5 positional argument(s) but 6 were given");
    }

    @Test
    void theRestIsCollected() {
        var args = Signature.parse("first, *rest, **named").bind("f", List.of(1L, 2L, 3L), Map.of("x", 4L));
        assertThat(args.items("rest")).containsExactly(2L, 3L);
        assertThat(args.entries("named")).containsExactly(Map.entry("x", 4L));
    }

    @Test
    void aBoolIsAnIntegerAndATextIsNone() {
        assertThat(bound(true).number("timeout")).isEqualTo(1);
        assertTypeError(
                () -> bound("1").number("timeout"), "f() argument 'timeout' must be an integer or a float, not '1'");
        assertTypeError(
                () -> bound(PythonNone.NONE).number("timeout"),
                "f() argument 'timeout' must be an integer or a float, not None");
    }

    @Test
    void onlyRealAcceptsFractions() {
        var half = bound(new PythonReal("fractions.Fraction", 0.5));
        assertThat(half.real("timeout")).isEqualTo(0.5);
        assertThatThrownBy(() -> half.number("timeout")).isInstanceOf(PythonException.class);
    }

    @Test
    void truthFollowsPython() {
        assertThat(bound(List.of()).isTrue("timeout")).isFalse();
        assertThat(bound(0L).isTrue("timeout")).isFalse();
        assertThat(bound(0.0).isTrue("timeout")).isFalse();
        assertThat(bound("").isTrue("timeout")).isFalse();
        assertThat(bound("0").isTrue("timeout")).isTrue();
        assertThat(bound(new Object()).isTrue("timeout")).isTrue();
    }

    private static Args bound(Object value) {
        return Signature.parse("timeout").bind("f", List.of(value), Map.of());
    }

    private static void assertTypeError(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PythonException.class, error -> assertThat(error.type()).isEqualTo("TypeError"))
                .hasMessage(message);
    }
}
