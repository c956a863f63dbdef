package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Statement.Comparison;
import dev.threadstone.spi.Statement.Condition;
import dev.threadstone.spi.Statement.Expression;
import dev.threadstone.spi.Value;
import dev.threadstone.world.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The expressions of a feature's function: a value, a call, an attribute, an item, or a comparison of two of them. */
final class ProgramExpressions {

    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z][a-z0-9_]*)\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern ITEM = Pattern.compile("([a-z][a-z0-9_]*)\\[(.+)]");
    private static final Map<String, Comparison> COMPARISONS = comparisons();

    private final Names names;

    ProgramExpressions(Names names) {
        this.names = names;
    }

    Condition condition(String text) {
        for (var comparison : COMPARISONS.entrySet()) {
            var sides = text.split(Pattern.quote(comparison.getKey()), 2);
            if (sides.length == 2) {
                return new Condition(expression(sides[0]), comparison.getValue(), value(sides[1]));
            }
        }
        return text.startsWith("not ")
                ? new Condition(expression(text.substring("not ".length())), Comparison.FALSEHOOD, Value.NONE)
                : new Condition(expression(text), Comparison.TRUTH, Value.NONE);
    }

    Expression expression(String text) {
        if (text.matches(Patterns.CALL)) {
            return new Expression.Doing(CallExpression.parse(text, names).request());
        }
        var item = ITEM.matcher(text);
        if (item.matches()) {
            return new Expression.Doing(call(item.group(1), "__getitem__", value(item.group(2))));
        }
        var attribute = ATTRIBUTE.matcher(text);
        if (attribute.matches() && names.isDeclared(attribute.group(1))) {
            return new Expression.Doing(Request.get(attribute.group(1), attribute.group(2)));
        }
        return new Expression.Constant(value(text));
    }

    /** An assignment to an item or to an attribute; the other one is null. */
    Expression store(String target, @Nullable String key, @Nullable String attribute, String value) {
        names.kindOf(target);
        return new Expression.Doing(
                key == null
                        ? Request.set(target, String.valueOf(attribute), value(value))
                        : call(target, "__setitem__", value(key), value(value)));
    }

    Value value(String text) {
        return Literals.value(text, names);
    }

    private Request call(String target, String method, Value... arguments) {
        names.kindOf(target);
        return Request.call(target, method, new Arguments(List.of(arguments), Map.of()));
    }

    /** In the order in which they are looked for: the longer ones first. */
    private static Map<String, Comparison> comparisons() {
        var comparisons = new LinkedHashMap<String, Comparison>();
        comparisons.put(" is not ", Comparison.IS_NOT);
        comparisons.put(" is ", Comparison.IS);
        comparisons.put(" == ", Comparison.EQUAL);
        comparisons.put(" != ", Comparison.UNEQUAL);
        comparisons.put(" not in ", Comparison.NOT_IN);
        comparisons.put(" in ", Comparison.IN);
        comparisons.put(" < ", Comparison.BELOW);
        comparisons.put(" > ", Comparison.ABOVE);
        return comparisons;
    }
}
