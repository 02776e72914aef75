package io.hone.registry.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {

    private static final ModelName MODEL = new ModelName("plants");

    @TempDir
    Path folder;

    private final ObjectStore store = new InMemoryObjectStore();
    private final Versions versions = new Versions(store);
    private Path torchScript;

    @BeforeEach
    void trainSomething() throws IOException {
        torchScript = Files.writeString(folder.resolve("trained.pt"), "weights");
    }

    private VersionDraft draft(String writer) {
        return VersionDraft.base(
                MODEL,
                writer,
                Instant.parse("2026-11-22T10:15:30Z"),
                torchScript,
                Classes.of("daisy", "rose"),
                new Preprocessing(32, 32, List.of(0.5f, 0.5f, 0.5f), List.of(0.25f, 0.25f, 0.25f), ColourOrder.RGB),
                "engine=PyTorch\n",
                Map.of("hone", "0.1.0"));
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void aVersionLiesInTheBucketAsServersExpectIt() throws IOException {
        // When
        Manifest manifest = versions.publish(draft("run-1"));

        // Then
        assertThat(manifest.version()).isEqualTo(1);
        assertThat(manifest.sha256()).isEqualTo(Sha256.of(torchScript));
        assertThat(text(store.read("models/plants/versions/1/model.pt"))).isEqualTo("weights");
        assertThat(text(store.read("models/plants/versions/1/synset.txt"))).isEqualTo("daisy\nrose\n");
        assertThat(text(store.read("models/plants/versions/1/serving.properties")))
                .isEqualTo("engine=PyTorch\n");
        assertThat(versions.find(MODEL, 1)).contains(manifest);
    }

    @Test
    void numbersCountUp() {
        // Given
        versions.publish(draft("run-1"));

        // When
        Manifest second = versions.publish(draft("run-2"));

        // Then
        assertThat(second.version()).isEqualTo(2);
        assertThat(versions.list(MODEL)).extracting(Manifest::version).containsExactly(1, 2);
        assertThat(versions.count(MODEL)).isEqualTo(2);
    }

    @Test
    void publishingAgainChangesNothing() throws IOException {
        // Given
        Manifest first = versions.publish(draft("run-1"));
        Files.writeString(torchScript, "other weights");

        // When
        Manifest again = versions.publish(draft("run-1"));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(text(store.read("models/plants/versions/1/model.pt"))).isEqualTo("weights");
    }

    @Test
    void withoutItsManifestAVersionDoesNotExist() {
        // Given
        versions.publish(draft("run-1"));

        // When
        store.delete(ObjectKeys.versionFile(MODEL, 1, ObjectKeys.MANIFEST));

        // Then
        assertThat(versions.find(MODEL, 1)).isEmpty();
        assertThat(versions.list(MODEL)).isEmpty();
        assertThat(versions.count(MODEL)).isZero();
    }

    @Test
    void aPublicationThatDiedAtAnyStepIsTakenUpUnderTheSameNumber() {
        for (int dyingWrite = 1; dyingWrite <= 5; dyingWrite++) {
            // Given
            ObjectStore inner = new InMemoryObjectStore();
            Versions dying = new Versions(new FailsAtWrite(inner, dyingWrite));
            assertThatThrownBy(() -> dying.publish(draft("run-1"))).isInstanceOf(ObjectStoreException.class);
            Versions restarted = new Versions(inner);
            assertThat(restarted.list(MODEL)).as("before write %d", dyingWrite).isEmpty();

            // When
            Manifest manifest = restarted.publish(draft("run-1"));

            // Then
            assertThat(manifest.version()).as("after write %d", dyingWrite).isEqualTo(1);
            assertThat(restarted.list(MODEL)).containsExactly(manifest);
        }
    }

    @Test
    void aHalfPublishedVersionKeepsItsNumberFromOthers() {
        // Given
        Versions dying = new Versions(new FailsAtWrite(store, 3));
        assertThatThrownBy(() -> dying.publish(draft("run-1"))).isInstanceOf(ObjectStoreException.class);

        // When
        Manifest other = versions.publish(draft("run-2"));

        // Then
        assertThat(other.version()).isEqualTo(2);
    }

    @Test
    void aDownloadIsCheckedAgainstTheManifest() throws IOException {
        // Given
        Manifest manifest = versions.publish(draft("run-1"));

        // When
        Path file = versions.download(manifest, folder.resolve("cache"));

        // Then
        assertThat(file).hasContent("weights");
        assertThat(versions.download(manifest, folder.resolve("cache"))).isEqualTo(file);
    }

    @Test
    void aDownloadSpoiltOnDiskIsFetchedAgain() throws IOException {
        // Given
        Manifest manifest = versions.publish(draft("run-1"));
        Files.writeString(versions.download(manifest, folder.resolve("cache")), "spoilt");

        // When
        Path file = versions.download(manifest, folder.resolve("cache"));

        // Then
        assertThat(file).hasContent("weights");
    }

    @Test
    void ofAModelsDownloadsOnlyTheWantedOneIsKept() throws IOException {
        // Given
        Manifest first = versions.publish(draft("run-1"));
        Files.writeString(torchScript, "other weights");
        Manifest second = versions.publish(draft("run-2"));
        Path cache = folder.resolve("cache");
        Path old = versions.download(first, cache);
        Path kept = versions.download(second, cache);
        Path ofAnother = Files.writeString(cache.resolve("plants-2-1-0123456789ab.pt"), "weights");

        // When
        versions.forgetOthers(second, cache);

        // Then
        assertThat(old).doesNotExist();
        assertThat(kept).exists();
        assertThat(ofAnother).exists();
    }

    @Test
    void weightsThatSomebodyChangedAreRefused() {
        // Given
        Manifest manifest = versions.publish(draft("run-1"));
        store.write(
                ObjectKeys.versionFile(MODEL, 1, ObjectKeys.TORCH_SCRIPT),
                "evil".getBytes(StandardCharsets.UTF_8),
                "application/zip");

        // When, Then
        assertThatThrownBy(() -> versions.download(manifest, folder.resolve("cache")))
                .isInstanceOf(CorruptVersionException.class)
                .hasMessageContaining("version 1 of model 'plants' cannot be used")
                .hasMessageContaining(manifest.sha256());
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void aDownloadThatFailsLeavesNothingBehind() {
        // Given
        Manifest manifest = versions.publish(draft("run-1"));
        store.delete(ObjectKeys.versionFile(MODEL, 1, ObjectKeys.TORCH_SCRIPT));

        // When, Then
        assertThatThrownBy(() -> versions.download(manifest, folder.resolve("cache")))
                .isInstanceOf(CorruptVersionException.class)
                .hasMessageContaining("object 'models/plants/versions/1/model.pt' is missing");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    /** Dies before its n-th write, as a killed process does. */
    private static final class FailsAtWrite implements ObjectStore {

        private final ObjectStore inner;
        private int writesLeft;

        FailsAtWrite(ObjectStore inner, int dyingWrite) {
            this.inner = inner;
            this.writesLeft = dyingWrite;
        }

        private void write(String key) {
            if (--writesLeft == 0) {
                throw new ObjectStoreException("died before " + key, null);
            }
        }

        @Override
        public Optional<byte[]> read(String key) {
            return inner.read(key);
        }

        @Override
        public Optional<InputStream> open(String key) {
            return inner.open(key);
        }

        @Override
        public void upload(String key, Path file, String contentType) {
            write(key);
            inner.upload(key, file, contentType);
        }

        @Override
        public void write(String key, byte[] content, String contentType) {
            write(key);
            inner.write(key, content, contentType);
        }

        @Override
        public boolean createIfAbsent(String key, byte[] content, String contentType) {
            write(key);
            return inner.createIfAbsent(key, content, contentType);
        }

        @Override
        public SortedSet<String> keys(String prefix) {
            return inner.keys(prefix);
        }

        @Override
        public List<String> folders(String prefix) {
            return inner.folders(prefix);
        }

        @Override
        public boolean exists(String key) {
            return inner.exists(key);
        }

        @Override
        public void delete(String key) {
            inner.delete(key);
        }
    }
}
