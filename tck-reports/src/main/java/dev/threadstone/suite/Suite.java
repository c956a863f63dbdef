package dev.threadstone.suite;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.CatalogueLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the suite asks for, and the scenarios that ask for it. */
public record Suite(Catalogue catalogue, ScenarioIndex index) {

    /**
     * Reads the catalogue and the features that come with the suite, both at once.
     *
     * @throws dev.threadstone.catalogue.CatalogueException if the catalogue is malformed
     * @throws SuiteException if the features are
     */
    public static Suite load() {
        var features = CompletableFuture.supplyAsync(() -> ScenarioIndex.parse(ScenarioIndex.FEATURES));
        var catalogue = CatalogueLoader.load();
        try {
            return new Suite(catalogue, ScenarioIndex.of(features.join(), catalogue));
        } catch (CompletionException e) {
            if (e.getCause() instanceof SuiteException malformed) {
                throw malformed;
            }
            throw e;
        }
    }
}
