package io.hone.cli.push.source;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.Optional;

/** A text file's lines, of which none fills the memory. */
final class Lines implements Closeable {

    /** Of a line; what is longer is cut one character behind it. */
    static final int MOST = 1 << 20;

    private final Path file;
    private final BufferedReader reader;
    private long number;

    Lines(Path file) throws IOException {
        this.file = file;
        this.reader = Texts.open(file);
    }

    /** Empty at the end. */
    Optional<String> next() throws IOException {
        try {
            int character = reader.read();
            if (character < 0) {
                return Optional.empty();
            }
            number++;
            StringBuilder line = new StringBuilder();
            for (; character >= 0 && character != '\n'; character = reader.read()) {
                if (line.length() <= MOST) {
                    line.append((char) character);
                }
            }
            int length = line.length();
            return Optional.of(
                    length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString());
        } catch (MalformedInputException e) {
            throw Texts.notUtf8(file, e);
        }
    }

    /** Of the line that was given last, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
