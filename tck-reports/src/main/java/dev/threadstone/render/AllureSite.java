package dev.threadstone.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Allure's site of HTML pages, made from its results by Allure's own command line. That is fetched once, through Maven and
 * the repositories it is set up with, into a folder where it stays.
 */
public final class AllureSite {

    /** The name of the folder in the output folder. */
    public static final String FOLDER = "allure-report";

    private final Path tools;
    private final Path project;

    /**
     * A maker of sites.
     *
     * @param tools where the command line is kept
     * @param project a folder with a Maven project, whose plugin versions are used
     */
    public AllureSite(Path tools, Path project) {
        this.tools = tools;
        this.project = project;
    }

    /**
     * Makes the site and returns its first page. Blocks until Maven, if it is needed, and Allure have ended.
     *
     * @throws ReportException if one of them cannot be run or fails
     */
    public Path write(Path results, Path folder) {
        var site = folder.resolve(FOLDER).toAbsolutePath();
        var commandLine = commandLine();
        var classPath = commandLine.resolve("lib").resolve("*")
                + System.getProperty("path.separator")
                + commandLine.resolve("lib").resolve("config");
        run(
                "Allure",
                commandLine,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "io.qameta.allure.CommandLine",
                        "generate",
                        "--clean",
                        "--single-file",
                        "--output",
                        site.toString(),
                        results.toAbsolutePath().toString()));
        return site.resolve("index.html");
    }

    private Path commandLine() {
        var artifact = artifact();
        var folder = tools.resolve("allure-" + artifact.split(":", -1)[2]).toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("lib"))) {
            run(
                    "Maven, which has to fetch " + artifact + ",",
                    folder,
                    List.of(
                            "mvn",
                            "-q",
                            "-B",
                            "-N",
                            "dependency:unpack",
                            "-Dartifact=" + artifact,
                            "-DoutputDirectory=" + tools.toAbsolutePath()));
        }
        return folder;
    }

    private static String artifact() {
        var properties = new Properties();
        try (var stream = AllureSite.class.getResourceAsStream("allure-commandline.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new ReportException("allure-commandline.properties cannot be read: " + e.getMessage(), e);
        }
        return properties.getProperty("artifact");
    }

    /** Allure finds its own plugins by {@code APP_HOME}. */
    private void run(String what, Path home, List<String> command) {
        try {
            var builder =
                    new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
            builder.environment().put("APP_HOME", home.toString());
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ReportException(what + " failed: " + output.strip());
            }
        } catch (IOException e) {
            throw new ReportException(what + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportException("Interrupted while waiting for " + what + ".", e);
        }
    }
}
