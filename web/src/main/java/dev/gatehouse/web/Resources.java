package dev.gatehouse.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Files on the class path: our own, and those of the WebJars.
final class Resources {
    private Resources() {}

    static byte[] read(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("missing on the class path: " + path);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    /// Where a WebJar keeps a file; its version stands in the path, and only the jar knows it.
    static String ofWebJar(String artifact, String file) {
        return ofWebJar("org.webjars", artifact, file);
    }

    static String ofWebJar(String group, String artifact, String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file;
    }
}
