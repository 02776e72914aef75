package io.hone.trainer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.image.ImageId;
import io.hone.vision.store.StoredImage;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static List<StoredImage> images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StoredImage(ImageId.of(("image " + i).getBytes(StandardCharsets.UTF_8)), "daisy", i))
                .toList();
    }

    @Test
    void theShareIsOfAllImagesOfTheRun() {
        // Given
        Replay replay = new Replay(0.25, 1);

        // When
        List<StoredImage> chosen = replay.choose(images(1_000), 300);

        // Then: 100 of 400
        assertThat(chosen).hasSize(100).doesNotHaveDuplicates();
        assertThat(chosen).isSortedAccordingTo(Comparator.comparing(StoredImage::id));
    }

    @Test
    void whereThereAreFewAllAreTaken() {
        assertThat(new Replay(0.5, 1).choose(images(3), 300)).hasSize(3);
        assertThat(new Replay(0.5, 1).choose(List.of(), 300)).isEmpty();
        assertThat(new Replay(0, 1).choose(images(3), 300)).isEmpty();
    }

    @Test
    void theSameSeedChoosesTheSame() {
        // Given
        List<StoredImage> older = images(1_000);

        // When
        List<StoredImage> first = new Replay(0.5, 7).choose(older, 100);
        List<StoredImage> second = new Replay(0.5, 7).choose(older, 100);
        List<StoredImage> other = new Replay(0.5, 8).choose(older, 100);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void everyImageHasTheSameChance() {
        // Given
        List<StoredImage> older = images(10);
        Map<StoredImage, Integer> chosen = new HashMap<>();

        // When: 3 of 10, a thousand times
        for (int seed = 0; seed < 1_000; seed++) {
            new Replay(0.5, seed).choose(older, 3).forEach(image -> chosen.merge(image, 1, Integer::sum));
        }

        // Then: 300 expected, five standard deviations are 72
        assertThat(chosen.values()).hasSize(10).allSatisfy(times -> assertThat(times)
                .isBetween(228, 372));
    }
}
