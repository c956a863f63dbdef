package dev.threadstone.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the catalogue's files into one {@link Catalogue}. */
public final class CatalogueLoader {

    /** The files, in the order in which they are read. */
    static final List<String> FILES = List.of("sync.yaml", "threads.yaml", "work.yaml");

    private static final String FOLDER = "/dev/threadstone/features/catalogue/";

    private CatalogueLoader() {}

    /**
     * Reads the catalogue that comes with the suite.
     *
     * @throws CatalogueException if a file is missing or malformed
     */
    public static Catalogue load() {
        var files = new LinkedHashMap<String, byte[]>();
        FILES.forEach(name -> files.put(name, resource(name)));
        return load(files);
    }

    /**
     * Reads a catalogue from the contents of its files, by file name.
     *
     * @throws CatalogueException if one is malformed
     */
    static Catalogue load(Map<String, byte[]> files) {
        var parsing = files.entrySet().stream()
                .map(file -> CompletableFuture.supplyAsync(() -> CatalogueFile.parse(file.getKey(), file.getValue())))
                .toList();
        var areas = new ArrayList<Area>();
        var profiles = new LinkedHashSet<String>();
        var requirements = new ArrayList<Requirement>();
        var errata = new ArrayList<Erratum>();
        for (var pending : parsing) {
            var file = join(pending);
            areas.addAll(file.areas());
            profiles.addAll(file.profiles());
            requirements.addAll(file.requirements());
            errata.addAll(file.errata());
        }
        return new Catalogue(areas, profiles, requirements, errata, sha256(files));
    }

    private static CatalogueFile join(CompletableFuture<CatalogueFile> pending) {
        try {
            return pending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CatalogueException malformed) {
                throw malformed;
            }
            throw e;
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = CatalogueLoader.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new CatalogueException("The catalogue file " + name + " is not on the class path; expected it as "
                        + FOLDER + name + ". Build the features module.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new CatalogueException("The catalogue file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
