package io.hone.vision.features;

import static io.hone.vision.features.TestFeatures.WIDTH;
import static io.hone.vision.features.TestFeatures.backbone;
import static io.hone.vision.features.TestFeatures.features;
import static io.hone.vision.features.TestFeatures.id;
import static io.hone.vision.features.TestFeatures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.vision.cache.CacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class FeatureStoreTest {

    @TempDir
    Path directory;

    @Test
    void whatWasPutIsThereWhenTheStoreIsOpenedAgain() {
        // Given
        fill(1, 0, 20);
        // When
        try (FeatureStore store = FeatureStore.open(directory)) {
            // Then
            Features features = store.of(backbone(1), WIDTH);
            assertThat(features.find(id(13))).contains(features(13));
            assertThat(features.missing(ids(18, 22))).containsExactly(id(20), id(21));
        }
    }

    @Test
    void eachBackboneHasItsOwn() {
        // Given
        fill(1, 0, 3);
        // When
        try (FeatureStore store = FeatureStore.open(directory)) {
            Features other = store.of(backbone(2), WIDTH);
            // Then
            assertThat(other.find(id(1))).isEmpty();
        }
    }

    @Test
    void whatIsOfAnotherWidthIsMissing() {
        // Given
        fill(1, 0, 3);
        // When
        try (FeatureStore store = FeatureStore.open(directory)) {
            Features wider = store.of(backbone(1), WIDTH + 1);
            // Then
            assertThat(wider.missing(ids(0, 3))).containsExactlyElementsOf(ids(0, 3));
        }
    }

    @Test
    void theBackboneAskedForLongestAgoGivesWayToAThird() {
        // Given the first asked for again after the second
        fill(1, 0, 3);
        fill(2, 0, 3);
        fill(1, 3, 4);
        // When
        fill(3, 0, 3);
        // Then
        try (FeatureStore store = FeatureStore.open(directory)) {
            assertThat(store.of(backbone(1), WIDTH).missing(ids(0, 4))).isEmpty();
            assertThat(store.of(backbone(3), WIDTH).missing(ids(0, 3))).isEmpty();
            assertThat(store.of(backbone(2), WIDTH).missing(ids(0, 3))).hasSize(3);
        }
    }

    @Test
    void whatIsNotRetainedIsGoneForEachBackbone() {
        // Given
        fill(1, 0, 5);
        fill(2, 0, 5);
        try (FeatureStore store = FeatureStore.open(directory)) {
            // When
            store.retain(Set.of(id(1), id(3), id(9)));
            // Then
            List.of(1, 2).forEach(number -> assertThat(
                            store.of(backbone(number), WIDTH).missing(ids(0, 5)))
                    .containsExactly(id(0), id(2), id(4)));
        }
    }

    @Test
    void aStoreOfAnotherLayoutIsEmptied() throws RocksDBException {
        // Given
        fill(1, 0, 3);
        try (Options options = new Options();
                RocksDB rocks = RocksDB.open(options, directory.toString())) {
            rocks.put(new byte[] {'m'}, new byte[] {0, 0, 0, Keys.LAYOUT + 1});
        }
        // When
        try (FeatureStore store = FeatureStore.open(directory)) {
            // Then
            assertThat(store.of(backbone(1), WIDTH).missing(ids(0, 3))).hasSize(3);
        }
        fill(1, 0, 3);
        try (FeatureStore store = FeatureStore.open(directory)) {
            assertThat(store.of(backbone(1), WIDTH).missing(ids(0, 3))).isEmpty();
        }
    }

    @Test
    void aStoreThatCannotBeOpenedIsEmptied() throws IOException {
        // Given
        fill(1, 0, 3);
        Files.writeString(file("CURRENT"), "no manifest of this name");
        // When
        try (FeatureStore store = FeatureStore.open(directory)) {
            // Then
            assertThat(store.of(backbone(1), WIDTH).missing(ids(0, 3))).hasSize(3);
        }
    }

    @Test
    void aStoreThatIsFoundBrokenWhenReadIsEmptied() throws IOException, RocksDBException {
        // Given the file of features damaged in its middle
        fill(1, 0, 2_000);
        try (Options options = new Options();
                RocksDB rocks = RocksDB.open(options, directory.toString())) {
            rocks.compactRange();
        }
        damage(file(".sst"));
        try (FeatureStore store = FeatureStore.open(directory)) {
            Features features = store.of(backbone(1), WIDTH);
            // When
            int missing = features.missing(ids(0, 2_000)).size();
            // Then
            assertThat(missing).isPositive();
            features.put(ids(0, 2_000), features(0, 2_000));
            assertThat(features.missing(ids(0, 2_000))).isEmpty();
            assertThat(features.find(id(7))).contains(features(7));
        }
    }

    @Test
    void aStoreThatIsInUseIsRefused() {
        // Given
        try (FeatureStore store = FeatureStore.open(directory)) {
            // When
            assertThatThrownBy(() -> FeatureStore.open(directory))
                    // Then
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("is in use");
            assertThat(store.of(backbone(1), WIDTH).find(id(1))).isEmpty();
        }
    }

    @Test
    void aClosedStoreAnswersNothing() {
        // Given
        FeatureStore store = FeatureStore.open(directory);
        Features features = store.of(backbone(1), WIDTH);
        // When
        store.close();
        // Then
        assertThatThrownBy(() -> features.find(id(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("feature store %s is closed", directory);
        assertThatCode(store::close).doesNotThrowAnyException();
    }

    private void fill(int backbone, int from, int to) {
        try (FeatureStore store = FeatureStore.open(directory)) {
            store.of(backbone(backbone), WIDTH).put(ids(from, to), features(from, to));
        }
    }

    private Path file(String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }
}
