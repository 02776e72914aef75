package io.hone.cli.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The key that may do everything in a Hone of this machine: made once for a data folder, readable by its owner only. */
public final class RootKey {

    private static final int BYTES = 32;

    private RootKey() {}

    /** Empty before Hone was started in the folder. */
    static Optional<String> find(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the key in %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The one that is there, or a new one. */
    public static String in(Path file) {
        return find(file).orElseGet(() -> create(file));
    }

    private static String create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        try {
            // Created unreadable for others before the secret is in it, and put in place whole.
            Path written = Files.createTempFile(
                    file.getParent(),
                    "root-key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, key + System.lineSeparator());
            Files.move(written, file);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("no key can be kept in %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
