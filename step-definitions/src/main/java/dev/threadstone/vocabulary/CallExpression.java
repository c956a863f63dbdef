package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.world.Kind;
import dev.threadstone.world.Names;

/**
 * A call as it stands in a feature: {@code guard.acquire(timeout=2s)}, {@code threading.Lock(1)}, {@code repr(guard)}.
 *
 * @param request the call
 * @param returns what kind of thing its result is, as far as features have a word for it
 */
public record CallExpression(Request request, Kind returns) {

    static CallExpression parse(String source, Names names) {
        var open = source.indexOf('(');
        var path = source.substring(0, open);
        var arguments = Literals.arguments(source.substring(open + 1, source.length() - 1), names);
        var lastDot = path.lastIndexOf('.');
        var receiver = lastDot < 0 ? "" : path.substring(0, lastDot);
        if (names.isDeclared(receiver)) {
            var method = path.substring(lastDot + 1);
            return new CallExpression(new Request.Call(Value.ref(receiver), method, arguments), Kind.OBJECT);
        }
        return ofFunction(path, arguments, names);
    }

    private static CallExpression ofFunction(String path, Arguments arguments, Names names) {
        if (names.isDeclared(path, Kind.CLASS)) {
            return new CallExpression(new Request.New(path, arguments), Kind.OBJECT);
        }
        if (names.isDeclared(path)) {
            return new CallExpression(new Request.Call(Value.ref(path), "__call__", arguments), Kind.OBJECT);
        }
        KnownModules.requireKnown(path, names);
        var kind = Kind.constructedBy(path);
        return kind == Kind.OBJECT
                ? new CallExpression(new Request.Function(path, arguments), kind)
                : new CallExpression(new Request.New(path, arguments), kind);
    }
}
