package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void aBatchEndsBeforeItHasTooManyImagesOrBytes() {
        // Given
        Batches batches = new Batches(3, 100);
        List<LabelledFile> images = List.of(
                image("a", 10), image("b", 10), image("c", 10), image("d", 60), image("e", 50), image("f", 500));

        // When
        List<List<LabelledFile>> planned = batches.of(images);

        // Then
        assertThat(planned)
                .extracting(batch -> batch.stream().map(LabelledFile::name).toList())
                .containsExactly(List.of("a", "b", "c"), List.of("d"), List.of("e"), List.of("f"));
    }

    @Test
    void classesAreDealtOutInTurn() {
        // Given
        List<LabelledFile> images = List.of(labelled("cat", "2"), labelled("cat", "1"), labelled("dog", "3"));

        // When
        List<LabelledFile> dealt = Dealing.outByLabel(images);

        // Then
        assertThat(dealt).extracting(LabelledFile::name).containsExactly("1", "3", "2");
    }

    private static LabelledFile image(String name, long bytes) {
        return new LabelledFile("x", name, Path.of(name), bytes);
    }

    private static LabelledFile labelled(String label, String name) {
        return new LabelledFile(label, name, Path.of(name), 1);
    }
}
