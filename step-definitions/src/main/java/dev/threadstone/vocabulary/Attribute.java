package dev.threadstone.vocabulary;

import dev.threadstone.spi.Value;
import dev.threadstone.world.Names;

/** An attribute of a declared thing, {@code worker.daemon}, or of a module, {@code threading.TIMEOUT_MAX}. */
public record Attribute(Value target, String name) {

    static Attribute parse(String source, Names names) {
        var lastDot = source.lastIndexOf('.');
        var receiver = source.substring(0, lastDot);
        if (!names.isDeclared(receiver)) {
            KnownModules.requireKnown(source, names);
        }
        var target = names.isDeclared(receiver) ? Value.ref(receiver) : Value.constant(receiver);
        return new Attribute(target, source.substring(lastDot + 1));
    }
}
