package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.vision.store.StoredImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotDigestTest {

    private static final StoredImage FIRST = new StoredImage(new ImageId("a".repeat(64)), "red", 9);
    private static final StoredImage SECOND = new StoredImage(new ImageId("b".repeat(64)), "grün", 4);

    @Test
    void itIsOverIdAndLabelInTheOrderOfIds() {
        // When
        String digest = SnapshotDigest.digest(List.of(SECOND, FIRST));

        // Then
        assertThat(digest)
                .isEqualTo(Sha256.of("a".repeat(64) + " red\n" + "b".repeat(64) + " grün\n"))
                .isEqualTo(SnapshotDigest.digest(List.of(FIRST, SECOND)));
    }

    @Test
    void anotherLabelIsAnotherDigest() {
        assertThat(SnapshotDigest.digest(List.of(new StoredImage(FIRST.id(), "blue", 9), SECOND)))
                .isNotEqualTo(SnapshotDigest.digest(List.of(FIRST, SECOND)));
    }
}
