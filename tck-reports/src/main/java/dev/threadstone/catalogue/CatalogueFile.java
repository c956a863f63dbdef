package dev.threadstone.catalogue;

import dev.threadstone.spi.PythonVersion;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One file of the catalogue, turned from YAML into records. */
record CatalogueFile(List<Area> areas, Set<String> profiles, List<Requirement> requirements, List<Erratum> errata) {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "statement",
            "level",
            "profile",
            "tags",
            "since",
            "until",
            "sources",
            "observe",
            "error",
            "verified_on",
            "differs_on",
            "note",
            "untestable");

    static CatalogueFile parse(String name, byte[] content) {
        Object document;
        try {
            var settings = LoadSettings.builder()
                    .setLabel(name)
                    .setUseMarks(false)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();
            document = new Load(settings).loadFromInputStream(new ByteArrayInputStream(content));
        } catch (YamlEngineException e) {
            throw new CatalogueException(name + " is not well-formed YAML: " + e.getMessage(), e);
        }
        var root = new YamlEntry(name, document);
        return new CatalogueFile(
                root.entries("areas").stream().map(CatalogueFile::area).toList(),
                root.keys("profiles"),
                root.entries("requirements").stream()
                        .map(CatalogueFile::requirement)
                        .toList(),
                root.entries("errata").stream().map(CatalogueFile::erratum).toList());
    }

    private static Area area(YamlEntry entry) {
        return new Area(entry.text("id"), entry.text("subject"), entry.flag("finished"));
    }

    private static Erratum erratum(YamlEntry entry) {
        return new Erratum(entry.text("source"), entry.text("claim"), entry.text("finding"), entry.texts("see"));
    }

    private static Requirement requirement(YamlEntry unnamed) {
        var id = unnamed.text("id");
        var entry = unnamed.named(id);
        entry.allowOnly(FIELDS);
        return new Requirement(
                id,
                Requirement.areaOf(id),
                entry.text("statement"),
                level(entry),
                entry.text("profile"),
                Set.copyOf(entry.texts("tags")),
                version(entry, "since"),
                version(entry, "until"),
                entry.texts("sources"),
                entry.text("observe"),
                entry.optionalText("error"),
                entry.texts("verified_on"),
                entry.texts("differs_on"),
                entry.optionalText("note"),
                entry.optionalText("untestable"));
    }

    private static Level level(YamlEntry entry) {
        var label = entry.text("level");
        return Level.of(label)
                .orElseThrow(() ->
                        entry.problem("level", "is '" + label + "'; expected one of must, should, may and detail"));
    }

    private static @Nullable PythonVersion version(YamlEntry entry, String field) {
        var text = entry.optionalText(field);
        if (text == null) {
            return null;
        }
        try {
            return PythonVersion.parse(text);
        } catch (IllegalArgumentException e) {
            throw entry.problem(field, "is '" + text + "'; expected a version such as '3.13', in quotes");
        }
    }
}
