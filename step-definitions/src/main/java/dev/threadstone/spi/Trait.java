package dev.threadstone.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of Python's threading world that a runtime may declare to lack. What needs an absent trait is reported as
 * {@code unsupported}; what fails without having been declared absent is a failure. The core cannot be declared absent.
 */
public enum Trait {
    /** POSIX signals with handlers in the main thread. */
    SIGNALS,
    /** A process, or its model, whose exit can be observed. */
    PROCESS_EXIT,
    /** Several interpreters in one process, each with settings of its own. */
    SUBINTERPRETER,
    /** Texts of {@code repr}, weak references, private attributes. */
    INTROSPECTION,
    /** Obsolete names and warnings about them. */
    DEPRECATED,
    /** Trace and profile functions. */
    TRACING,
    /** The low-level thread module. */
    LOWLEVEL,
    /** Native code that attaches threads of its own. */
    NATIVE,
    /** Native code that is refused, instead of hanging, when it attaches a thread too late. */
    NATIVE_GUARD,
    /** Identifiers that the operating system gave. */
    NATIVE_ID,
    /** Duplicating the process. */
    FORK,
    /** Child processes. */
    MULTIPROCESS,
    /** Modules that are imported from files. */
    IMPORTS,
    /** What the interpreter's lock did: who held it and how long, how often it changed hands. */
    GIL_INTROSPECTION,
    /** Prompt reclamation of dropped objects. */
    FINALIZERS,
    /** Thread dumps and frames. */
    DEBUG,
    /** The logging package. */
    LOGGING,
    /** Context variables. */
    CONTEXT,
    /** An asyncio event loop. */
    ASYNCIO,
    /** Thousands of threads. */
    SCALE;

    /** As in the catalogue's profiles: {@code process-exit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The trait that a profile of the catalogue needs; empty for profiles that every runtime has. */
    public static Optional<Trait> ofProfile(String profile) {
        return Arrays.stream(values())
                .filter(trait -> trait.label().equals(profile))
                .findFirst();
    }
}
