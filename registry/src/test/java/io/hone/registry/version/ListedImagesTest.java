package io.hone.registry.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hone.contracts.image.ImageId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedImagesTest {

    private static final ImageId ONE = ImageId.of(new byte[] {1});
    private static final ImageId TWO = ImageId.of(new byte[] {2});

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void idsComeInOrderWhateverTheLabelsAre() {
        // Given
        byte[] csv = utf8("id,part,label\n%s,new,cat, or dog\n%s,replayed,\"cat\"\n".formatted(ONE, TWO));

        // When, then
        assertThat(ListedImages.ids(csv)).containsExactly(ONE, TWO);
    }

    @Test
    void aListMayBeEmpty() {
        assertThat(ListedImages.ids(utf8(ListedImages.HEADING))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id;part;label\n", "id,part,label\nno id,new,cat\n", "id,part,label\n\n"})
    void anythingElseIsRefused(String csv) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListedImages.ids(utf8(csv)).toList());
    }
}
