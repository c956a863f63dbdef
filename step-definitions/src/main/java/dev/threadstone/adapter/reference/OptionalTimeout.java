package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.reference.threading.Timeout;
import org.jspecify.annotations.Nullable;

/** A parameter {@code timeout} whose {@code None} means no limit. */
final class OptionalTimeout {

    private OptionalTimeout() {}

    static @Nullable Timeout of(Args args) {
        return args.isNone("timeout") ? null : Timeout.ofSeconds(args.number("timeout"));
    }
}
