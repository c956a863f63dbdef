package dev.threadstone.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.adapter.nulls.NeverProvider;
import dev.threadstone.adapter.nulls.NoneProvider;
import dev.threadstone.adapter.nulls.RaisesProvider;
import dev.threadstone.adapter.nulls.TrueProvider;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.Settings;
import dev.threadstone.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No scenario passes on a runtime that does nothing, whatever it answers. */
class NullImplementationsTest {

    /** Every scenario applies to one of these. */
    private static final List<Settings> CLAIMS = List.of(
            Settings.DEFAULTS.withOption("python", "3.8"),
            Settings.DEFAULTS.withOption("python", "3.14"),
            Settings.DEFAULTS.withOption("python", "3.15"),
            Settings.DEFAULTS.withOption("build", "free-threaded"));

    private final Suite suite = new Suite();

    static Stream<ImplementationProvider> nulls() {
        return Stream.of(new NoneProvider(), new TrueProvider(), new NeverProvider(), new RaisesProvider());
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void everyScenarioFails(ImplementationProvider provider) {
        var failed = new HashSet<String>();
        for (var claim : CLAIMS) {
            var results = suite.judge(provider, claim).stream()
                    .filter(result -> result.verdict().executed())
                    .toList();
            assertThat(results)
                    .filteredOn(result -> result.verdict() != Verdict.FAIL)
                    .extracting(result -> result.key() + " " + result.verdict() + ": " + result.message())
                    .isEmpty();
            results.stream().map(ScenarioResult::key).forEach(failed::add);
        }
        assertThat(failed).hasSize(suite.scenarios().size());
    }
}
