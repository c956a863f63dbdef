package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadstone.spi.Evidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Ways to find out that a process is at rest. */
class BlockedProbeTest {

    @Test
    void aProcessWhoseThreadsAllSleepIsAtRest() throws IOException {
        assertThat(everAtRest("import threading\nthreading.Thread(target=input).start()\nthreading.Lock().acquire()"))
                .isTrue();
    }

    @Test
    void aProcessWithOneThreadThatComputesIsNotAtRest() throws IOException {
        var code = """
                import sys, threading
                def compute():
                    while True: pass
                threading.Thread(target=compute, daemon=True).start()
                sys.stdout.write("!")
                sys.stdout.flush()
                input()
                """;
        Pythons.python3();
        var process = new ProcessBuilder("python3", "-c", code).start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('!');
            assumeTrue(ThreadSweep.isPossible(process.pid()), "this system does not show the threads of a process");
            try (var sweep = ThreadSweep.of(process.pid(), 0)) {
                for (int look = 0; look < 1000; look++) {
                    assertThat(sweep.atRest(Set.of())).isFalse();
                }
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatHasGoneIsNotAtRest() throws IOException, InterruptedException {
        Pythons.python3();
        var process = new ProcessBuilder("python3", "-c", "pass").start();
        process.waitFor();
        try (var sweep = ThreadSweep.of(process.pid(), 0)) {
            assertThat(sweep.atRest(Set.of())).isFalse();
        }
    }

    @Test
    void theQuietWindowIsQuietUnlessSomethingComes() throws IOException {
        var pipe = Pipe.open();
        try (var selector = Selector.open();
                var source = pipe.source();
                var sink = pipe.sink()) {
            source.configureBlocking(false);
            source.register(selector, SelectionKey.OP_READ);
            try (var window = new QuietWindow(selector, Duration.ofMillis(5))) {
                assertThat(window.evidence()).isEqualTo(Evidence.QUIET);
                assertThat(window.atRest(Set.of())).isTrue();
                sink.write(ByteBuffer.wrap(new byte[] {1}));
                assertThat(window.atRest(Set.of())).isFalse();
            }
        }
    }

    private static boolean everAtRest(String code) throws IOException {
        Pythons.python3();
        var process = new ProcessBuilder("python3", "-c", code).start();
        assumeTrue(ThreadSweep.isPossible(process.pid()), "this system does not show the threads of a process");
        try (var sweep = ThreadSweep.of(process.pid(), 0)) {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> sweep.atRest(Set.of()));
            return sweep.evidence() == Evidence.OBSERVED;
        } finally {
            process.destroyForcibly();
        }
    }
}
