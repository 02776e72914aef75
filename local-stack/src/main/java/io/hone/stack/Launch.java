package io.hone.stack;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param name what people call it
 * @param folder its data and its log
 * @param port 0 for any free one
 * @param environment secrets go here and not into the arguments, which every user of the machine can read
 */
record Launch(
        String name,
        StackHome home,
        String mainClass,
        int heapMiB,
        Path folder,
        int port,
        Map<String, String> environment,
        Duration readyWithin) {
    /** Ctrl-C reaches the whole process group: without this the servers go before those who use them. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

    Launch {
        requireNonNull(home, "home");
        folder = folder.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port of the " + name + " is " + port + ": 0 (any free one) to 65535");
        }
    }

    Launch onPort(int other) {
        return new Launch(name, home, mainClass, heapMiB, folder, other, environment, readyWithin);
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** Native libraries are unpacked here: a killed server leaves them behind, and not in everybody's folder. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    /** A small heap that grows, and the quick compiler alone: half the memory, no slower at moving bytes. */
    ProcessBuilder process() {
        var command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.io.tmpdir=" + temporary(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                home.classPath(),
                mainClass,
                folder.toString(),
                Integer.toString(port)));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        return builder;
    }
}
