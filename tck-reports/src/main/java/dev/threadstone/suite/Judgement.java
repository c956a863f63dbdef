package dev.threadstone.suite;

import dev.threadstone.results.ScenarioResult.StepFailure;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.UnsupportedRequestException;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.ExpectationFailed;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What the error that ended a scenario means.
 *
 * @param message a sentence, or a few; never a stack trace
 */
record Judgement(
        Verdict verdict, @Nullable String message, @Nullable StepFailure failure) {

    /** The class name of the frame by which Cucumber says at which step of a feature an error came. */
    private static final String STEP_FRAME = "✽";

    static final Judgement PASS = new Judgement(Verdict.PASS, null, null);

    static Judgement of(Throwable error) {
        if (error instanceof TestAbortedException) {
            return new Judgement(Verdict.SKIPPED, error.getMessage(), null);
        }
        if (error instanceof ExpectationFailed failed) {
            return new Judgement(Verdict.FAIL, failed.getMessage(), failure(error, failed.expected(), failed.actual()));
        }
        return new Judgement(verdict(error), message(error), failure(error, "", ""));
    }

    /** A failure that proves nothing, because even the longest seconds were too short for the machine. */
    static Judgement tooSlow(Judgement failed) {
        return new Judgement(
                Verdict.ERROR,
                "The machine was too slow to tell, even with the longest seconds: " + failed.message(),
                failed.failure());
    }

    private static Verdict verdict(Throwable error) {
        if (error instanceof RuntimeCrashedException) {
            return Verdict.CRASH;
        }
        if (error instanceof RuntimeHungException) {
            return Verdict.HANG;
        }
        return error instanceof UnsupportedRequestException ? Verdict.FAIL : Verdict.ERROR;
    }

    private static String message(Throwable error) {
        var text = error.getMessage();
        if (text != null && verdict(error) != Verdict.ERROR) {
            return text;
        }
        var origin = Arrays.stream(error.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.threadstone"))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        var cause = error.getCause() == null ? "" : " Cause: " + error.getCause();
        return error.getClass().getSimpleName() + origin + ": " + (text == null ? "no message." : text) + cause;
    }

    private static StepFailure failure(Throwable error, String expected, String actual) {
        var step = step(error);
        return new StepFailure(
                step.map(StackTraceElement::getMethodName).orElse(""),
                step.map(StackTraceElement::getLineNumber).orElse(0),
                expected,
                actual);
    }

    private static Optional<StackTraceElement> step(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .filter(frame -> frame.getClassName().equals(STEP_FRAME))
                .findFirst();
    }
}
