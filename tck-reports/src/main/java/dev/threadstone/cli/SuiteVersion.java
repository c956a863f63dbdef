package dev.threadstone.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the suite, as the build wrote it down. */
public final class SuiteVersion implements IVersionProvider {

    /** The version alone: {@code 0.1.0}. */
    static String text() {
        var properties = new Properties();
        try (var stream = SuiteVersion.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"threadstone " + text() + " on Java " + Runtime.version()};
    }
}
