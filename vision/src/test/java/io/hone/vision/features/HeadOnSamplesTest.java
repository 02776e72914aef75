package io.hone.vision.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.images.UnreadableImageException;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.FeatureExtractor;
import io.hone.vision.linear.Examples;
import io.hone.vision.linear.FitSettings;
import io.hone.vision.linear.HeadFit;
import io.hone.vision.linear.HeadFitter;
import io.hone.vision.linear.LinearClassifier;
import io.hone.vision.linear.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real images, the real base, the whole way: features, store, linear classifier. */
class HeadOnSamplesTest {

    private static final int BATCH = 32;
    private static final int HELD_BACK = 160;

    @TempDir
    static Path folder;

    private static SampleImages images;
    private static Path backbone;
    private static FeatureMatrix matrix;
    private static List<ImageId> ids;

    @BeforeAll
    static void extract() throws IOException, UnreadableImageException {
        images = SampleImages.of(60);
        backbone = folder.resolve("backbone.pt");
        Headless.write(SampleImages.BASE, backbone);
        ids = new ArrayList<>(images.ids());
        Collections.shuffle(ids, new Random(1));
        matrix = extract("all", ids);
    }

    @ParameterizedTest
    @EnumSource
    void aHeadOnTheBasesFeaturesKnowsTheNewCamera(Method method) {
        // Given a base that is right on some 36 % of what this camera sees
        Examples training = examples(0, ids.size() - HELD_BACK);
        LinearClassifier nothing = LinearClassifier.zero(images.synset().size(), SampleImages.WIDTH);
        FitSettings settings = new FitSettings(method, List.of(0.01, 0.1, 1.0), 4, 1);
        // When
        HeadFit fit = new HeadFitter(DeviceChoice.CPU).fit(training, nothing, settings, () -> false);
        // Then
        assertThat(fit.classifier().accuracy(examples(ids.size() - HELD_BACK, ids.size())))
                .isGreaterThan(0.45);
        assertThat(fit.score().orElseThrow().accuracy()).isGreaterThan(0.45);
    }

    @Test
    void anImagesFeaturesAreTheSameBitsWhicheverImagesTheyAreComputedWith() throws IOException {
        // Given
        List<ImageId> alone = List.of(ids.get(41));
        // When
        FeatureMatrix features = extract("alone", alone);
        // Then
        assertThat(features.features()).containsExactly(row(41));
    }

    private static FeatureMatrix extract(String store, List<ImageId> ids) throws IOException {
        try (FeatureStore features = FeatureStore.open(folder.resolve(store))) {
            return new CachedFeatures(
                            features.of(Sha256.of(backbone), SampleImages.WIDTH),
                            HeadOnSamplesTest::load,
                            BATCH,
                            () -> false)
                    .of(ids, images.pixels()::get);
        }
    }

    private static FeatureExtractor load() {
        try {
            return new Classifiers(DeviceChoice.CPU)
                    .loadFeatures(backbone, SampleImages.preprocessing(), SampleImages.WIDTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Examples examples(int from, int to) {
        float[] features = new float[(to - from) * matrix.width()];
        System.arraycopy(matrix.features(), from * matrix.width(), features, 0, features.length);
        int[] labels =
                ids.subList(from, to).stream().mapToInt(images.labels()::get).toArray();
        return new Examples(features, matrix.width(), labels, images.synset().size());
    }

    private static float[] row(int number) {
        float[] row = new float[matrix.width()];
        System.arraycopy(matrix.features(), number * matrix.width(), row, 0, row.length);
        return row;
    }
}
