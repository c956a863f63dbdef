package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Options;
import dev.threadstone.adapter.jvm.TimeScale;
import dev.threadstone.adapter.reference.saboteur.Saboteur;
import dev.threadstone.adapter.reference.saboteur.Saboteurs;
import dev.threadstone.spi.Description.Build;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the user chose about the reference. */
record ReferenceOptions(
        boolean virtualTime, TimeScale scale, PythonVersion python, Build build, Optional<Saboteur> saboteur) {

    static final String NAME = "reference";

    private static final PythonVersion DEFAULT = new PythonVersion(3, 14);
    private static final PythonVersion OLDEST = new PythonVersion(3, 8);
    private static final PythonVersion NEWEST = new PythonVersion(3, 15);
    private static final PythonVersion FREE_THREADED_SINCE = new PythonVersion(3, 13);
    private static final Duration REAL_SECOND = Duration.ofMillis(20);

    /** @throws InvalidSettingsException if there is an option or a value that does not exist */
    static ReferenceOptions of(Settings settings) {
        var options = new Options(NAME, settings, Set.of("time", "second", "python", "build", "sabotage"));
        var virtualTime = options.oneOf("time", "virtual", "real").equals("virtual");
        if (virtualTime && options.get("second").isPresent()) {
            throw new InvalidSettingsException("The option second has no meaning in virtual time; add -o time=real.");
        }
        var python = options.python(DEFAULT, OLDEST, NEWEST);
        return new ReferenceOptions(
                virtualTime,
                virtualTime ? TimeScale.LITERAL : new TimeScale(options.duration("second", REAL_SECOND)),
                python,
                build(options, python),
                options.get("sabotage").map(ReferenceOptions::saboteur));
    }

    private static Build build(Options options, PythonVersion python) {
        if (options.oneOf("build", "gil", "free-threaded").equals("gil")) {
            return Build.GIL;
        }
        if (!python.isAtLeast(FREE_THREADED_SINCE)) {
            throw new InvalidSettingsException("There are free-threaded builds since Python " + FREE_THREADED_SINCE
                    + ", and not of " + python + ".");
        }
        return Build.FREE_THREADED;
    }

    private static Saboteur saboteur(String name) {
        return Saboteurs.find(name)
                .orElseThrow(() -> new InvalidSettingsException("There is no saboteur " + name + "; there are "
                        + Saboteurs.all().stream().map(Saboteur::name).collect(Collectors.joining(", ")) + "."));
    }
}
