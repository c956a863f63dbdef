package dev.threadstone.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what is written with files that were looked at once. After a change that is meant,
 * {@code mvn test -Dgolden.overwrite=true} writes them anew; look at the difference.
 */
public final class Golden {

    private Golden() {}

    /** Fails unless the text is what the golden file of that name holds. */
    public static void assertMatches(String actual, String name) throws IOException {
        var golden = Path.of("src", "test", "resources", "golden", name);
        if (Boolean.getBoolean("golden.overwrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
