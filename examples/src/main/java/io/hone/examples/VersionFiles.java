package io.hone.examples;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Brings a version's files here, for as long as it takes to load them. */
public final class VersionFiles {

    private static final String BUCKET = "models";
    private static final List<String> FILES = List.of("model.pt", "synset.txt", "serving.properties");

    private static final long LARGEST_FILE = 4L << 30;

    private final MinioClient bucket;
    private final long largestFile;

    public VersionFiles(MinioClient bucket) {
        this(bucket, LARGEST_FILE);
    }

    /** @param largestFile in bytes; a larger one is refused before it has filled the disk */
    VersionFiles(MinioClient bucket, long largestFile) {
        this.bucket = bucket;
        this.largestFile = largestFile;
    }

    /** What is made of the files; they are gone afterwards. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Path folder) throws IOException;
    }

    /** @throws IOException if they could not be brought here, or are not those that the manifest names */
    public <T> T with(Champion champion, Use<T> use) throws IOException {
        Path folder = Files.createTempDirectory("champion-");
        try {
            for (String file : FILES) {
                download(champion.prefix() + file, folder.resolve(file));
            }
            requireSame(champion, folder.resolve("model.pt"));
            return use.of(folder);
        } finally {
            delete(folder);
        }
    }

    private void download(String key, Path file) throws IOException {
        try (InputStream in = bucket.getObject(
                GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
            Files.copy(Limits.atMost(largestFile, in), file);
        } catch (MinioException e) {
            throw new IOException("cannot bring '%s' here: %s".formatted(key, e.getMessage()), e);
        }
    }

    private static void requireSame(Champion champion, Path file) throws IOException {
        String found = sha256(file);
        if (!found.equals(champion.sha256())) {
            throw new IOException("SHA-256 of version %d is %s, its manifest says %s"
                    .formatted(champion.version(), found, champion.sha256()));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
