package dev.threadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.results.ResultsReader;
import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a runtime or the user does not behave, seen from outside. */
class FaultsTest {

    /** What a build runs in the background ignores interrupts, and so would all that it starts. */
    private static final String WITH_INTERRUPTS = "import os, signal, sys; "
            + "signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

    @TempDir
    Path folder;

    @Test
    void crashesAndHangsAreVerdictsAndTheRunGoesOn() throws Exception {
        assumeTrue(pythonIsThere(), "needs a python3 on PATH");
        var python = executable("""
                #!/usr/bin/env python3
                # A Python that dies when an event is cleared, and computes for ever in isSet.
                import os, runpy, signal, sys, threading

                def die(self):
                    os.kill(os.getpid(), signal.SIGKILL)

                def compute(self):
                    while True:
                        pass

                threading.Event.clear = die
                threading.Event.isSet = compute
                sys.argv = sys.argv[1:]
                runpy.run_path(sys.argv[0], run_name='__main__')
                """);

        var run = CommandLineRun.of(
                "run",
                "-i",
                python,
                "-j",
                "1",
                "--hang-budget",
                "2",
                "--out",
                folder.toString(),
                "EVENT-005.a",
                "EVENT-023.a",
                "EVENT-001.a",
                "LOCK-001.a");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(verdicts()).contains("EVENT-005.a crash", "EVENT-023.a hang", "EVENT-001.a pass", "LOCK-001.a pass");
        assertThat(run.out()).contains("CRASH  EVENT-005.a").contains("HANG (should)  EVENT-023.a");
        assertThat(ResultsReader.read(folder).complete()).isTrue();
    }

    @Test
    void garbageFromTheRuntimeDisturbsNoVerdict() throws Exception {
        assumeTrue(pythonIsThere(), "needs a python3 on PATH");
        var python = executable("""
                #!/usr/bin/env python3
                # A Python that prints a megabyte of anything before it does what it is asked to.
                import os, sys
                os.write(1, os.urandom(1 << 20))
                os.execvp('python3', ['python3'] + sys.argv[1:])
                """);

        var run = CommandLineRun.of("run", "-i", python, "--out", folder.toString(), "LOCK-001", "LOCK-007");

        assertThat(run.exitCode()).isZero();
        assertThat(verdicts()).isNotEmpty().allMatch(verdict -> verdict.endsWith(" pass"));
    }

    @Test
    void aProgramThatIsNoPythonEndsWithFiveAndItsLastWords() throws Exception {
        var program = executable("#!/bin/sh\necho I am no Python\nexit 3\n");

        var run = CommandLineRun.of("run", "-i", program, "--out", folder.toString(), "LOCK-001");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("status 3").contains("I am no Python").doesNotContain("\tat ");
    }

    @Test
    void aRunThatTheUserInterruptsKeepsItsResultsAndLeavesNoProcess() throws Exception {
        assumeTrue(pythonIsThere(), "needs a python3 on PATH");
        var process = threadstone("run", "-i", "python3", "-o", "second=300ms", "--out", folder.toString());
        awaitResults(3);
        var children = process.descendants().toList();

        interrupt(process);

        assertThat(process.waitFor()).isEqualTo(130);
        var run = ResultsReader.read(folder);
        assertThat(run.results()).hasSizeGreaterThanOrEqualTo(3).noneMatch(result -> result.verdict() == Verdict.ERROR);
        assertThat(run.complete()).isFalse();
        assertThat(run.footer()).isNotNull();
        assertThat(run.incompleteness().orElseThrow()).startsWith("The run was stopped after ");
        assertThat(children).isNotEmpty();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static Process threadstone(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "python3",
                "-c",
                WITH_INTERRUPTS,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitResults(int count) {
        var file = folder.resolve("results.ndjson");
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() > count);
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private List<String> verdicts() {
        return ResultsReader.read(folder).results().stream()
                .map(result -> result.key() + " " + result.verdict().label())
                .collect(Collectors.toList());
    }

    private String executable(String source) throws IOException {
        var file = Files.writeString(folder.resolve("program"), source);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private static boolean pythonIsThere() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
