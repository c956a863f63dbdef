package dev.threadstone.vocabulary;

import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Statement;
import dev.threadstone.spi.Statement.Expression;
import dev.threadstone.spi.Value;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Reads a function of a feature: {@code def}, assignment, calls, {@code if}, {@code while}, {@code for}, {@code with},
 * {@code try}, {@code return}, {@code raise}, {@code break}, {@code continue}, as Python has them; one call or comparison in
 * an expression.
 */
public final class ProgramParser {

    private static final Pattern HEADER = Pattern.compile("def ([a-z][a-z0-9_]*)\\(([a-z0-9_, ]*)\\):");
    private static final Pattern LOCAL =
            Pattern.compile("(?m)^ *(?:for )?([a-z][a-z0-9_]*) (?:=|in) | as ([a-z][a-z0-9_]*):$");
    private static final Pattern MODULE = Pattern.compile("(?<![.\\w'])([a-z_]+)\\.");
    private static final Pattern ASSIGN = Pattern.compile("([a-z][a-z0-9_]*) = (.+)");
    private static final Pattern FOR = Pattern.compile("for ([a-z][a-z0-9_]*) in (.+):");
    private static final Pattern STORE = Pattern.compile("([a-z][a-z0-9_.]*)(?:\\[(.+)]|\\.([a-z_]+)) = (.+)");
    private static final Pattern EXCEPT = Pattern.compile("except (" + Patterns.ERROR + ")(?: as ([a-z][a-z0-9_]*))?:");
    private static final Pattern RANGE = Pattern.compile("range\\((\\d+)\\)");

    private static final Expression NOTHING = new Expression.Constant(Value.NONE);

    private final List<Line> lines;
    private final ProgramExpressions expressions;
    private int position;

    /** A line without its indentation. */
    private record Line(int indentation, String text) {}

    private ProgramParser(List<Line> lines, ProgramExpressions expressions) {
        this.lines = lines;
        this.expressions = expressions;
    }

    /** The name that the function defines. */
    public static String nameOf(String source) {
        return header(source).group(1);
    }

    /** The function, its names checked against those that the scenario has declared. */
    public static Behaviour.Program parse(String source, Names declared) {
        var parameters = Arrays.stream(header(source).group(2).split(","))
                .map(String::strip)
                .filter(parameter -> !parameter.isEmpty())
                .toList();
        var locals = new ArrayList<>(parameters);
        LOCAL.matcher(source)
                .results()
                .forEach(found -> locals.add(found.group(1) == null ? found.group(2) : found.group(1)));
        locals.add(nameOf(source));
        var lines = source.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Line(line.length() - line.stripLeading().length(), line.strip()))
                .toList();
        var names = declared.withLocals(locals);
        var parser = new ProgramParser(lines, new ProgramExpressions(names));
        parser.position = 1;
        return new Behaviour.Program(source, modules(source, names), parameters, parser.block(0));
    }

    private static Matcher header(String source) {
        var header = HEADER.matcher(source.lines().findFirst().orElse(""));
        if (!header.matches()) {
            throw new ScenarioMistake(
                    "A task is defined by a function such as \"def consume(item):\" and the lines of its "
                            + "body; found \"" + source + "\".");
        }
        return header;
    }

    private static List<String> modules(String source, Names names) {
        var modules = new TreeSet<String>();
        MODULE.matcher(source).results().forEach(found -> modules.add(found.group(1)));
        modules.removeIf(names::isDeclared);
        return List.copyOf(modules);
    }

    /** The statements that are indented more than the line before them. */
    private List<Statement> block(int outer) {
        var statements = new ArrayList<Statement>();
        if (position >= lines.size() || lines.get(position).indentation() <= outer) {
            throw new ScenarioMistake(
                    "A block is missing after \"" + lines.get(position - 1).text() + "\".");
        }
        var indentation = lines.get(position).indentation();
        while (position < lines.size() && lines.get(position).indentation() == indentation) {
            statements.add(statement(lines.get(position++)));
        }
        if (position < lines.size() && lines.get(position).indentation() > outer) {
            throw new ScenarioMistake(
                    "The indentation of \"" + lines.get(position).text() + "\" fits no block.");
        }
        return statements;
    }

    private Statement statement(Line line) {
        return line.text().endsWith(":") ? compound(line) : simple(line.text());
    }

    private Statement compound(Line line) {
        var text = line.text().substring(0, line.text().length() - 1);
        var words = text.split(" ", 2);
        var rest = words.length < 2 ? "" : words[1];
        return switch (words[0]) {
            case "if" -> new Statement.If(expressions.condition(rest), block(line.indentation()), otherwise(line));
            case "while" -> new Statement.While(expressions.condition(rest), block(line.indentation()));
            case "for" -> loop(line);
            case "with" -> new Statement.With(expressions.value(rest), block(line.indentation()));
            case "try" -> new Statement.Try(block(line.indentation()), handler(line), last(line));
            default -> throw unknown(line.text());
        };
    }

    private Statement loop(Line line) {
        var loop = FOR.matcher(line.text());
        if (!loop.matches()) {
            throw unknown(line.text());
        }
        var range = RANGE.matcher(loop.group(2));
        var items = range.matches() ? range(Integer.parseInt(range.group(1))) : expressions.expression(loop.group(2));
        return new Statement.For(loop.group(1), items, block(line.indentation()));
    }

    private static Expression range(int end) {
        var numbers = LongStream.range(0, end).mapToObj(Value::of).toList();
        return new Expression.Constant(new Value.ListOf(numbers));
    }

    private List<Statement> otherwise(Line line) {
        return follows(line, "else:") ? block(line.indentation()) : List.of();
    }

    private List<Statement> last(Line line) {
        return follows(line, "finally:") ? block(line.indentation()) : List.of();
    }

    private Optional<Statement.Handler> handler(Line line) {
        var except = position < lines.size() && lines.get(position).indentation() == line.indentation()
                ? EXCEPT.matcher(lines.get(position).text())
                : EXCEPT.matcher("");
        if (except.matches()) {
            position++;
            return Optional.of(new Statement.Handler(
                    except.group(1), Optional.ofNullable(except.group(2)), block(line.indentation())));
        }
        return Optional.empty();
    }

    private boolean follows(Line line, String clause) {
        var found = position < lines.size() && lines.get(position).equals(new Line(line.indentation(), clause));
        position += found ? 1 : 0;
        return found;
    }

    private Statement simple(String text) {
        var assign = ASSIGN.matcher(text);
        if (assign.matches()) {
            return new Statement.Assign(assign.group(1), expressions.expression(assign.group(2)));
        }
        var store = STORE.matcher(text);
        if (store.matches()) {
            return new Statement.Do(expressions.store(store.group(1), store.group(2), store.group(3), store.group(4)));
        }
        var words = text.split(" ", 2);
        return switch (words[0]) {
            case "break" -> new Statement.Break();
            case "continue" -> new Statement.Continue();
            case "return" -> new Statement.Return(words.length < 2 ? NOTHING : expressions.expression(words[1]));
            case "raise" -> new Statement.Raise(words.length < 2 ? Optional.empty() : Optional.of(words[1]));
            default -> new Statement.Do(expressions.expression(text));
        };
    }

    static ScenarioMistake unknown(String text) {
        return new ScenarioMistake(
                "A function of a feature cannot say \"" + text + "\". It can call, assign, compare two "
                        + "values, and use if, while, for, with, try, return, raise, break and continue.");
    }
}
