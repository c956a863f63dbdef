package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.DurationLiteral;
import dev.threadstone.spi.Value;
import dev.threadstone.world.Kind;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Python literals, and what features add to them: durations ({@code 2s}), declared names, and qualified names such
 * as {@code threading.TIMEOUT_MAX + 1}.
 */
final class Literals {

    private static final Pattern DURATION = DurationLiteral.PATTERN;
    private static final Pattern NUMBER = Pattern.compile("-?(?:inf\\b|\\d+(\\.\\d+)?(e\\d+)?)");
    private static final Pattern INFINITY = Pattern.compile("inf\\b");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");
    private static final Pattern DOTTED =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)(?: \\+ (\\d+))?");
    private static final Pattern KEYWORD = Pattern.compile("([a-z_]+)=");
    private static final Pattern SPACE = Pattern.compile(" *");

    private final String source;
    private final Names names;
    private int position;

    private Literals(String source, Names names) {
        this.source = source;
        this.names = names;
    }

    static Value value(String source, Names names) {
        var reader = new Literals(source, names);
        var value = reader.value();
        reader.expectEnd();
        return value;
    }

    /** Reads what stands between the parentheses of a call. */
    static Arguments arguments(String source, Names names) {
        var reader = new Literals(source, names);
        var arguments = reader.arguments();
        reader.expectEnd();
        return arguments;
    }

    static Duration duration(String source) {
        var matcher = DURATION.matcher(source);
        if (!matcher.matches()) {
            throw new ScenarioMistake("'" + source + "' is no duration; expected one such as 250ms, 2s or 1h.");
        }
        return DurationLiteral.of(matcher);
    }

    private Value value() {
        skip(SPACE);
        var next = position < source.length() ? source.charAt(position) : ' ';
        return switch (next) {
            case '[' -> new Value.ListOf(items('[', ']'));
            case '(' -> new Value.TupleOf(items('(', ')'));
            case '{' -> dict();
            case '\'' -> text();
            default -> Character.isDigit(next) || at(INFINITY).lookingAt() || next == '-' ? quantity() : named();
        };
    }

    private Value dict() {
        expect('{');
        var entries = new LinkedHashMap<String, Value>();
        while (!takes('}')) {
            skip(SPACE);
            var key = require(TEXT, "a key in single quotes").group(1);
            expect(':');
            entries.put(key, value());
            if (!takes(',')) {
                expect('}');
                break;
            }
        }
        return new Value.DictOf(entries);
    }

    private List<Value> items(char open, char close) {
        expect(open);
        var items = new ArrayList<Value>();
        while (!takes(close)) {
            items.add(value());
            if (!takes(',')) {
                expect(close);
                break;
            }
        }
        return items;
    }

    private Arguments arguments() {
        var positional = new ArrayList<Value>();
        var keywords = new LinkedHashMap<String, Value>();
        skip(SPACE);
        while (position < source.length()) {
            skip(SPACE);
            var keyword = at(KEYWORD);
            if (keyword.lookingAt()) {
                position = keyword.end();
                keywords.put(keyword.group(1), value());
            } else {
                positional.add(value());
            }
            if (!takes(',')) {
                break;
            }
        }
        return new Arguments(positional, keywords);
    }

    private Value text() {
        var matcher = require(TEXT, "a string in single quotes");
        return Value.of(matcher.group(1));
    }

    private Value quantity() {
        var duration = at(DURATION);
        if (duration.lookingAt()) {
            position = duration.end();
            return Value.of(DurationLiteral.of(duration));
        }
        var number = require(NUMBER, "a number");
        var digits = number.group();
        if (digits.endsWith("inf")) {
            return Value.of(digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return number.group(1) == null && number.group(2) == null
                ? new Value.Int(new BigInteger(digits))
                : Value.of(Double.parseDouble(digits));
    }

    private Value named() {
        var matcher = require(DOTTED, "a value");
        var name = matcher.group(1);
        var plus = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return switch (name) {
            case "None" -> Value.NONE;
            case "True" -> Value.TRUE;
            case "False" -> Value.FALSE;
            default -> isConstant(name) ? new Value.Constant(name, plus) : reference(name);
        };
    }

    private Value reference(String name) {
        names.kindOf(name);
        return Value.ref(name);
    }

    private boolean isConstant(String name) {
        if (name.contains(".")) {
            return true;
        }
        return Character.isUpperCase(name.charAt(0)) && !names.isDeclared(name, Kind.CLASS);
    }

    private boolean takes(char expected) {
        skip(SPACE);
        if (position < source.length() && source.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!takes(expected)) {
            throw mistake("'" + expected + "'");
        }
    }

    private void expectEnd() {
        skip(SPACE);
        if (position < source.length()) {
            throw mistake("the end");
        }
    }

    private Matcher require(Pattern pattern, String what) {
        var matcher = at(pattern);
        if (!matcher.lookingAt()) {
            throw mistake(what);
        }
        position = matcher.end();
        return matcher;
    }

    private void skip(Pattern pattern) {
        var matcher = at(pattern);
        if (matcher.lookingAt()) {
            position = matcher.end();
        }
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(source).region(position, source.length());
    }

    private ScenarioMistake mistake(String expected) {
        return new ScenarioMistake("Cannot read \"" + source + "\": expected " + expected + " at column "
                + (position + 1) + ", found \"" + source.substring(position) + "\".");
    }
}
