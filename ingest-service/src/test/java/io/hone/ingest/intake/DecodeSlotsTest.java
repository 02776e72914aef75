package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.ImageType;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.TestImages;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecodeSlotsTest {

    private static final Duration SHORT = Duration.ofMillis(10);
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void whoFindsNoSlotIsToldSo() {
        // Given no slot at all, as when every one is taken
        DecodeSlots none = new DecodeSlots(decoder, 0, SHORT);

        // When / Then
        assertThatThrownBy(() -> none.check(TestImages.png(1))).isInstanceOf(BusyException.class);
    }

    @Test
    void whatNeedsNoSlotWaitsForNone() {
        // Given
        DecodeSlots none = new DecodeSlots(decoder, 0, SHORT);

        // When / Then
        assertThatThrownBy(() -> none.check(new byte[] {1, 2, 3})).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void aBrokenImageGivesItsSlotBack() throws Exception {
        // Given
        DecodeSlots one = new DecodeSlots(decoder, 1, SHORT);
        byte[] png = TestImages.png(1);
        byte[] half = Arrays.copyOf(png, png.length / 2);
        assertThatThrownBy(() -> one.check(half)).isInstanceOf(UnreadableImageException.class);

        // When
        ImageType type = one.check(png);

        // Then
        assertThat(type).isEqualTo(ImageType.PNG);
    }
}
