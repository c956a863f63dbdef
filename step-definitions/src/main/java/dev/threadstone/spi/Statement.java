package dev.threadstone.spi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement of a {@link Behaviour.Program}: the part of Python that patterns of threads are written in. Names that the
 * program assigns, its parameters included, are local to one call of it.
 */
public sealed interface Statement {

    /** An expression: a value, or a request whose result it is. */
    sealed interface Expression {

        record Constant(Value value) implements Expression {}

        record Doing(Request request) implements Expression {}

        default Stream<Request> requests() {
            return this instanceof Doing doing ? Stream.of(doing.request()) : Stream.empty();
        }
    }

    /** How two values are compared; {@link #TRUTH} and {@link #FALSEHOOD} look at the left one alone. */
    enum Comparison {
        TRUTH,
        FALSEHOOD,
        IS,
        IS_NOT,
        EQUAL,
        UNEQUAL,
        IN,
        NOT_IN,
        BELOW,
        ABOVE
    }

    record Condition(Expression left, Comparison comparison, Value right) {

        /** {@code while True}. */
        public static final Condition ALWAYS =
                new Condition(new Expression.Constant(Value.TRUE), Comparison.TRUTH, Value.NONE);
    }

    /** An expression for its effect. */
    record Do(Expression expression) implements Statement {}

    /** {@code local = expression}. */
    record Assign(String local, Expression expression) implements Statement {}

    record While(Condition condition, List<Statement> body) implements Statement {
        public While {
            body = List.copyOf(body);
        }
    }

    /** {@code for local in items}. */
    record For(String local, Expression items, List<Statement> body) implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    record If(Condition condition, List<Statement> body, List<Statement> otherwise) implements Statement {
        public If {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    record Break() implements Statement {}

    record Continue() implements Statement {}

    record Return(Expression expression) implements Statement {}

    /** {@code raise type()}, or the exception that is being handled if there is no type. */
    record Raise(Optional<String> type) implements Statement {}

    record With(Value target, List<Statement> body) implements Statement {
        public With {
            body = List.copyOf(body);
        }
    }

    /** {@code try}, with at most one {@code except} and a {@code finally} that may be empty. */
    record Try(List<Statement> body, Optional<Handler> handler, List<Statement> last) implements Statement {
        public Try {
            body = List.copyOf(body);
            last = List.copyOf(last);
        }
    }

    /** {@code except error as local}. */
    record Handler(String error, Optional<String> local, List<Statement> body) {
        public Handler {
            body = List.copyOf(body);
        }
    }

    /** Every request in these statements, in the order of the text. */
    static Stream<Request> requests(List<Statement> statements) {
        return statements.stream().flatMap(Statement::requests);
    }

    /** Every request in this statement, in the order of the text. */
    default Stream<Request> requests() {
        if (this instanceof Do done) {
            return done.expression().requests();
        } else if (this instanceof Assign assign) {
            return assign.expression().requests();
        } else if (this instanceof Return returned) {
            return returned.expression().requests();
        } else if (this instanceof While loop) {
            return Stream.concat(loop.condition().left().requests(), requests(loop.body()));
        } else if (this instanceof For loop) {
            return Stream.concat(loop.items().requests(), requests(loop.body()));
        } else if (this instanceof If choice) {
            return Stream.of(
                            choice.condition().left().requests(), requests(choice.body()), requests(choice.otherwise()))
                    .flatMap(requests -> requests);
        } else if (this instanceof With with) {
            return requests(with.body());
        } else if (this instanceof Try attempt) {
            var handled = attempt.handler().stream().flatMap(handler -> requests(handler.body()));
            return Stream.of(requests(attempt.body()), handled, requests(attempt.last()))
                    .flatMap(requests -> requests);
        }
        return Stream.empty();
    }
}
