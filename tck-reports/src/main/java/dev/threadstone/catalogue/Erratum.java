package dev.threadstone.catalogue;

import java.util.List;

/**
 * A claim in a source that contradicts the documentation or CPython.
 *
 * @param source where the claim stands
 * @param finding what was observed instead
 * @param see the requirements that state it right
 */
public record Erratum(String source, String claim, String finding, List<String> see) {

    public Erratum {
        see = List.copyOf(see);
    }
}
