package io.hone.cli.up;

import io.hone.stack.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The S3 endpoint's keys: made once for a data folder, and readable by its owner only. */
final class S3Keys {

    private static final String ACCESS_KEY = "accessKey";
    private static final String SECRET_KEY = "secretKey";

    private S3Keys() {}

    static Credentials in(Path file) {
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the S3 endpoint's keys in %s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Credentials read(Path file) throws IOException {
        Properties keys = new Properties();
        try (var in = Files.newInputStream(file)) {
            keys.load(in);
        }
        return new Credentials(keys.getProperty(ACCESS_KEY), keys.getProperty(SECRET_KEY));
    }

    private static Credentials create(Path file) throws IOException {
        Credentials credentials = new Credentials(random(10), random(20));
        // Created unreadable for others before the secret is in it, and put in place whole.
        Path written = Files.createTempFile(
                file.getParent(),
                "s3-keys",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                written,
                "%s=%s%n%s=%s%n".formatted(ACCESS_KEY, credentials.accessKey(), SECRET_KEY, credentials.secretKey()));
        Files.move(written, file);
        return credentials;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
