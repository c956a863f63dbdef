package dev.threadstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.spi.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueLoaderTest {

    @Test
    void everyFileOfTheFolderIsRead() throws IOException {
        try (var files = Files.list(Path.of("..", "features", "catalogue"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CatalogueLoader.FILES);
        }
    }

    @Test
    void noRequirementIsLost() {
        assertThat(CatalogueLoader.load().requirements()).hasSizeGreaterThanOrEqualTo(969);
    }

    @Test
    void aRequirementCarriesAllItsFields() {
        var requirement = CatalogueLoader.load().requirement("RLOCK-003").orElseThrow();

        assertThat(requirement.area()).isEqualTo("RLOCK");
        assertThat(requirement.level()).isEqualTo(Level.DETAIL);
        assertThat(requirement.profile()).isEqualTo("deprecated");
        assertThat(requirement.since()).isEqualTo(new PythonVersion(3, 13));
        assertThat(requirement.until()).isEqualTo(new PythonVersion(3, 14));
        assertThat(requirement.error()).isEqualTo("DeprecationWarning");
        assertThat(requirement.sources()).contains("Lib/threading.py (implementation): RLock");
        assertThat(requirement.testable()).isTrue();
    }

    @Test
    void theHashTellsCataloguesApart() {
        var one = Catalogues.of("areas: []\nprofiles: {core: x}\n");
        var other = Catalogues.of("areas: []\nprofiles: {core: y}\n");

        assertThat(one.sha256()).hasSize(64).isNotEqualTo(other.sha256());
        assertThat(CatalogueLoader.load().sha256())
                .isEqualTo(CatalogueLoader.load().sha256());
    }

    @Test
    void anUnknownLevelIsNamedWithItsRequirement() {
        assertThatThrownBy(() -> Catalogues.withRequirement("LOCK-001", "level: mus"))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("test.yaml: requirements: LOCK-001: level is 'mus'; expected one of must, should, may and"
                        + " detail.");
    }

    @Test
    void aVersionWithoutQuotesIsRefused() {
        assertThatThrownBy(() -> Catalogues.withRequirement("LOCK-001", "level: must", "since: 3.1"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("LOCK-001: since is 3.1; expected a text");
    }

    @Test
    void aMisspeltFieldIsRefused() {
        assertThatThrownBy(() -> Catalogues.withRequirement("LOCK-001", "level: must", "sicne: '3.1'"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("sicne is no field of a requirement");
    }

    @Test
    void brokenYamlIsNamedWithItsFile() {
        assertThatThrownBy(
                        () -> CatalogueLoader.load(Map.of("broken.yaml", "areas: [".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("broken.yaml is not well-formed YAML");
    }

    @Test
    void aSourceInTheDocumentationHasAnAddress() {
        assertThat(SourceLink.of("Doc/library/threading.rst#lock-objects"))
                .contains("https://docs.python.org/3/library/threading.html#lock-objects");
        assertThat(SourceLink.of("Lib/threading.py (implementation): RLock")).isEmpty();
    }
}
