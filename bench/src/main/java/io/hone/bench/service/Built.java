package io.hone.bench.service;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has left beside the launcher, which names its folder in the property {@code hone.root}. */
public final class Built {

    private Built() {}

    public static Path file(String name) {
        Path file = Path.of(System.getProperty("hone.root", "")).resolve(name).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no %s: build it with mvn -B -DskipTests package".formatted(file));
        }
        return file;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
