package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The immutable versions of models. A number is claimed first, the files follow, the manifest comes last: only then does
 * the version exist. A publication that died half-way is taken up again by the same writer under the same number.
 */
public final class Versions {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    private final ObjectStore store;

    public Versions(ObjectStore store) {
        this.store = store;
    }

    /** Who holds a version number whose manifest may not be written yet. */
    record Claim(String writer) {
        Claim {
            Checks.line("writer", writer, 200);
        }
    }

    /** Returns what stands there already when this writer has published before. */
    public Manifest publish(VersionDraft draft) {
        int version = claim(draft.model(), draft.writer());
        Optional<Manifest> published = find(draft.model(), version);
        if (published.isPresent()) {
            return published.get();
        }
        try {
            return write(draft, version);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + draft.torchScript(), e);
        }
    }

    private Manifest write(VersionDraft draft, int version) throws IOException {
        ModelName model = draft.model();
        Manifest manifest = draft.manifest(version, Sha256.of(draft.torchScript()), Files.size(draft.torchScript()));
        store.upload(key(model, version, ObjectKeys.TORCH_SCRIPT), draft.torchScript(), "application/zip");
        store.write(key(model, version, ObjectKeys.SYNSET), utf8(draft.classes().toSynset()), TEXT);
        store.write(key(model, version, ObjectKeys.SERVING_PROPERTIES), utf8(draft.servingProperties()), TEXT);
        draft.files().forEach((name, bytes) -> store.write(key(model, version, name), bytes, mediaType(name)));
        store.createIfAbsent(key(model, version, ObjectKeys.MANIFEST), Json.writePretty(manifest), JSON);
        return find(model, version).orElseThrow();
    }

    private int claim(ModelName model, String writer) {
        byte[] claim = Json.write(new Claim(writer));
        List<Integer> taken = numbers(model);
        for (int version : taken) {
            if (store.read(key(model, version, ObjectKeys.CLAIM))
                    .map(bytes -> Json.read(bytes, Claim.class).writer().equals(writer))
                    .orElse(false)) {
                return version;
            }
        }
        int next = taken.isEmpty() ? 1 : taken.get(taken.size() - 1) + 1;
        while (!store.createIfAbsent(key(model, next, ObjectKeys.CLAIM), claim, JSON)) {
            next++;
        }
        return next;
    }

    public Optional<Manifest> find(ModelName model, int version) {
        return store.read(key(model, version, ObjectKeys.MANIFEST)).map(bytes -> Json.read(bytes, Manifest.class));
    }

    /** @throws IllegalStateException if there is no such version, though the champion chain or a verdict names it */
    public Manifest require(ModelName model, int version) {
        return find(model, version)
                .orElseThrow(() -> new IllegalStateException(
                        "version %d of model '%s' has no manifest".formatted(version, model)));
    }

    /** What lies beside a version's {@code model.pt}; empty if there is none of that name. */
    public Optional<byte[]> file(Manifest manifest, String name) {
        return store.read(key(manifest.model(), manifest.version(), name));
    }

    /** Those that exist, oldest first. */
    public List<Manifest> list(ModelName model) {
        return numbers(model).stream()
                .map(version -> find(model, version))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many exist. Reads no manifest. */
    public int count(ModelName model) {
        return (int) store.keys(ObjectKeys.versions(model)).stream()
                .filter(key -> key.endsWith("/" + ObjectKeys.MANIFEST))
                .count();
    }

    /**
     * Brings a version's {@code model.pt} to {@code directory}, where it stays for the next time, and checks its digest.
     *
     * @throws CorruptVersionException if the bytes are not those the manifest names
     * @throws ObjectStoreException if they could not be brought here whole
     */
    public Path download(Manifest manifest, Path directory) {
        Path file = downloaded(manifest, directory);
        if (Files.exists(file) && digest(file).equals(manifest.sha256())) {
            return file;
        }
        String key = key(manifest.model(), manifest.version(), ObjectKeys.TORCH_SCRIPT);
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, "download-", ".part");
            try {
                fetch(manifest, key, part);
                return moveInto(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ObjectStoreException("cannot bring '%s' to %s: %s".formatted(key, file, e.getMessage()), e);
        }
    }

    private void fetch(Manifest manifest, String key, Path part) throws IOException {
        try (InputStream in = store.open(key)
                .orElseThrow(() -> new CorruptVersionException(manifest, "object '%s' is missing".formatted(key)))) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        String found = digest(part);
        if (!found.equals(manifest.sha256())) {
            throw new CorruptVersionException(
                    manifest, "SHA-256 of '%s' is %s, the manifest says %s".formatted(key, found, manifest.sha256()));
        }
    }

    /** Deletes what {@link #download} has left in {@code directory}. */
    public void forget(Manifest manifest, Path directory) {
        Path file = downloaded(manifest, directory);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** Deletes what {@link #download} has left in {@code directory} of the model's other versions. */
    public void forgetOthers(Manifest manifest, Path directory) {
        Path kept = downloaded(manifest, directory);
        Pattern name = Pattern.compile(Pattern.quote(manifest.model().value()) + "-\\d+-[0-9a-f]{12}\\.pt");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!file.equals(kept)
                        && name.matcher(file.getFileName().toString()).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
    }

    private static Path downloaded(Manifest manifest, Path directory) {
        return directory.resolve("%s-%d-%s.pt"
                .formatted(
                        manifest.model(), manifest.version(), manifest.sha256().substring(0, 12)));
    }

    private static Path moveInto(Path part, Path file) throws IOException {
        try {
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Of all versions, those that are claimed only among them, in order. */
    public List<Integer> numbers(ModelName model) {
        return store.folders(ObjectKeys.versions(model)).stream()
                .map(folder -> folder.substring(0, folder.length() - 1))
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private static String key(ModelName model, int version, String file) {
        return ObjectKeys.versionFile(model, version, file);
    }

    private static String mediaType(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        return switch (extension) {
            case "json" -> JSON;
            case "svg" -> "image/svg+xml";
            case "csv" -> "text/csv; charset=utf-8";
            default -> TEXT;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
