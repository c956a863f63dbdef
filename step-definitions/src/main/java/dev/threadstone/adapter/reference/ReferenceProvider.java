package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.JvmImplementation;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Trait;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Provides {@code reference}: the bundled runtime in which every requirement holds, in virtual time by default.
 *
 * <p>Options: {@code time} ({@code virtual} or {@code real}), {@code second} (how long a scenario second takes in real
 * time), {@code python} (the language level), {@code build} ({@code gil} or {@code free-threaded}), {@code sabotage} (the name of a saboteur that breaks one behaviour).
 */
public final class ReferenceProvider implements ImplementationProvider {

    private static final Set<Trait> TRAITS = Set.of(
            Trait.SIGNALS,
            Trait.PROCESS_EXIT,
            Trait.SUBINTERPRETER,
            Trait.INTROSPECTION,
            Trait.DEPRECATED,
            Trait.LOWLEVEL,
            Trait.TRACING,
            Trait.NATIVE,
            Trait.NATIVE_GUARD,
            Trait.NATIVE_ID,
            Trait.FORK,
            Trait.MULTIPROCESS,
            Trait.IMPORTS,
            Trait.FINALIZERS,
            Trait.CONTEXT,
            Trait.ASYNCIO,
            Trait.LOGGING,
            Trait.DEBUG,
            Trait.SCALE);

    private final OperationObserver observer;

    /** The reference as a provider that is found by its name. */
    public ReferenceProvider() {
        this(OperationObserver.NONE);
    }

    /** The reference under observation: which operations a scenario uses, and which a saboteur changes. */
    public ReferenceProvider(OperationObserver observer) {
        this.observer = observer;
    }

    @Override
    public String name() {
        return ReferenceOptions.NAME;
    }

    @Override
    public String summary() {
        return "the bundled reference runtime; options time, second, python, build, sabotage";
    }

    /** Only on a virtual clock is it known exactly who held the lock when. */
    private static Set<Trait> traits(ReferenceOptions options) {
        return Stream.concat(TRAITS.stream(), options.virtualTime() ? Stream.of(Trait.GIL_INTROSPECTION) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Implementation open(Settings settings) {
        var options = ReferenceOptions.of(settings);
        var description = new Description(name(), "0.1.0", options.python(), options.build(), "linux", traits(options));
        return new JvmImplementation(
                description,
                settings,
                options.scale(),
                schedule -> new ReferenceRuntime(options, observer, settings.seed() + schedule));
    }
}
