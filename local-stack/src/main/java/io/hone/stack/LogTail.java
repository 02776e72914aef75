package io.hone.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was appended to a log from a moment on: an earlier start's error must not pass for this one's. */
record LogTail(Path log, long start) {
    private static final int LINES = 15;

    static LogTail from(Path log) {
        return new LogTail(log, log.toFile().length());
    }

    String read() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(start);
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }
}
