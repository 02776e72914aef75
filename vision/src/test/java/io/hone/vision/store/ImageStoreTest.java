package io.hone.vision.store;

import static io.hone.vision.store.TestImages.HEIGHT;
import static io.hone.vision.store.TestImages.WIDTH;
import static io.hone.vision.store.TestImages.id;
import static io.hone.vision.store.TestImages.image;
import static io.hone.vision.store.TestImages.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.images.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {

    @TempDir
    Path directory;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = ImageStore.open(directory, WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void startsEmpty() {
        assertThat(store.nextOffset()).isZero();
        assertThat(store.count()).isZero();
        assertThat(store.countByLabel()).isEmpty();
        assertThat(store.find(id(1))).isEmpty();
        assertThat(store.pixels(id(1))).isEmpty();
    }

    @Test
    void keepsImageWithItsLabelOffsetAndPixels() {
        // When
        boolean applied = store.put(image(1, "cat", 7), pixels(1));

        // Then
        assertThat(applied).isTrue();
        assertThat(store.find(id(1))).contains(image(1, "cat", 7));
        assertThat(store.pixels(id(1)).orElseThrow().rgb()).isEqualTo(pixels(1).rgb());
        assertThat(store.nextOffset()).isEqualTo(8);
    }

    @Test
    void keepsPixelsTooLargeForTheTreeItself() {
        // Given
        Pixels large = pixels(1, 96, 64);
        try (ImageStore stored = ImageStore.open(directory.resolve("large"), 96, 64)) {
            // When
            stored.put(image(1, "cat", 0), large);

            // Then
            assertThat(stored.pixels(id(1)).orElseThrow().rgb()).isEqualTo(large.rgb());
        }
    }

    @Test
    void lastLabelWinsAndMovesTheImageToTheEnd() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "cat", 1), pixels(2));

        // When
        store.put(image(1, "dog", 2), pixels(1));

        // Then
        assertThat(arrivals()).containsExactly(image(2, "cat", 1), image(1, "dog", 2));
        assertThat(byLabel("cat")).containsExactly(image(2, "cat", 1));
        assertThat(byLabel("dog")).containsExactly(image(1, "dog", 2));
        assertThat(store.count()).isEqualTo(2);
        assertThat(store.countByLabel()).containsExactly(Map.entry("cat", 1), Map.entry("dog", 1));
    }

    @Test
    void sameLabelAgainCountsOnce() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));

        // When
        store.put(image(1, "cat", 5), pixels(1));

        // Then
        assertThat(arrivals()).containsExactly(image(1, "cat", 5));
        assertThat(store.countByLabel()).containsExactly(Map.entry("cat", 1));
    }

    @Test
    void removedImageLeavesNothingBehind() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "dog", 1), pixels(2));

        // When
        boolean applied = store.remove(id(1), 2);

        // Then
        assertThat(applied).isTrue();
        assertThat(store.find(id(1))).isEmpty();
        assertThat(store.pixels(id(1))).isEmpty();
        assertThat(byLabel("cat")).isEmpty();
        assertThat(arrivals()).containsExactly(image(2, "dog", 1));
        assertThat(store.countByLabel()).containsExactly(Map.entry("dog", 1));
        assertThat(store.nextOffset()).isEqualTo(3);
    }

    @Test
    void removingAnUnknownImageOnlyMovesTheOffset() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));

        // When
        store.remove(id(9), 1);

        // Then
        assertThat(arrivals()).containsExactly(image(1, "cat", 0));
        assertThat(store.nextOffset()).isEqualTo(2);
    }

    @Test
    void aGoldenImageStaysGoldenUntilItIsRemoved() {
        // Given
        store.put(golden(1, 0), pixels(1));

        // When: its label is corrected by somebody who does not know that it is golden
        store.put(image(1, "dog", 1), pixels(1));

        // Then
        assertThat(store.find(id(1)).orElseThrow()).satisfies(image -> {
            assertThat(image.label()).isEqualTo("dog");
            assertThat(image.origin().golden()).isTrue();
        });
        assertThat(arrivals()).containsExactly(store.find(id(1)).orElseThrow());
        assertThat(byLabel("dog")).containsExactly(store.find(id(1)).orElseThrow());

        // When
        store.remove(id(1), 2);
        store.put(image(1, "dog", 3), pixels(1));

        // Then
        assertThat(store.find(id(1))).contains(image(1, "dog", 3));
        assertThat(store.isGolden(id(1))).isFalse();
    }

    @Test
    void aGoldenImageStaysGoldenWhereverItGoes() {
        // Given
        store.elsewhere(new Trace(id(1), 0, "daisy", Optional.empty(), true, Optional.empty()));

        // When: another record of it follows, without the mark
        store.elsewhere(new Trace(id(1), 1, "daisy", Optional.empty(), false, Optional.empty()));

        // Then
        assertThat(store.isGolden(id(1))).isTrue();
        store.close();
        store = ImageStore.open(directory, WIDTH, HEIGHT);
        assertThat(store.isGolden(id(1))).isTrue();
    }

    private static StoredImage golden(int number, long offset) {
        StoredImage image = image(number, "cat", offset);
        LabelOrigin origin = image.origin();
        return new StoredImage(
                image.id(),
                image.label(),
                offset,
                new LabelOrigin(origin.group(), origin.annotator(), origin.source(), origin.labelledAt(), true));
    }

    @Test
    void removedImageMayComeBack() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.remove(id(1), 1);

        // When
        store.put(image(1, "dog", 2), pixels(1));

        // Then
        assertThat(arrivals()).containsExactly(image(1, "dog", 2));
    }

    @Test
    void ignoresReplayedRecords() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(1, "dog", 1), pixels(1));
        store.put(image(2, "cat", 2), pixels(2));

        // When
        boolean put = store.put(image(1, "cat", 0), pixels(1));
        boolean removed = store.remove(id(2), 1);
        store.skip(2);

        // Then
        assertThat(put).isFalse();
        assertThat(removed).isFalse();
        assertThat(arrivals()).containsExactly(image(1, "dog", 1), image(2, "cat", 2));
        assertThat(store.countByLabel()).containsExactly(Map.entry("cat", 1), Map.entry("dog", 1));
        assertThat(store.nextOffset()).isEqualTo(3);
    }

    @Test
    void skippedRecordOnlyMovesTheOffset() {
        // When
        store.skip(41);

        // Then
        assertThat(store.nextOffset()).isEqualTo(42);
        assertThat(store.count()).isZero();
    }

    @Test
    void countsFromAnOffsetOn() {
        // Given
        store.put(image(1, "cat", 3), pixels(1));
        store.put(image(2, "cat", 300), pixels(2));
        store.put(image(3, "dog", 70_000), pixels(3));

        // When
        int count = store.countFrom(300);

        // Then
        assertThat(count).isEqualTo(2);
    }

    @Test
    void ordersByArrivalBeyondOneByteOfOffset() {
        // Given
        List<Long> offsets = List.of(1L, 255L, 256L, 65_536L, 4_294_967_296L);
        for (int i = 0; i < offsets.size(); i++) {
            store.put(image(i, "cat", offsets.get(i)), pixels(i));
        }

        // When
        List<StoredImage> images = arrivals();

        // Then
        assertThat(images).extracting(StoredImage::offset).containsExactlyElementsOf(offsets);
        assertThat(byLabel("cat")).isEqualTo(images);
    }

    @Test
    void labelsThatBeginAlikeStayApart() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "cat\0", 1), pixels(2));
        store.put(image(3, "cats", 2), pixels(3));
        store.put(image(4, "Käfer", 3), pixels(4));

        // Then
        assertThat(byLabel("cat")).containsExactly(image(1, "cat", 0));
        assertThat(byLabel("cats")).containsExactly(image(3, "cats", 2));
        assertThat(byLabel("Käfer")).containsExactly(image(4, "Käfer", 3));
        assertThat(byLabel("ca")).isEmpty();
    }

    @Test
    void refusesPixelsOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(image(1, "cat", 0), pixels(1, 6, 4)))
                .withMessageContaining("6 × 4")
                .withMessageContaining("5 × 4");
        assertThat(store.nextOffset()).isZero();
    }

    @Test
    void survivesReopening() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "dog", 1), pixels(2));
        store.put(image(1, "dog", 2), pixels(1));
        store.skip(3);
        store.close();

        // When
        open();

        // Then
        assertThat(store.nextOffset()).isEqualTo(4);
        assertThat(arrivals()).containsExactly(image(2, "dog", 1), image(1, "dog", 2));
        assertThat(store.countByLabel()).containsExactly(Map.entry("dog", 2));
        assertThat(store.pixels(id(2)).orElseThrow().rgb()).isEqualTo(pixels(2).rgb());
    }

    @Test
    void storeOfAnotherSizeIsEmptied() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.close();

        // When
        store = ImageStore.open(directory, WIDTH + 1, HEIGHT);

        // Then
        assertThat(store.nextOffset()).isZero();
        assertThat(store.count()).isZero();
        assertThat(store.pixels(id(1))).isEmpty();
        assertThat(store.put(image(1, "cat", 0), pixels(1, WIDTH + 1, HEIGHT))).isTrue();
    }

    @Test
    void storeOfAnotherLayoutIsEmptied() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.close();
        try (Database database = Database.open(directory)) {
            State older = new State(State.LAYOUT - 1, WIDTH, HEIGHT, 1);
            database.write(batch -> batch.put(Keys.STATE, older.encoded()));
        }

        // When
        open();

        // Then
        assertThat(store.nextOffset()).isZero();
        assertThat(arrivals()).isEmpty();
    }

    @Test
    void clearedStoreStartsAnew() {
        // Given
        store.put(image(1, "cat", 8), pixels(1));

        // When
        store.clear();

        // Then
        assertThat(store.nextOffset()).isZero();
        assertThat(store.countByLabel()).isEmpty();
        assertThat(arrivals()).isEmpty();
        assertThat(store.put(image(1, "cat", 0), pixels(1))).isTrue();
    }

    @Test
    void countsHandedOutAreCopies() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));

        // When
        store.countByLabel().clear();

        // Then
        assertThat(store.countByLabel()).containsExactly(Map.entry("cat", 1));
    }

    @Test
    void secondOpeningInThisProcessIsRefused() {
        assertThatThrownBy(() -> ImageStore.open(directory, WIDTH, HEIGHT))
                .isInstanceOf(ImageStoreException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("open already in this process");
    }

    @Test
    void unusableDirectoryIsNamed() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        // Then
        assertThatThrownBy(() -> ImageStore.open(file, WIDTH, HEIGHT))
                .isInstanceOf(ImageStoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot create the directory");
    }

    @Test
    void brokenStoreSaysWhatToDo() throws Exception {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.close();
        Files.writeString(directory.resolve("CURRENT"), "garbage");

        // Then
        assertThatThrownBy(this::open)
                .isInstanceOf(ImageStoreException.class)
                .hasMessageContaining("delete the directory");
    }

    @Test
    void closedStoreAnswersAnException() {
        // Given
        store.close();

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> store.find(id(1)))
                .withMessage("image store %s is closed", directory);
        assertThatIllegalStateException().isThrownBy(() -> store.put(image(1, "cat", 0), pixels(1)));
        assertThatIllegalStateException().isThrownBy(store::snapshot);
    }

    private List<StoredImage> arrivals() {
        try (Snapshot snapshot = store.snapshot()) {
            return snapshot.byArrival();
        }
    }

    private List<StoredImage> byLabel(String label) {
        try (Snapshot snapshot = store.snapshot()) {
            return snapshot.byLabel(label);
        }
    }
}
