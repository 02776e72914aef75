package io.hone.vision.classifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds one snapshot. Its files bear the SHA-256 of their content in their names; the index names them, and is replaced
 * in one go: whenever the machine stops, there is the old snapshot or the new one. The index is the SHA-256 of its
 * second line, and that line, which is JSON.
 */
final class SnapshotFolder {

    private static final String INDEX = "snapshot.index";
    private static final String UNFINISHED = ".part";
    private static final Pattern OURS = Pattern.compile("[a-z]+-[0-9a-f]{64}|[a-z.]+\\.part");

    private final Path folder;

    SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    static SnapshotFolder create(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SnapshotFolder(folder);
    }

    /** @return SHA-256 of the content */
    String put(String kind, DurableFiles.Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        Path part = folder.resolve(kind + UNFINISHED);
        DurableFiles.write(part, output -> {
            DigestOutputStream digesting = new DigestOutputStream(output, digest);
            content.writeTo(digesting);
            digesting.flush();
        });
        String sha256 = Sha256.hex(digest.digest());
        DurableFiles.move(part, file(kind, sha256));
        return sha256;
    }

    /** From now on this is the snapshot. Whatever belongs to others goes. */
    void commit(SnapshotIndex index) throws IOException {
        byte[] json = Json.write(index);
        String text = Sha256.of(json) + "\n" + new String(json, UTF_8);
        Path part = folder.resolve(INDEX + UNFINISHED);
        DurableFiles.write(part, output -> output.write(text.getBytes(UTF_8)));
        DurableFiles.move(part, folder.resolve(INDEX));
        sweep(Set.of(file("network", index.network()), file("optimizer", index.optimizer())));
    }

    private void sweep(Set<Path> kept) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !kept.contains(file)).toList();
        }
        for (Path file : files) {
            if (OURS.matcher(file.getFileName().toString()).matches()) {
                Files.delete(file);
            }
        }
    }

    /** @throws UnusableSnapshotException if there is none, or it is damaged */
    SnapshotIndex index() throws IOException {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            throw new UnusableSnapshotException("there is no snapshot in %s".formatted(folder));
        }
        List<String> lines =
                new String(Files.readAllBytes(index), UTF_8).lines().toList();
        if (lines.size() != 2 || !Sha256.of(lines.get(1)).equals(lines.get(0))) {
            throw damaged(INDEX);
        }
        try {
            return Json.read(lines.get(1).getBytes(UTF_8), SnapshotIndex.class);
        } catch (UncheckedIOException e) {
            throw new UnusableSnapshotException(
                    "the snapshot in %s was written by another version: %s".formatted(folder, e.getMessage()));
        }
    }

    /** @throws UnusableSnapshotException if it is not there or damaged */
    Path content(String kind, String sha256) throws IOException {
        Path file = file(kind, sha256);
        if (!Files.exists(file) || !Sha256.of(file).equals(sha256)) {
            throw damaged(file.getFileName().toString());
        }
        return file;
    }

    private UnusableSnapshotException damaged(String file) {
        return new UnusableSnapshotException(
                "the snapshot in %s is damaged: %s is missing or incomplete".formatted(folder, file));
    }

    private Path file(String kind, String sha256) {
        return folder.resolve(kind + "-" + sha256);
    }
}
