package dev.threadstone.vocabulary;

import dev.threadstone.steps.AsyncioSteps;
import dev.threadstone.steps.ComputingSteps;
import dev.threadstone.steps.ContextSteps;
import dev.threadstone.steps.DeclareSteps;
import dev.threadstone.steps.ExecutorSteps;
import dev.threadstone.steps.ExitSteps;
import dev.threadstone.steps.FutureSteps;
import dev.threadstone.steps.IdentitySteps;
import dev.threadstone.steps.ImportSteps;
import dev.threadstone.steps.OutcomeSteps;
import dev.threadstone.steps.PrimitiveSteps;
import dev.threadstone.steps.QueueSteps;
import dev.threadstone.steps.ScheduleSteps;
import dev.threadstone.steps.SignalSteps;
import dev.threadstone.steps.TaskSteps;
import dev.threadstone.steps.ThreadSteps;
import dev.threadstone.steps.TimeSteps;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All step expressions, read from the glue. */
final class Vocabulary {

    private static final List<Class<?>> HEADINGS = List.of(
            DeclareSteps.class,
            TimeSteps.class,
            ThreadSteps.class,
            IdentitySteps.class,
            TaskSteps.class,
            PrimitiveSteps.class,
            OutcomeSteps.class,
            QueueSteps.class,
            ExecutorSteps.class,
            FutureSteps.class,
            ContextSteps.class,
            AsyncioSteps.class,
            SignalSteps.class,
            ImportSteps.class,
            ComputingSteps.class,
            ScheduleSteps.class,
            ExitSteps.class);

    private final ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
    private final List<Entry> entries;

    /** One expression, and the heading that it stands under. */
    record Entry(String heading, String keyword, String source, Expression expression) {
        boolean matches(String text) {
            return expression.match(text) != null;
        }
    }

    Vocabulary() {
        Stream.of(NameTypes.class, ValueTypes.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ParameterType.class))
                .forEach(this::define);
        var factory = new ExpressionFactory(types);
        entries = HEADINGS.stream()
                .flatMap(heading -> Arrays.stream(heading.getDeclaredMethods())
                        .filter(method -> !source(method).isEmpty())
                        .map(method -> new Entry(
                                heading.getSimpleName().replace("Steps", ""),
                                keyword(method),
                                source(method),
                                factory.createExpression(source(method)))))
                .toList();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Entry> matching(String text) {
        return entries.stream().filter(entry -> entry.matches(text)).toList();
    }

    private void define(Method method) {
        var pattern = method.getAnnotation(ParameterType.class).value();
        types.defineParameterType(new io.cucumber.cucumberexpressions.ParameterType<>(
                method.getName(), pattern, String.class, (String[] groups) -> String.valueOf(groups[0]), false, false));
    }

    private static String source(Method method) {
        if (method.isAnnotationPresent(Given.class)) {
            return method.getAnnotation(Given.class).value();
        }
        if (method.isAnnotationPresent(When.class)) {
            return method.getAnnotation(When.class).value();
        }
        return method.isAnnotationPresent(Then.class)
                ? method.getAnnotation(Then.class).value()
                : "";
    }

    private static String keyword(Method method) {
        if (method.isAnnotationPresent(Given.class)) {
            return "Given";
        }
        return method.isAnnotationPresent(When.class) ? "When" : "Then";
    }
}
