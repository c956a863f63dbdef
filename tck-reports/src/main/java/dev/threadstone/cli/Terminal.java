package dev.threadstone.cli;

import dev.threadstone.render.TextStyle;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the command line writes to.
 *
 * @param out what was asked for
 * @param err errors and progress
 * @param style how {@code out} looks
 * @param progress whether a line that is overwritten in place makes sense on {@code err}
 */
record Terminal(PrintWriter out, PrintWriter err, TextStyle style, boolean progress) {

    /** Set by the launcher script, which can ask the system; Java alone cannot. */
    private static final String OUT_IS_TERMINAL = "threadstone.terminal.out";

    private static final String ERR_IS_TERMINAL = "threadstone.terminal.err";

    /** The standard streams of this process. */
    static Terminal standard() {
        var coloured = Boolean.getBoolean(OUT_IS_TERMINAL)
                && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
        return new Terminal(
                writer(System.out),
                writer(System.err),
                coloured ? TextStyle.COLOURED : TextStyle.PLAIN,
                Boolean.getBoolean(ERR_IS_TERMINAL));
    }

    /** A terminal that writes plain text to two writers. */
    static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, TextStyle.PLAIN, false);
    }

    private static PrintWriter writer(OutputStream stream) {
        var name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        var charset = name == null || !Charset.isSupported(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
        return new PrintWriter(stream, true, charset);
    }
}
