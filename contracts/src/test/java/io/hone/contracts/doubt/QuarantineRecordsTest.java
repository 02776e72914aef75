package io.hone.contracts.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.GoldenRecord;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineRecordsTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final byte[] BYTES = "not really a PNG".getBytes(StandardCharsets.US_ASCII);
    private static final ImageId ID = ImageId.of(BYTES);

    private static Quarantined quarantined() {
        LabelledImage image = new LabelledImage(
                ID,
                "Gänseblümchen",
                Optional.of(Split.TRAINING),
                Optional.of("meadow 3"),
                Optional.of("ada"),
                URI.create("/ingest"),
                Instant.parse("2026-11-22T10:15:30.123Z"),
                "image/png",
                new ImagePayload.Inline(BYTES));
        LabelDoubted doubt = new LabelDoubted(
                MODEL,
                Instant.parse("2026-11-22T10:16:00Z"),
                ID,
                4711,
                "Gänseblümchen",
                Optional.of("ada"),
                "Margerite",
                0.97,
                3);
        return new Quarantined(image, doubt);
    }

    @Test
    void anImageThatWasPutAsideIsWrittenAndReadAsTheGoldenFileSays() throws MalformedRecordException {
        // When
        String written = GoldenRecord.describe(QuarantineRecords.write(MODEL, quarantined(), "event-1"));

        // Then
        assertThat(written).isEqualTo(GoldenRecord.read("image-quarantined.txt"));
        assertThat(QuarantineRecords.read(GoldenRecord.consumed(written))).contains(quarantined());
    }

    @Test
    void oneThatLiesThereNoMoreIsWrittenAndReadAsTheGoldenFileSays() throws MalformedRecordException {
        // When
        String written = GoldenRecord.describe(QuarantineRecords.gone(MODEL, ID));

        // Then
        assertThat(written).isEqualTo(GoldenRecord.read("image-quarantined-gone.txt"));
        assertThat(QuarantineRecords.read(GoldenRecord.consumed(written))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            header ce_doubt {  | header other {  | ce_doubt is missing
            header ce_doubt {  | header ce_doubt [ | ce_doubt
            "confidence":0.97  | "confidence":2  | confidence is 2.0, must be between 0.0 and 1.0
            "image":"9d243875c | "image":"0d243875c | must be about '9d243875c
            """)
    void whatBreaksTheContractIsRefusedWithTheReason(String part, String instead, String reason) {
        // Given
        String golden = GoldenRecord.read("image-quarantined.txt");
        String broken = golden.replace(part, instead);
        assertThat(broken).isNotEqualTo(golden);

        // When, Then
        assertThatThrownBy(() -> QuarantineRecords.read(GoldenRecord.consumed(broken)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(reason);
    }
}
