package io.hone.trainer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.ImageId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageListTest {

    private static PlannedImage image(String label) {
        return new PlannedImage(ImageId.of(label.getBytes(StandardCharsets.UTF_8)), label);
    }

    @Test
    void aListIsReadAsItWasWritten() {
        // Given
        ImageList list = new ImageList(List.of(image("daisy"), image("rose, \"red\""), image("tulip")), 2);

        // When
        ImageList read = ImageList.read(list.csv());

        // Then
        assertThat(read).isEqualTo(list);
    }

    @Test
    void somethingElseIsRefused() {
        // When, Then
        assertThatThrownBy(() -> ImageList.read("daisy\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("id,part,label");
    }
}
