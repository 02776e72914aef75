package io.hone.ingest.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What tools send, as it lies under {@code src/test/resources}. */
public final class Fixtures {

    private Fixtures() {}

    public static byte[] read(String path) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/" + path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
