package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What goes wrong outside of the suite must not go wrong in it. */
class AgentFaultsTest {

    private static final Duration SOON = Duration.ofMillis(300);
    /** Long enough for a Python to start on a busy machine. */
    private static final Duration BEFORE_LONG = Duration.ofSeconds(3);

    @Test
    void anInterpreterThatDiesIsACrashAndTheNextSessionGoesOn() {
        try (var implementation = open(Pythons.python3())) {
            try (var session = implementation.open()) {
                var python = new Direction(session);
                python.function("sys.stderr.write", Value.of("famous last words\n"));
                session.post(Session.MAIN, Request.function("signal.raise_signal", Value.constant("signal.SIGKILL")));
                assertThatThrownBy(session::settle)
                        .isInstanceOf(RuntimeCrashedException.class)
                        .hasMessageContaining("died of SIGKILL, main in signal.raise_signal(signal.SIGKILL)")
                        .hasMessageContaining("famous last words");
            }
            assertAnswers(implementation);
        }
    }

    @Test
    void aProcessThatIsKilledFromOutsideIsACrashAndTheNextSessionGoesOn() {
        try (var implementation = open(Pythons.python3())) {
            try (var session = implementation.open()) {
                pid(session).ifPresent(ProcessHandle::destroyForcibly);
                assertThatThrownBy(() -> new Direction(session).function("len", Value.of("")))
                        .isInstanceOf(RuntimeCrashedException.class)
                        .hasMessageContaining("SIGKILL");
            }
            assertAnswers(implementation);
        }
    }

    @Test
    void theProcessThatForksMayDieToo() {
        try (var implementation = open(Pythons.python3())) {
            try (var session = implementation.open()) {
                pid(session).flatMap(ProcessHandle::parent).ifPresent(ProcessHandle::destroyForcibly);
                assertThatThrownBy(() -> {
                            while (true) {
                                session.settle();
                            }
                        })
                        .isInstanceOf(RuntimeCrashedException.class);
            }
            assertAnswers(implementation);
        }
    }

    @Test
    void aThreadThatComputesForEverIsAHangAndTheNextSessionGoesOn() {
        try (var implementation = open(impatient(Pythons.python3(), BEFORE_LONG))) {
            try (var session = implementation.open()) {
                session.post(Session.MAIN, Request.function("exec", Value.of("while True: pass")));
                assertThatThrownBy(session::settle)
                        .isInstanceOf(RuntimeHungException.class)
                        .hasMessageContaining("did not come to rest within 3000 ms")
                        .hasMessageContaining("main has not answered exec('while True: pass')");
            }
            assertAnswers(implementation);
        }
    }

    @Test
    void anAgentThatNeverAnswersIsRefusedAfterTheHangBudget() {
        var settings = impatient(Pythons.python3(), SOON).withOption("command", "python3 " + resource("silent.py"));
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("did not say hello within 300 ms");
    }

    @Test
    void anAgentThatEndsAtOnceIsRefusedWithItsLastWords() {
        var settings = Pythons.python3().withOption("command", "python3 " + resource("hopeless.py"));
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("ended with status 1")
                .hasMessageContaining("this Python cannot do it");
    }

    @Test
    void anotherVersionOfTheProtocolIsRefusedByBothNumbers() {
        var settings = Pythons.python3().withOption("command", "python3 " + resource("wrong_version.py"));
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("version 1");
    }

    @Test
    void aMegabyteOfGarbageBeforeTheFirstMessageDisturbsNobody() {
        var settings = Pythons.python3().withOption("command", "python3 " + resource("chatty.py"));
        try (var implementation = open(settings)) {
            assertAnswers(implementation);
        }
    }

    @Test
    void aMegabyteOnStandardOutputIsCutAtTheFrontAndKept() {
        try (var implementation = open(Pythons.python3());
                var session = implementation.open()) {
            var python = new Direction(session);
            var code = "import sys\nsys.stdout.write('garbage {]\\n' * 100000)\nsys.stdout.write('the end')";
            python.function("exec", Value.of(code));
            python.reply(Session.MAIN, Ending.RETURN_NONE);
            assertThat(session.exit())
                    .hasValueSatisfying(exit -> assertThat(exit.stdout())
                            .startsWith("[.. ")
                            .contains("garbage {]\ngarbage {]")
                            .endsWith("the end"));
        }
    }

    @Test
    void anExecutableThatDoesNotExistIsOneSentence() {
        assertThatThrownBy(() -> open(Settings.DEFAULTS.withOption("command", "no-such-python")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith("'no-such-python' cannot be run; give the name or the path")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anOptionThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> open(Settings.DEFAULTS.withOption("comand", "python3")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("no option comand");
        assertThatThrownBy(() -> open(Pythons.python3().withOption("second", "soon")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("second=soon is no length of time");
    }

    @Test
    void nothingIsLeftWhenTheImplementationIsClosed() {
        var implementation = open(Pythons.python3());
        var session = implementation.open();
        var child = pid(session).orElseThrow();
        var parent = child.parent().orElseThrow();
        var python = new Direction(session);
        python.function(
                "subprocess.Popen", Value.list(Value.constant("sys.executable"), Value.of("-c"), Value.of("input()")));
        var grandchildren = child.descendants().toList();
        implementation.close();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !child.isAlive()
                        && !parent.isAlive()
                        && grandchildren.stream().noneMatch(ProcessHandle::isAlive));
        session.close();
        assertThat(grandchildren).isNotEmpty();
    }

    @Test
    void aSessionThatNobodyEverOpenedEndsWithTheSuite() {
        var implementation = open(Pythons.python3());
        ProcessHandle parent;
        try (var session = implementation.open()) {
            parent = pid(session).flatMap(ProcessHandle::parent).orElseThrow();
        }
        var prepared = Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> parent.children().filter(AgentFaultsTest::listens).findFirst(), Optional::isPresent)
                .orElseThrow();
        parent.destroyForcibly();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !parent.isAlive());
        implementation.close();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !prepared.isAlive());
        assertThat(prepared.isAlive()).isFalse();
    }

    @Test
    void whatASessionLeavesBehindDiesBeforeTheNext() {
        try (var implementation = open(Pythons.python3())) {
            ProcessHandle grandchild;
            try (var session = implementation.open()) {
                var start = Request.create(
                        "subprocess.Popen", Arguments.of(Value.list(Value.of("sleep"), Value.of("1000"))));
                new Direction(session).get(start);
                grandchild = pid(session).orElseThrow().children().findFirst().orElseThrow();
            }
            assertAnswers(implementation);
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !grandchild.isAlive());
        }
    }

    /** Whether it has come so far as to run two threads, where that can be seen. */
    private static boolean listens(ProcessHandle process) {
        var tasks = new File("/proc/" + process.pid() + "/task").list();
        return tasks == null || tasks.length == 2;
    }

    private static Optional<ProcessHandle> pid(Session session) {
        var pid = (Value.Int) new Direction(session).function("os.getpid");
        return ProcessHandle.of(pid.value().longValueExact());
    }

    private static void assertAnswers(Implementation implementation) {
        try (var session = implementation.open()) {
            assertThat(new Direction(session).function("len", Value.of("four"))).isEqualTo(Value.of(4));
        }
    }

    private static Implementation open(Settings settings) {
        return new AgentProvider().open(settings);
    }

    private static Settings impatient(Settings settings, Duration hangBudget) {
        return new Settings(
                settings.seed(),
                1,
                hangBudget,
                settings.quietWindow(),
                1,
                settings.freshProcesses(),
                settings.options());
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(AgentFaultsTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(name, impossible);
        }
    }
}
