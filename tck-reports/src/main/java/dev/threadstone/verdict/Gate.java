package dev.threadstone.verdict;

import dev.threadstone.catalogue.Requirement;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Description.Build;
import dev.threadstone.spi.Trait;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Decides, before anything is executed, whether a runtime has to show a behaviour at all. */
public final class Gate {

    /** Tags of the catalogue that name an operating system. */
    private static final String LINUX = "linux";

    private final Description runtime;

    public Gate(Description runtime) {
        this.runtime = runtime;
    }

    /**
     * Why something is not executed.
     *
     * @param verdict {@code not-applicable} or {@code unsupported}
     * @param reason a sentence for the report
     */
    public record Closed(Verdict verdict, String reason) {}

    /** Why the runtime need not show the behaviours of these requirements; empty if it must. */
    public Optional<Closed> check(Collection<Requirement> requirements) {
        return requirements.stream()
                .map(this::check)
                .flatMap(Optional::stream)
                .min((first, second) -> second.verdict().compareTo(first.verdict()));
    }

    /** Why the runtime need not show the behaviour of this requirement; empty if it must. */
    public Optional<Closed> check(Requirement requirement) {
        return versions(requirement.id(), new VersionRange(requirement.since(), requirement.until()))
                .or(() -> build(requirement))
                .or(() -> system(requirement))
                .or(() -> traits(requirement));
    }

    /** Why the runtime's language version is outside the range; empty if it is inside. */
    public Optional<Closed> versions(String what, VersionRange range) {
        return range.contains(runtime.python())
                ? Optional.empty()
                : notApplicable(what + " is about Python " + range + "; this runtime is at " + runtime.python() + ".");
    }

    private Optional<Closed> build(Requirement requirement) {
        if (requirement.profile().equals("gil") && runtime.build() != Build.GIL) {
            return notApplicable(requirement.id() + " is about builds with the GIL; this one has none.");
        }
        if (requirement.profile().equals("free-threaded") && runtime.build() != Build.FREE_THREADED) {
            return notApplicable(requirement.id() + " is about builds without the GIL; this one has it.");
        }
        return Optional.empty();
    }

    private Optional<Closed> system(Requirement requirement) {
        return requirement.tags().contains(LINUX) && !runtime.os().equals(LINUX)
                ? notApplicable(requirement.id() + " is about Linux; this is " + runtime.os() + ".")
                : Optional.empty();
    }

    private Optional<Closed> traits(Requirement requirement) {
        var conditions = new TreeSet<>(requirement.tags());
        conditions.add(requirement.profile());
        return conditions.stream()
                .map(Trait::ofProfile)
                .flatMap(Optional::stream)
                .filter(trait -> !runtime.traits().contains(trait))
                .findFirst()
                .map(trait -> new Closed(
                        Verdict.UNSUPPORTED,
                        requirement.id() + " needs " + trait.label() + ", which this runtime declares to lack."));
    }

    private static Optional<Closed> notApplicable(String reason) {
        return Optional.of(new Closed(Verdict.NOT_APPLICABLE, reason));
    }
}
