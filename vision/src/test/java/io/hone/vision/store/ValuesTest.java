package io.hone.vision.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    private static final String LONGEST = "字".repeat(200);
    private static final LabelOrigin BARE =
            new LabelOrigin(Optional.empty(), Optional.empty(), "/ingest", Instant.EPOCH, false);

    static Stream<LabelOrigin> origins() {
        return Stream.of(
                BARE,
                new LabelOrigin(Optional.of("meadow 3"), Optional.empty(), "/ingest", Instant.EPOCH, true),
                new LabelOrigin(Optional.empty(), Optional.of("ada"), "", Instant.MIN, false),
                new LabelOrigin(Optional.of(LONGEST), Optional.of(LONGEST), LONGEST, Instant.MAX, true, true));
    }

    @ParameterizedTest
    @MethodSource("origins")
    void whatIsWrittenIsReadInAllThreePlaces(LabelOrigin origin) {
        // Given
        StoredImage image = new StoredImage(TestImages.id(1), LONGEST, 1L << 40, origin);
        ValueReader reader = new ValueReader();

        // When, then
        assertThat(reader.byArrival(Keys.arrival(image.offset()), Values.byArrival(image)))
                .isEqualTo(image);
        assertThat(reader.byImage(image.id(), Values.byImage(image))).isEqualTo(image);
        assertThat(reader.byLabel(image.label(), Keys.label(image.label(), image.offset()), Values.byLabel(image)))
                .isEqualTo(image);
    }

    @Test
    void theSameTextIsInMemoryOnce() {
        // Given
        StoredImage image = TestImages.image(0, "cat", 0);
        ValueReader reader = new ValueReader();

        // When
        StoredImage first = reader.byArrival(Keys.arrival(0), Values.byArrival(image));
        StoredImage second = reader.byArrival(Keys.arrival(0), Values.byArrival(image));

        // Then
        assertThat(first.label()).isSameAs(second.label());
        assertThat(first.origin().annotator().orElseThrow())
                .isSameAs(second.origin().annotator().orElseThrow());
    }

    @Test
    void ofALabelledImageItKeepsWhatSlicesAreMadeBy() {
        // Given
        byte[] bytes = "image".getBytes(StandardCharsets.UTF_8);
        LabelledImage image = new LabelledImage(
                ImageId.of(bytes),
                "cat",
                Optional.of(Split.HOLD_OUT),
                Optional.of("meadow 3"),
                Optional.of("ada"),
                true,
                URI.create("/" + "x".repeat(300)),
                Instant.parse("2026-11-22T10:15:30.999Z"),
                "image/png",
                new ImagePayload.Inline(bytes));

        // When
        LabelOrigin origin = LabelOrigin.of(image);

        // Then
        assertThat(origin)
                .isEqualTo(new LabelOrigin(
                        Optional.of("meadow 3"),
                        Optional.of("ada"),
                        "/" + "x".repeat(199),
                        Instant.parse("2026-11-22T10:15:30Z"),
                        true));
    }
}
