package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.evaluator.Manifests;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadedVersionsTest {

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final List<Integer> loaded = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private final Set<Integer> broken = new HashSet<>();
    private Instant now = Manifests.NOW;
    private final LoadedVersions versions = new LoadedVersions(this::load, RETRY, () -> now);

    private Classifier load(Manifest manifest) {
        loaded.add(manifest.version());
        if (broken.contains(manifest.version())) {
            throw new CorruptVersionException(manifest, "its file is cut off");
        }
        return new Recorded(manifest.version());
    }

    private final class Recorded implements Classifier {

        private final int version;

        Recorded(int version) {
            this.version = version;
        }

        @Override
        public Predictions predict(PixelBatch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void close() {
            closed.add(version);
        }
    }

    private void ask(int version) {
        versions.of(Manifests.candidate(MODEL, version, 0));
    }

    @Test
    void theLongestUnusedIsClosedWhenThereAreTooMany() {
        // Given
        for (int version = 2; version < 2 + LoadedVersions.KEPT; version++) {
            ask(version);
        }

        // When
        ask(2);
        ask(9);

        // Then
        assertThat(loaded).containsExactly(2, 3, 4, 5, 9);
        assertThat(closed).containsExactly(3);
    }

    @Test
    void closedItClosesAll() {
        // Given
        ask(2);
        ask(3);

        // When
        versions.close();

        // Then
        assertThat(closed).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void aBrokenVersionIsBroughtHereAgainOnlyAfterAWhile() {
        // Given
        broken.add(2);

        // When
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask(2))
                    .isInstanceOf(UnaskableVersionException.class)
                    .hasMessageContaining("version 2 of 'colours' cannot be asked")
                    .hasMessageContaining("its file is cut off");
        }

        // Then
        assertThat(loaded).containsExactly(2);

        // When: it is mended
        broken.clear();
        now = now.plus(RETRY);
        ask(2);

        // Then
        assertThat(loaded).containsExactly(2, 2);
    }
}
