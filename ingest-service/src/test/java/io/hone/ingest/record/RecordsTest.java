package io.hone.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Topics;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelHistory;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.TestFolders;
import io.hone.ingest.record.Records.Timing;
import io.hone.stack.LocalStack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final byte[] BYTES = "an image".getBytes(StandardCharsets.US_ASCII);
    private static final ImageId ID = ImageId.of(BYTES);

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers());
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    private final Path directory = TestFolders.fresh("records-");

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(Topics.labelledImages(model), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void closeProducer() {
        producer.close();
    }

    @Test
    void theStreamIsReadToItsEndBeforeAnythingIsSaid() throws Exception {
        try (Records records = open(directory)) {
            // Given what others write straight into the topic, of which nothing was ever said here
            for (int i = 0; i < 50; i++) {
                send(image("label " + i, i));

                // When
                Optional<KnownImage> known = records.view().find(model, ID);

                // Then
                assertThat(known).map(image -> image.holds().label()).contains("label " + i);
            }
            assertThat(records.view().find(model, ID).orElseThrow().history().labels())
                    .hasSize(LabelHistory.MOST);
        }
    }

    @Test
    void whatIsKnownOutlivesTheProcess() throws Exception {
        // Given
        send(image("cat", 0));
        try (Records records = open(directory)) {
            assertThat(records.view().find(model, ID)).isPresent();
        }
        send(image("dog", 1));
        send(new ProducerRecord<>(Topics.labelledImages(model), "no id", BYTES));
        send(image("cow", 2));

        // When
        try (Records records = open(directory)) {
            KnownImage known = records.view().find(model, ID).orElseThrow();

            // Then
            assertThat(known.offset()).isEqualTo(3);
            assertThat(known.history().labels()).extracting(GivenLabel::label).containsExactly("cat", "dog", "cow");
        }
    }

    @Test
    void aLostDiskIsFilledAgainAndTheRecordTellsWhatItsForerunnersSaid() throws Exception {
        // Given that the topic has forgotten all but the last record
        GivenLabel first = new GivenLabel("cat", MONDAY, Optional.of("ada"), Optional.of("17"));
        LabelledImage image = image("dog", 1);
        send(image.labelled(image.given(), LabelHistory.of(first).and(image.given())));

        // When
        try (Records records = open(directory)) {
            KnownImage known = records.view().find(model, ID).orElseThrow();

            // Then
            assertThat(known.history().labels()).extracting(GivenLabel::label).containsExactly("cat", "dog");
            assertThat(records.view().annotated(model, "17")).contains(ID);
        }
    }

    @Test
    void aGoldenImageIsGoldenUntilItIsTakenOut() throws Exception {
        try (Records records = open(directory)) {
            // Given
            send(image("cat", 0).marked());

            // When
            send(image("dog", 1));

            // Then
            KnownImage known = records.view().find(model, ID).orElseThrow();
            assertThat(known.golden()).isTrue();
            assertThat(known.split()).contains(Split.HOLD_OUT);

            // When
            send(ImageRecords.removed(model, ID));
            assertThat(records.view().find(model, ID)).isEmpty();
            send(image("cow", 2));

            // Then
            known = records.view().find(model, ID).orElseThrow();
            assertThat(known.golden()).isFalse();
            assertThat(known.history().labels()).hasSize(1);
        }
    }

    @Test
    void aStoreOfAnotherTopicIsForgotten() throws Exception {
        // Given
        send(image("cat", 0));
        send(image("dog", 1));
        try (Records records = open(directory)) {
            assertThat(records.view().find(model, ID)).isPresent();
        }
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(Topics.labelledImages(model))).all().get();
        }
        createTopic();

        // When
        try (Records records = open(directory)) {

            // Then
            assertThat(records.view().find(model, ID)).isEmpty();
        }
    }

    @Test
    void theRecordIsReadThatHoldsTheImage() throws Exception {
        // Given
        send(image("cat", 0));
        LabelledImage sent = image("dog", 1);
        send(sent);
        send(image("cow", 2));

        try (Records records = open(directory)) {
            KnownImage last = records.view().find(model, ID).orElseThrow();

            // When, Then
            assertThat(records.reader().read(model, last.relabelled(last.holds(), last.history(), 1)))
                    .contains(sent);
            assertThat(records.reader().read(model, last.relabelled(last.holds(), last.history(), 9)))
                    .as("beyond the end")
                    .isEmpty();
            assertThat(records.reader().read(model, last))
                    .map(LabelledImage::label)
                    .contains("cow");
        }
    }

    @Test
    void twoProcessesMustNotShareAFolder() {
        try (Records first = open(directory)) {
            assertThat(first.view().glance(model, ID)).isEmpty();
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(RecordStoreException.class)
                    .hasMessageContaining("HONE_DATA");
        }
    }

    private Records open(Path folder) {
        return new Records(
                folder,
                consumer(Map.of("auto.offset.reset", "earliest")),
                consumer(Map.of("auto.offset.reset", "none", "max.poll.records", 1)),
                Admin.create(kafka),
                new Timing(Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofSeconds(30)));
    }

    private Consumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(more);
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static LabelledImage image(String label, int minute) {
        return new LabelledImage(
                ID,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.of("ada"),
                URI.create("/test"),
                MONDAY.plusSeconds(60L * minute),
                "image/png",
                new ImagePayload.Inline(BYTES));
    }

    private void send(LabelledImage image) throws Exception {
        send(ImageRecords.labelled(model, image, UUID.randomUUID().toString()));
    }

    private void send(ProducerRecord<String, byte[]> record) throws Exception {
        producer.send(record).get();
    }
}
