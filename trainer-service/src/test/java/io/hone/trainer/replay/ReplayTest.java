package io.hone.trainer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.recipe.ReplayRule;
import io.hone.contracts.recipe.ReplayStrategy;
import io.hone.vision.store.StoredImage;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static Replay replay(double share, long seed) {
        return new Replay(new ReplayRule(ReplayStrategy.RESERVOIR, share, 1), seed);
    }

    /** Every tenth is a rose, every hundredth a lily. */
    private static List<StoredImage> mixed(int count) {
        return images(count).stream()
                .map(image -> new StoredImage(
                        image.id(),
                        image.offset() % 100 == 0 ? "lily" : image.offset() % 10 == 0 ? "rose" : "daisy",
                        image.offset()))
                .toList();
    }

    private static Map<String, Long> byLabel(List<StoredImage> images) {
        return images.stream().collect(Collectors.groupingBy(StoredImage::label, Collectors.counting()));
    }

    @Test
    void balancedReplayTakesEquallyManyOfEachClassAsFarAsTheyGo() {
        // Given
        Replay replay = new Replay(new ReplayRule(ReplayStrategy.CLASS_BALANCED, 0.5, 1), 1);

        // When: 200 of 1,000, in which there are 10 lilies and 90 roses
        List<StoredImage> chosen = replay.choose(mixed(1_000), 200, 0, 0);

        // Then
        assertThat(byLabel(chosen)).containsOnly(entry("lily", 10L), entry("rose", 90L), entry("daisy", 100L));
    }

    @Test
    void recentReplayDrawsFromTheLatestOnly() {
        // Given
        Replay replay = new Replay(new ReplayRule(ReplayStrategy.RECENT, 0.5, 300), 1);

        // When
        List<StoredImage> chosen = replay.choose(images(1_000), 100, 0, 0);

        // Then
        assertThat(chosen).hasSize(100).allSatisfy(image -> assertThat(image.offset())
                .isGreaterThanOrEqualTo(700));
        assertThat(chosen).anySatisfy(image -> assertThat(image.offset()).isLessThan(800));
    }

    @Test
    void besideNewClassesEveryKnownClassIsReplayedAsOftenAsOneOfThem() {
        // Given: 400 images of two new classes
        Replay replay = replay(0.3, 1);

        // When
        List<StoredImage> chosen = replay.choose(mixed(1_000), 400, 2, 400);

        // Then: three known classes, up to 200 of each or what the rarer leave
        assertThat(byLabel(chosen)).containsOnly(entry("lily", 10L), entry("rose", 90L), entry("daisy", 500L));
    }

    @Test
    void withoutReplayNothingIsReplayedBesideNewClassesEither() {
        assertThat(replay(0, 1).choose(mixed(1_000), 400, 2, 400)).isEmpty();
    }

    @Test
    void allMeansAllWhateverTheShare() {
        // Given
        Replay replay = new Replay(new ReplayRule(ReplayStrategy.ALL, 0, 1), 1);

        // When, Then
        assertThat(replay.choose(images(1_000), 10, 0, 0)).hasSize(1_000);
    }

    private static List<StoredImage> images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StoredImage(ImageId.of(("image " + i).getBytes(StandardCharsets.UTF_8)), "daisy", i))
                .toList();
    }

    @Test
    void theShareIsOfAllImagesOfTheRun() {
        // Given
        Replay replay = replay(0.25, 1);

        // When
        List<StoredImage> chosen = replay.choose(images(1_000), 300, 0, 0);

        // Then: 100 of 400
        assertThat(chosen).hasSize(100).doesNotHaveDuplicates();
        assertThat(chosen).isSortedAccordingTo(Comparator.comparing(StoredImage::id));
    }

    @Test
    void whereThereAreFewAllAreTaken() {
        assertThat(replay(0.5, 1).choose(images(3), 300, 0, 0)).hasSize(3);
        assertThat(replay(0.5, 1).choose(List.of(), 300, 0, 0)).isEmpty();
        assertThat(replay(0, 1).choose(images(3), 300, 0, 0)).isEmpty();
    }

    @Test
    void theSameSeedChoosesTheSame() {
        // Given
        List<StoredImage> older = images(1_000);

        // When
        List<StoredImage> first = replay(0.5, 7).choose(older, 100, 0, 0);
        List<StoredImage> second = replay(0.5, 7).choose(older, 100, 0, 0);
        List<StoredImage> other = replay(0.5, 8).choose(older, 100, 0, 0);

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
            replay(0.5, seed).choose(older, 3, 0, 0).forEach(image -> chosen.merge(image, 1, Integer::sum));
        }

        // Then: 300 expected, five standard deviations are 72
        assertThat(chosen.values()).hasSize(10).allSatisfy(times -> assertThat(times)
                .isBetween(228, 372));
    }
}
