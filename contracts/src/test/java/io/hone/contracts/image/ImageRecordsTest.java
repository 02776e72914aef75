package io.hone.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.GoldenRecord;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRecordsTest {

    @Test
    void anInlineImageIsWrittenAsTheGoldenFileSays() {
        // Given
        LabelledImage image = Examples.inline();

        // When
        ProducerRecord<String, byte[]> written = ImageRecords.labelled(Examples.MODEL, image, "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-inline.txt"));
    }

    @Test
    void aReferencedImageIsWrittenAsTheGoldenFileSays() {
        // Given
        LabelledImage image = Examples.referenced();

        // When
        ProducerRecord<String, byte[]> written = ImageRecords.labelled(Examples.MODEL, image, "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-referenced.txt"));
    }

    @Test
    void aGoldenImageIsWrittenAsTheGoldenFileSays() {
        // Given
        LabelledImage image = Examples.golden();

        // When
        ProducerRecord<String, byte[]> written = ImageRecords.labelled(Examples.MODEL, image, "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-golden.txt"));
    }

    @Test
    void aCorrectedImageIsWrittenAsTheGoldenFileSays() {
        // Given
        LabelledImage image = Examples.corrected();

        // When
        ProducerRecord<String, byte[]> written = ImageRecords.labelled(Examples.MODEL, image, "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-corrected.txt"));
    }

    @Test
    void anImageWhoseLabelWasReviewedIsWrittenAndReadAsTheGoldenFileSays() throws MalformedRecordException {
        // Given
        LabelledImage image = Examples.inline().asReviewed();

        // When
        ProducerRecord<String, byte[]> written = ImageRecords.labelled(Examples.MODEL, image, "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-reviewed.txt"));
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-reviewed.txt"))))
                .isEqualTo(new ImageEntry.Labelled(image));
    }

    @Test
    void aRemovalIsWrittenAsTheGoldenFileSays() {
        // When
        ProducerRecord<String, byte[]> written = ImageRecords.removed(Examples.MODEL, Examples.ID);

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read("image-removed.txt"));
    }

    @Test
    void theGoldenFilesAreRead() throws MalformedRecordException {
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-inline.txt"))))
                .isEqualTo(new ImageEntry.Labelled(Examples.inline()));
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-referenced.txt"))))
                .isEqualTo(new ImageEntry.Labelled(Examples.referenced()));
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-golden.txt"))))
                .isEqualTo(new ImageEntry.Labelled(Examples.golden()));
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-corrected.txt"))))
                .isEqualTo(new ImageEntry.Labelled(Examples.corrected()));
        assertThat(ImageRecords.read(GoldenRecord.consumed(GoldenRecord.read("image-removed.txt"))))
                .isEqualTo(new ImageEntry.Removed(Examples.ID));
    }

    @Test
    void theLeastThatAnyoneMustWriteIsRead() throws MalformedRecordException {
        // Given: no split, group, annotator, as the smallest producer in another language would write it
        ConsumerRecord<String, byte[]> consumed = GoldenRecord.consumed(GoldenRecord.read("image-minimal.txt"));

        // When
        ImageEntry entry = ImageRecords.read(consumed);

        // Then
        LabelledImage image = ((ImageEntry.Labelled) entry).image();
        assertThat(image.label()).isEqualTo("daisy");
        assertThat(image.split()).isEmpty();
        assertThat(image.group()).isEmpty();
        assertThat(image.golden()).isFalse();
        assertThat(image.payload()).isEqualTo(new ImagePayload.Inline(Examples.BYTES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    header ce_label Gänseblümchen                 |                                  | ce_label is missing
                    header ce_split training                      | header ce_split sometimes        | split is 'sometimes', must be one of training, hold-out
                    header ce_type io.hone.image.labelled.v1      | header ce_type somebody.elses.v1 | ce_type is 'somebody.elses.v1'
                    header ce_time 2026-11-22T10:15:30.123Z       |                                  | ce_time is missing
                    value not really a PNG                        | value another image              | but the SHA-256 of the image's bytes is
                    key <id>                                      | key XX                           | image id is 'XX
                    header ce_annotator ada                       | header ce_golden true            | golden is 'true' with split 'training', must be with split 'hold-out'
                    header ce_annotator ada                       | header ce_golden yes             | ce_golden is 'yes', must be 'true' or 'false'
                    header ce_annotator ada                       | header ce_reviewed maybe         | ce_reviewed is 'maybe', must be 'true' or 'false'
                    header ce_annotator ada                       | header ce_labelhistory {}        | label history is no JSON array of labels
                    header ce_annotator ada                       | header ce_labelhistory [{"at":"2026-11-22T10:15:30Z"}] | label is missing
                    header ce_id event-1                          |                                  | header ce_id is missing
                    header ce_source /ingest                      |                                  | header ce_source is missing
                    header ce_specversion 1.0                     |                                  | header ce_specversion is missing
                    header ce_type io.hone.image.labelled.v1      |                                  | header ce_type is missing
                    """)
    void whatBreaksTheContractIsRefusedWithTheReason(String line, String instead, String reason) {
        // Given
        String golden = GoldenRecord.read("image-inline.txt");
        String broken =
                golden.replace(line.startsWith("key") ? "key " + Examples.ID : line, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(golden);

        // When, Then
        assertThatThrownBy(() -> ImageRecords.read(GoldenRecord.consumed(
                        broken.lines().filter(kept -> !kept.isBlank()).reduce("", (a, b) -> a + b + "\n"))))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aRecordThatIsNoCloudEventIsRefused() {
        // Given
        ConsumerRecord<String, byte[]> plain = GoldenRecord.consumed(
                Topics.labelledImages(Examples.MODEL),
                Examples.ID.value(),
                "bytes".getBytes(StandardCharsets.UTF_8),
                new RecordHeaders());

        // When, Then
        assertThatThrownBy(() -> ImageRecords.read(plain))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("header ce_specversion is missing");
    }

    @Test
    void aRecordWithoutKeyIsRefused() {
        // Given
        ConsumerRecord<String, byte[]> keyless =
                GoldenRecord.consumed(Topics.labelledImages(Examples.MODEL), null, null, new RecordHeaders());

        // When, Then
        assertThatThrownBy(() -> ImageRecords.read(keyless))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("record key is missing, must be the image id");
    }
}
