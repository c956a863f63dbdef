package dev.threadstone.vocabulary;

import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.Set;

/** The modules and builtin functions that features may name without declaring them. */
final class KnownModules {

    private static final Set<String> MODULES = Set.of(
            "_thread",
            "asyncio",
            "atexit",
            "builtins",
            "collections",
            "concurrent",
            "contextvars",
            "copy",
            "decimal",
            "faulthandler",
            "fractions",
            "functools",
            "gc",
            "importlib",
            "inspect",
            "itertools",
            "logging",
            "operator",
            "os",
            "queue",
            "signal",
            "sys",
            "sysconfig",
            "threading",
            "threadstone",
            "time",
            "traceback",
            "weakref");

    private static final Set<String> BUILTINS = Set.of(
            "callable",
            "delattr",
            "dict",
            "getattr",
            "hasattr",
            "int",
            "isinstance",
            "issubclass",
            "iter",
            "len",
            "list",
            "next",
            "print",
            "repr",
            "set",
            "setattr",
            "sorted",
            "str",
            "tuple",
            "type");

    private KnownModules() {}

    /** Refuses a path that begins with nothing declared and nothing known: a slip of the pen is not the runtime's failure. */
    static void requireKnown(String path, Names names) {
        var dot = path.indexOf('.');
        var known = dot < 0 ? BUILTINS.contains(path) : MODULES.contains(path.substring(0, dot));
        if (!known) {
            names.kindOf(dot < 0 ? path : path.substring(0, dot));
            throw new ScenarioMistake("'" + path + "' cannot be called or read as it stands: only one dot may follow a "
                    + "declared name. Read the attribute under a name of its own first.");
        }
    }
}
