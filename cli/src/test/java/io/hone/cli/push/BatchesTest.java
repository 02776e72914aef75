package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.push.source.Labelling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void aBatchEndsBeforeItHasTooManyImagesOrBytes() {
        // Given
        Batches.Filling filling = new Batches(3, 100).filling();
        List<LabelledImage> images = List.of(
                image("a", 10), image("b", 10), image("c", 10), image("d", 60), image("e", 50), image("f", 500));

        // When
        List<List<LabelledImage>> batches = new ArrayList<>();
        for (LabelledImage image : images) {
            if (filling.isFullFor(image)) {
                batches.add(filling.take());
            }
            filling.add(image);
        }
        batches.add(filling.take());

        // Then
        assertThat(batches)
                .extracting(batch -> batch.stream().map(LabelledImage::name).toList())
                .containsExactly(List.of("a", "b", "c"), List.of("d"), List.of("e"), List.of("f"));
        assertThat(filling.isEmpty()).isTrue();
    }

    private static LabelledImage image(String name, int bytes) {
        return new LabelledImage(name, Labelling.of("x"), 0, new byte[bytes]);
    }
}
