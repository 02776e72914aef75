package io.hone.cli.bench;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Module bench in a JVM of its own, with the memory that training takes; it speaks for itself. */
final class BenchProcess {

    private static final String MAIN = "io.hone.bench.Bench";

    private final Path classes;
    private final Path classPath;

    BenchProcess(Installation installation) {
        Path built = installation.root().resolve("bench/target");
        this.classes = built.resolve("classes");
        this.classPath = built.resolve("classpath");
    }

    /** @return its exit status */
    int run(Map<String, String> settings, Optional<String> name) throws IOException, InterruptedException {
        return run(command(settings, name));
    }

    static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = new Thread(process::destroy, "end-bench");
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return status;
    }

    List<String> command(Map<String, String> settings, Optional<String> name) throws IOException {
        if (!Files.isRegularFile(classPath)) {
            throw new CommandFailure(
                    "the benchmarks are not built: there is no " + classPath,
                    "Build them with: mvn -B -DskipTests package, in the folder of the launcher.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-XX:+UseSerialGC"));
        settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.add("-cp");
        command.add(classes + File.pathSeparator + Files.readString(classPath).strip());
        command.add(MAIN);
        name.ifPresent(command::add);
        return command;
    }
}
