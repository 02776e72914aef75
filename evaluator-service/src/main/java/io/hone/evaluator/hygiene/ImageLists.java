package io.hone.evaluator.hygiene;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.registry.version.ListedImages;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.registry.version.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images that versions were trained on, each list brought from the bucket once. */
public final class ImageLists {

    private static final Logger LOG = LoggerFactory.getLogger(ImageLists.class);

    private final Versions versions;
    private final Path directory;

    /** @param directory a cache: lost, the lists are brought here again */
    public ImageLists(Versions versions, Path directory) {
        this.versions = versions;
        this.directory = directory;
    }

    /** Empty for a version that was not trained here, or whose list is missing or is not what its manifest names. */
    Optional<List<ImageId>> of(Manifest version) {
        return version.training()
                .map(Training::dataset)
                .flatMap(dataset -> dataset.imagesDigest())
                .flatMap(digest -> csv(version, digest))
                .map(csv -> ListedImages.ids(csv).toList());
    }

    private Optional<byte[]> csv(Manifest version, String digest) {
        Path file = directory.resolve(version.model().value()).resolve(digest + ".csv");
        try {
            if (Files.exists(file)) {
                byte[] csv = Files.readAllBytes(file);
                if (Sha256.of(csv).equals(digest)) {
                    return Optional.of(csv);
                }
            }
            Optional<byte[]> fetched = fetch(version, digest);
            if (fetched.isPresent()) {
                write(fetched.get(), file);
            }
            return fetched;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    private Optional<byte[]> fetch(Manifest version, String digest) {
        Optional<byte[]> csv = versions.file(version, ObjectKeys.IMAGE_LIST)
                .filter(bytes -> Sha256.of(bytes).equals(digest));
        if (csv.isEmpty()) {
            LOG.warn(
                    "{} is missing or changed, so hold-out images that the version was trained on may count: model={} version={}",
                    ObjectKeys.IMAGE_LIST,
                    version.model(),
                    version.version());
        }
        return csv;
    }

    private static void write(byte[] csv, Path file) throws IOException {
        Path directory = file.getParent();
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, "list-", ".part");
        try {
            Files.write(part, csv);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
