package dev.threadstone.adapter.nulls;

import dev.threadstone.adapter.jvm.Options;
import dev.threadstone.spi.Description.Build;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Settings;
import java.util.Set;

/** Provides one null implementation; options {@code python}, the language level that it claims, and {@code build}. */
abstract sealed class NullProvider implements ImplementationProvider
        permits NoneProvider, TrueProvider, NeverProvider, RaisesProvider {

    private static final PythonVersion OLDEST = new PythonVersion(2, 7);
    private static final PythonVersion DEFAULT = new PythonVersion(3, 14);
    private static final PythonVersion NEWEST = new PythonVersion(3, 99);

    private final NullAnswer answer;

    NullProvider(NullAnswer answer) {
        this.answer = answer;
    }

    @Override
    public final String name() {
        return answer.label();
    }

    @Override
    public final String summary() {
        return "implements nothing: " + answer.summary();
    }

    @Override
    public final Implementation open(Settings settings) {
        var options = new Options(name(), settings, Set.of("python", "build"));
        var build = options.oneOf("build", "gil", "free-threaded").equals("gil") ? Build.GIL : Build.FREE_THREADED;
        return new NullImplementation(answer, options.python(DEFAULT, OLDEST, NEWEST), build);
    }
}
