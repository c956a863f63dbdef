package dev.threadstone.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every requirement, in the order of the files. Immutable.
 *
 * <p>Nothing here says that ids are unique or conditions known: {@code suite.CatalogueLint} does, in the build.
 */
public final class Catalogue {

    private final List<Area> areas;
    private final Set<String> profiles;
    private final List<Requirement> requirements;
    private final List<Erratum> errata;
    private final String sha256;
    private final Map<String, Requirement> byId = new LinkedHashMap<>();
    private final Map<String, Area> areasById = new LinkedHashMap<>();

    Catalogue(
            List<Area> areas,
            Set<String> profiles,
            List<Requirement> requirements,
            List<Erratum> errata,
            String sha256) {
        this.areas = List.copyOf(areas);
        this.profiles = Set.copyOf(profiles);
        this.requirements = List.copyOf(requirements);
        this.errata = List.copyOf(errata);
        this.sha256 = sha256;
        requirements.forEach(requirement -> byId.putIfAbsent(requirement.id(), requirement));
        areas.forEach(area -> areasById.putIfAbsent(area.id(), area));
    }

    public List<Area> areas() {
        return areas;
    }

    /** Every condition that the files define as a profile. */
    public Set<String> profiles() {
        return profiles;
    }

    public List<Requirement> requirements() {
        return requirements;
    }

    public List<Erratum> errata() {
        return errata;
    }

    /** The hexadecimal SHA-256 of the catalogue's files, to tell whether two results speak of the same requirements. */
    public String sha256() {
        return sha256;
    }

    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Area> area(String id) {
        return Optional.ofNullable(areasById.get(id));
    }
}
