package io.hone.vision.features;

import static io.hone.vision.features.TestFeatures.WIDTH;
import static io.hone.vision.features.TestFeatures.backbone;
import static io.hone.vision.features.TestFeatures.id;
import static io.hone.vision.features.TestFeatures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFeaturesTest {

    private static final int BATCH = 4;

    private final CountingExtractor extractor = new CountingExtractor();
    private final List<ImageId> asked = new ArrayList<>();
    private FeatureStore store;

    @TempDir
    Path directory;

    @BeforeEach
    void open() {
        store = FeatureStore.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyTheMissingOnesAreComputed() {
        // Given
        cached(() -> false).of(ids(0, 6), this::pixels);
        asked.clear();
        List<ImageId> images = List.of(id(7), id(2), id(6), id(5));
        // When
        FeatureMatrix matrix = cached(() -> false).of(images, this::pixels);
        // Then
        assertThat(matrix.computed()).isEqualTo(2);
        assertThat(matrix.cached()).isEqualTo(2);
        assertThat(asked).containsExactly(id(7), id(6));
        assertThat(rows(matrix)).containsExactly(7, 2, 6, 5);
    }

    @Test
    void theBackboneIsNotEvenLoadedWhereNothingIsMissing() {
        // Given
        cached(() -> false).of(ids(0, 6), this::pixels);
        // When
        FeatureMatrix matrix = cached(() -> false).of(ids(0, 6), this::pixels);
        // Then
        assertThat(matrix.cached()).isEqualTo(6);
        assertThat(extractor.loaded).isEqualTo(1);
        assertThat(extractor.closed).isEqualTo(1);
    }

    @Test
    void everyBatchIsOfTheSameSize() {
        // Given
        List<ImageId> images = ids(0, 2 * BATCH + 1);
        // When
        FeatureMatrix matrix = cached(() -> false).of(images, this::pixels);
        // Then
        assertThat(extractor.batchSizes).containsExactly(BATCH, BATCH, BATCH);
        assertThat(matrix.computed()).isEqualTo(images.size());
        assertThat(asked).hasSize(images.size());
    }

    @Test
    void anImageThatIsThereTwiceIsComputedOnce() {
        // Given
        List<ImageId> images = List.of(id(3), id(4), id(3));
        // When
        FeatureMatrix matrix = cached(() -> false).of(images, this::pixels);
        // Then
        assertThat(rows(matrix)).containsExactly(3, 4, 3);
        assertThat(asked).containsExactly(id(3), id(4));
    }

    @Test
    void whatWasComputedBeforeACancellationIsKept() {
        // Given a cancellation after the first batch
        CachedFeatures features = cached(() -> !extractor.batchSizes.isEmpty());
        // When
        assertThatThrownBy(() -> features.of(ids(0, 3 * BATCH), this::pixels))
                // Then
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped after the features of 4 of 12 images");
        assertThat(store.of(backbone(1), WIDTH).missing(ids(0, 3 * BATCH))).hasSize(2 * BATCH);
        assertThat(extractor.closed).isEqualTo(1);
    }

    @Test
    void aBackboneOfAnotherWidthIsRefused() {
        // Given
        CachedFeatures features =
                new CachedFeatures(store.of(backbone(1), WIDTH + 1), extractor::load, BATCH, () -> false);
        // When
        assertThatThrownBy(() -> features.of(ids(0, 1), this::pixels))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the backbone gives 7 features, the store keeps 8");
    }

    private CachedFeatures cached(BooleanSupplier cancelled) {
        return new CachedFeatures(store.of(backbone(1), WIDTH), extractor::load, BATCH, cancelled);
    }

    /** The image's number in each byte. */
    private Pixels pixels(ImageId id) {
        asked.add(id);
        byte[] rgb = new byte[Pixels.CHANNELS];
        Arrays.fill(rgb, (byte) ids(0, 20).indexOf(id));
        return new Pixels(1, 1, rgb);
    }

    /** The numbers of the images, as their features tell them. */
    private static List<Integer> rows(FeatureMatrix matrix) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < matrix.features().length; i += matrix.width()) {
            rows.add((int) matrix.features()[i + matrix.width() - 1]);
        }
        return rows;
    }
}
