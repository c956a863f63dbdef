package dev.threadstone.adapter.reference.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.spi.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaboteursTest {

    static List<Saboteur> all() {
        return Saboteurs.all();
    }

    @Test
    void namesAreUnique() {
        assertThat(Saboteurs.all()).extracting(Saboteur::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSaysWhatItBreaksAndStartsAnInterpreter(Saboteur saboteur) {
        assertThat(saboteur.name()).matches("[a-z]+(-[a-z]+)+");
        assertThat(saboteur.breaks()).endsWith(".");
        assertThat(saboteur.requirements()).isNotEmpty().allMatch(id -> id.matches("[A-Z]+-\\d{3}"));
        var settings = Settings.DEFAULTS.withOption("sabotage", saboteur.name());
        try (var implementation = new ReferenceProvider().open(settings);
                var session = implementation.open()) {
            assertThat(session.isActive("main")).isTrue();
        }
    }
}
