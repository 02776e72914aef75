package io.hone.cli.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, for messages: what was appended since {@code start}, so that no old error passes for a new one. */
record LogTail(Path log, long start) {

    private static final int LINES = 15;
    private static final int BYTES = 64 * 1024;

    static LogTail from(Path log) {
        return new LogTail(log, log.toFile().length());
    }

    String read() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(start, log.toFile().length() - BYTES));
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(LogLine::told)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(not readable: %s)".formatted(e.getMessage());
        }
    }
}
