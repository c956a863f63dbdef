package dev.threadstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command printed, and its exit code. */
record CommandLineRun(int exitCode, String out, String err) {

    /** Runs one command in this JVM. */
    static CommandLineRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.execute(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), arguments);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
