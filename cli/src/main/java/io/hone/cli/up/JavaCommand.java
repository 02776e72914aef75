package io.hone.cli.up;

import java.nio.file.Path;
import java.util.List;

/** How a service's JVM is started: small, since five of them share one machine. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> jar(Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString());
    }
}
