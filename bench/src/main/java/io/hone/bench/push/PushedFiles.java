package io.hone.bench.push;

import io.hone.bench.service.Built;
import io.hone.bench.service.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Image folders sent by the command, as the launcher starts it. */
final class PushedFiles {

    private final Surroundings surroundings;
    private final Path data;

    PushedFiles(Surroundings surroundings, Path data) {
        this.surroundings = surroundings;
        this.data = data;
    }

    /** From the start of the command to its end. */
    double seconds(ImageFiles files) throws IOException, InterruptedException {
        long before = surroundings.records();
        Path output = Files.createDirectories(data).resolve("push.log");
        ProcessBuilder builder =
                new ProcessBuilder(command(files)).redirectErrorStream(true).redirectOutput(output.toFile());
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0 || surroundings.records() - before < files.count()) {
            throw new IllegalStateException("not all images were pushed: " + Files.readString(output));
        }
        return seconds;
    }

    private List<String> command(ImageFiles files) {
        return List.of(
                Built.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhone.root=" + Built.file(""),
                "-cp",
                Built.file("cli/target/cli/lib") + "/*",
                "io.hone.cli.Hone",
                "push",
                files.folder().toString(),
                "--model",
                Surroundings.MODEL.value(),
                "--ingest",
                surroundings.ingest().address().toString(),
                "--data",
                data.toString());
    }
}
