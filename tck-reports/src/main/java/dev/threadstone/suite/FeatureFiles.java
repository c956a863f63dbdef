package dev.threadstone.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the feature files on a class path, in folders and in jars. */
final class FeatureFiles {

    private static final String SUFFIX = ".feature";

    private FeatureFiles() {}

    /** The contents of the feature files below a folder, by resource name, in alphabetical order. */
    static SortedMap<String, byte[]> below(String folder, ClassLoader loader) {
        var contents = new TreeMap<String, byte[]>();
        try {
            for (var name : names(folder, loader)) {
                contents.put(name, content(name, loader));
            }
        } catch (IOException | URISyntaxException e) {
            throw new SuiteException(
                    "The features below " + folder + " cannot be read from the class path: " + e.getMessage(), e);
        }
        return contents;
    }

    private static Set<String> names(String folder, ClassLoader loader) throws IOException, URISyntaxException {
        var names = new TreeSet<String>();
        for (var url : Collections.list(loader.getResources(folder))) {
            names.addAll(url.getProtocol().equals("jar") ? inJar(folder, url) : inFolder(folder, url));
        }
        return names;
    }

    private static List<String> inFolder(String folder, URL url) throws IOException, URISyntaxException {
        var root = Path.of(new URI(url.toString()));
        try (var paths = Files.walk(root)) {
            return paths.map(root::relativize)
                    .map(path -> folder + "/" + path.toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(SUFFIX))
                    .toList();
        }
    }

    private static List<String> inJar(String folder, URL url) throws IOException {
        var jar = ((JarURLConnection) url.openConnection()).getJarFile();
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(folder + "/") && name.endsWith(SUFFIX))
                .toList();
    }

    private static byte[] content(String name, ClassLoader loader) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " has vanished");
            }
            return stream.readAllBytes();
        }
    }
}
