package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files that others wrote. */
final class Texts {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int SHOWN = 100;

    private Texts() {}

    /** UTF-8, without the mark that some programs begin it with. */
    static BufferedReader open(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (MalformedInputException e) {
            reader.close();
            throw notUtf8(file, e);
        }
    }

    static CommandFailure notUtf8(Path file, IOException cause) {
        return new CommandFailure(
                "%s is not UTF-8 text".formatted(file),
                "Convert it: iconv -f LATIN1 -t UTF-8 '%s' > converted.csv".formatted(file),
                cause);
    }

    /** The first line; empty for an empty file. */
    static String firstLine(Path file) {
        try (Lines lines = new Lines(file)) {
            return lines.next().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Short enough for a message, whatever it is. */
    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
