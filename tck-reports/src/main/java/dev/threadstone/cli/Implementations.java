package dev.threadstone.cli;

import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Settings;
import dev.threadstone.suite.NearMatches;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The implementations that can be named after {@code -i}. */
final class Implementations {

    /** The provider that runs executables. */
    private static final String AGENT = "agent";

    private static final String COMMAND = "command";

    private final List<ImplementationProvider> providers;

    private Implementations(List<ImplementationProvider> providers) {
        this.providers = providers;
    }

    /**
     * Finds the providers on the class path, and on another one if the user names it.
     *
     * @param classPath folders and jars, separated as in a class path; empty for none
     */
    static Implementations find(String classPath) {
        var loader = classPath.isEmpty()
                ? Implementations.class.getClassLoader()
                : new URLClassLoader(urls(classPath), Implementations.class.getClassLoader());
        try {
            return new Implementations(ServiceLoader.load(ImplementationProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(ImplementationProvider::name))
                    .toList());
        } catch (ServiceConfigurationError e) {
            throw new InvalidSettingsException(
                    "An implementation on the class path cannot be loaded: " + e.getMessage());
        }
    }

    private static URL[] urls(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(Implementations::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        var path = Path.of(entry);
        if (!Files.exists(path)) {
            throw new InvalidSettingsException("--classpath names " + entry + ", which does not exist.");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new InvalidSettingsException("--classpath names " + entry + ", which is no usable path.");
        }
    }

    List<ImplementationProvider> providers() {
        return providers;
    }

    /**
     * Opens an implementation by the name of its provider; anything else is a command that the agent is run with.
     *
     * @throws InvalidSettingsException if there is neither a provider nor an executable of that name
     */
    Implementation open(String selector, Settings settings) {
        var named = provider(selector);
        if (named.isPresent()) {
            return named.get().open(settings);
        }
        var agent = provider(AGENT)
                .orElseThrow(() -> new InvalidSettingsException("There is no implementation '" + selector + "'."
                        + NearMatches.sentence(selector, names())
                        + " 'threadstone list implementations' shows all."));
        return agent.open(settings.withOption(COMMAND, selector));
    }

    /** How many sessions at once pay off: a process of its own uses other processors while the suite waits for it. */
    int usualParallelism(String selector) {
        var inThisJvm = provider(selector).isPresent() && !selector.equals(AGENT);
        return inThisJvm ? 1 : Runtime.getRuntime().availableProcessors();
    }

    private Optional<ImplementationProvider> provider(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    private List<String> names() {
        return providers.stream().map(ImplementationProvider::name).toList();
    }
}
