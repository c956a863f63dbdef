package dev.threadstone.adapter.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Trait;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class NullImplementationsTest {

    private static final Request ANY = Request.call("guard", "acquire");

    @Test
    void allFourAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ImplementationProvider.class))
                .extracting(ImplementationProvider::name)
                .contains("null-none", "null-true", "null-never", "null-raises");
    }

    @Test
    void eachGivesItsOneAnswerToAnyActor() {
        assertThat(answer(new NoneProvider())).isEqualTo(new Outcome.Returned(Value.NONE));
        assertThat(answer(new TrueProvider())).isEqualTo(new Outcome.Returned(Value.TRUE));
        assertThat(answer(new NeverProvider())).isInstanceOf(Outcome.Blocked.class);
        assertThat(answer(new RaisesProvider()))
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.error().type()).isEqualTo("threadstone.NullError"));
    }

    @Test
    void nothingIsAnsweredBeforeTheSessionHasSettled() {
        try (var implementation = new TrueProvider().open(Settings.DEFAULTS);
                var session = implementation.open()) {
            assertThat(session.post(Session.MAIN, ANY).outcome()).isInstanceOf(Outcome.Blocked.class);
        }
    }

    @Test
    void aRequestThatIsNeverAnsweredAges() {
        try (var implementation = new NeverProvider().open(Settings.DEFAULTS);
                var session = implementation.open()) {
            var pending = session.post(Session.MAIN, ANY);
            assertThat(session.elapse(Duration.ofSeconds(3))).isEqualTo(Evidence.EXACT);
            assertThat(pending.elapsed()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void theyClaimEveryTraitAndTheLevelThatTheOptionNames() {
        try (var implementation = new NoneProvider().open(Settings.DEFAULTS.withOption("python", "3.9"))) {
            assertThat(implementation.describe().traits()).containsExactlyInAnyOrder(Trait.values());
            assertThat(implementation.describe().python()).isEqualTo(new PythonVersion(3, 9));
        }
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> new NoneProvider().open(Settings.DEFAULTS.withOption("time", "real")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("The implementation null-none has no option time; it has build, python.");
    }

    private static Outcome answer(ImplementationProvider provider) {
        try (var implementation = provider.open(Settings.DEFAULTS);
                var session = implementation.open()) {
            var pending = session.post("anybody", ANY);
            session.settle();
            return pending.outcome();
        }
    }
}
