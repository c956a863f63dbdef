package dev.threadstone.adapter.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.spi.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Pythons of this machine. */
final class Pythons {

    private static final Pattern EXECUTABLE = Pattern.compile("(python|pypy)(\\d(\\.\\d+)?)?");

    /** Asked once. */
    private static final class OnPath {
        static final boolean PYTHON3 = runs("python3");
    }

    private Pythons() {}

    /** Settings for the python3 on PATH; skips the test where there is none. */
    static Settings python3() {
        assumeTrue(OnPath.PYTHON3, "there is no python3 on PATH to test the agent with");
        return Settings.DEFAULTS.withOption("command", "python3");
    }

    /** What calls itself Python on PATH, and what pyenv keeps; some of it may not run. */
    static List<String> candidates() {
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        var versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        var kept = entries(versions).map(version -> version.resolve("bin"));
        return Stream.concat(onPath, kept)
                .flatMap(Pythons::entries)
                .filter(file ->
                        EXECUTABLE.matcher(file.getFileName().toString()).matches())
                .map(Pythons::real)
                .distinct()
                .map(Path::toString)
                .toList();
    }

    private static Stream<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException dangling) {
            return file;
        }
    }

    static boolean runs(String python) {
        try {
            var process = new ProcessBuilder(python, "-c", "pass")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
