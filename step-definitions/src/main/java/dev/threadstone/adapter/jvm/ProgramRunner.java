package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Statement;
import dev.threadstone.spi.Statement.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the functions of a scenario in the calling thread. Source: Python language reference, compound statements. */
final class ProgramRunner {

    private final Performer performer;
    private final Conversion conversion;
    private final Members members;
    private final Errors errors;
    private final Frames frames;

    /** How a statement ended: it was finished, or control leaves the loop or the function. */
    private sealed interface Flow {

        enum Jump implements Flow {
            ON,
            BREAK,
            CONTINUE
        }

        record Returned(Object value) implements Flow {}
    }

    ProgramRunner(Performer performer, Conversion conversion, Members members, Errors errors, Frames frames) {
        this.performer = performer;
        this.conversion = conversion;
        this.members = members;
        this.errors = errors;
        this.frames = frames;
    }

    /** @throws RuntimeException what the function raised */
    Object run(Behaviour.Program program, String name, List<Object> positional, Map<String, Object> keywords) {
        var locals = bind(program.parameters(), name, positional, keywords);
        frames.push(new Frames.Frame(name, null, locals));
        try {
            var flow = new Activation(locals, null).block(program.body());
            return flow instanceof Flow.Returned returned ? returned.value() : PythonNone.NONE;
        } finally {
            frames.pop();
        }
    }

    private Map<String, Object> bind(
            List<String> parameters, String name, List<Object> positional, Map<String, Object> keywords) {
        var locals = new HashMap<>(keywords);
        for (int index = 0; index < Math.min(parameters.size(), positional.size()); index++) {
            locals.put(parameters.get(index), positional.get(index));
        }
        if (positional.size() + keywords.size() != parameters.size()
                || !locals.keySet().containsAll(parameters)) {
            throw errors.create(
                    "TypeError",
                    name + "() takes " + parameters + " but was given " + positional.size() + " arguments and "
                            + keywords.keySet());
        }
        return locals;
    }

    /** One call of a function, perhaps while it handles an exception. */
    private final class Activation {

        private final Map<String, Object> locals;
        private final @Nullable RuntimeException handled;

        Activation(Map<String, Object> locals, @Nullable RuntimeException handled) {
            this.locals = locals;
            this.handled = handled;
        }

        private Flow block(List<Statement> statements) {
            Flow flow = Flow.Jump.ON;
            for (var statement : statements) {
                flow = run(statement);
                if (flow != Flow.Jump.ON) {
                    break;
                }
            }
            return flow;
        }

        private Flow run(Statement statement) {
            if (statement instanceof Statement.Do done) {
                evaluate(done.expression());
            } else if (statement instanceof Statement.Assign assign) {
                locals.put(assign.local(), evaluate(assign.expression()));
            } else if (statement instanceof Statement.If choice) {
                return block(holds(choice.condition()) ? choice.body() : choice.otherwise());
            } else if (statement instanceof Statement.With with) {
                return with(with);
            } else if (statement instanceof Statement.Try attempt) {
                return attempt(attempt);
            } else if (statement instanceof Statement.Raise raise) {
                throw raised(raise);
            } else {
                return jumpOrLoop(statement);
            }
            return Flow.Jump.ON;
        }

        private Flow jumpOrLoop(Statement statement) {
            if (statement instanceof Statement.While loop) {
                return loop(loop);
            } else if (statement instanceof Statement.For loop) {
                return loop(loop);
            } else if (statement instanceof Statement.Return returned) {
                return new Flow.Returned(evaluate(returned.expression()));
            }
            return statement instanceof Statement.Break ? Flow.Jump.BREAK : Flow.Jump.CONTINUE;
        }

        private Flow loop(Statement.While loop) {
            while (holds(loop.condition())) {
                var flow = block(loop.body());
                if (flow == Flow.Jump.BREAK) {
                    return Flow.Jump.ON;
                } else if (flow instanceof Flow.Returned) {
                    return flow;
                }
            }
            return Flow.Jump.ON;
        }

        private Flow loop(Statement.For loop) {
            for (var items = iterator(evaluate(loop.items())); items.hasNext(); ) {
                locals.put(loop.local(), items.next());
                var flow = block(loop.body());
                if (flow == Flow.Jump.BREAK) {
                    return Flow.Jump.ON;
                } else if (flow instanceof Flow.Returned) {
                    return flow;
                }
            }
            return Flow.Jump.ON;
        }

        private Flow with(Statement.With with) {
            var target = conversion.toObject(with.target());
            members.callMethod(target, "__enter__", List.of(), Map.of());
            var flow = new ArrayList<Flow>();
            performer.inWithBlock(target, () -> flow.add(block(with.body())));
            return flow.isEmpty() ? Flow.Jump.ON : flow.get(0);
        }

        private Flow attempt(Statement.Try attempt) {
            Flow flow;
            try {
                flow = handled(attempt);
            } catch (RuntimeException raised) {
                var last = block(attempt.last());
                if (last != Flow.Jump.ON) {
                    return last;
                }
                throw raised;
            }
            var last = block(attempt.last());
            return last == Flow.Jump.ON ? flow : last;
        }

        private Flow handled(Statement.Try attempt) {
            try {
                return block(attempt.body());
            } catch (RuntimeException raised) {
                var handler = attempt.handler()
                        .filter(known -> errors.describe(raised).mro().contains(known.error()))
                        .orElseThrow(() -> raised);
                handler.local().ifPresent(local -> locals.put(local, raised));
                return new Activation(locals, raised).block(handler.body());
            }
        }

        private RuntimeException raised(Statement.Raise raise) {
            return raise.type().isEmpty() && handled != null
                    ? handled
                    : errors.create(new Ending.Raise(raise.type().orElse("RuntimeError"), Arguments.NONE));
        }

        private Object evaluate(Expression expression) {
            return expression instanceof Expression.Doing doing
                    ? performer.perform(doing.request())
                    : conversion.toObject(((Expression.Constant) expression).value());
        }

        private boolean holds(Statement.Condition condition) {
            var left = evaluate(condition.left());
            var right = conversion.toObject(condition.right());
            return switch (condition.comparison()) {
                case TRUTH -> PythonText.isTrue(left);
                case FALSEHOOD -> !PythonText.isTrue(left);
                case IS -> members.isSame(left, right);
                case IS_NOT -> !members.isSame(left, right);
                case EQUAL -> isEqual(left, right);
                case UNEQUAL -> !isEqual(left, right);
                case IN -> contains(right, left);
                case NOT_IN -> !contains(right, left);
                case BELOW -> number(left) < number(right);
                case ABOVE -> number(left) > number(right);
            };
        }

        private boolean contains(Object container, Object item) {
            return PythonText.isTrue(members.callMethod(container, "__contains__", List.of(item), Map.of()));
        }
    }

    /** An iterator may have to wait for its next item. */
    private static Iterator<?> iterator(Object items) {
        if (items instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (items instanceof PythonTuple tuple) {
            return tuple.items().iterator();
        }
        if (items instanceof List<?> list) {
            return List.copyOf(list).iterator();
        }
        throw PythonException.typeError("'" + items + "' object is not iterable");
    }

    private static boolean isEqual(Object left, Object right) {
        return (isNumber(left) && isNumber(right)) ? number(left) == number(right) : left.equals(right);
    }

    private static boolean isNumber(Object object) {
        return object instanceof Number || object instanceof Boolean;
    }

    private static double number(Object object) {
        if (object instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (object instanceof Number number) {
            return number.doubleValue();
        }
        throw PythonException.typeError("'" + object + "' is not a number");
    }
}
