package io.hone.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Topics;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.doubt.Quarantined;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.TestFolders;
import io.hone.ingest.intake.ImageStream;
import io.hone.ingest.intake.ImageTurns;
import io.hone.ingest.quarantine.PuttingAside.Outcome;
import io.hone.ingest.record.EndOffsets;
import io.hone.ingest.record.RecordFeed;
import io.hone.ingest.record.Records;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.LocalStack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker. */
class PuttingAsideTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] BYTES = "an image".getBytes(StandardCharsets.US_ASCII);
    private static final ImageId ID = ImageId.of(BYTES);
    private static final int MOST = 2;

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final Map<String, Object> settings =
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers());
    private final KafkaClients kafka = new KafkaClients(settings);
    private final Meddler producer = new Meddler(settings);
    private final ImageStream stream = new ImageStream(producer, PATIENCE);
    private final Admin admin = kafka.admin(Map.of());
    private final QuarantineStore store = new QuarantineStore(TestFolders.fresh("quarantine-"));
    private RecordFeed feed;
    private Records records;
    private Quarantine quarantine;
    private PuttingAside puttingAside;

    /** Somebody who is quick: between the record for the quarantine and the removal from the stream there is another. */
    private static final class Meddler extends KafkaProducer<String, byte[]> {

        private Optional<ProducerRecord<String, byte[]>> next = Optional.empty();

        Meddler(Map<String, Object> settings) {
            super(new HashMap<>(settings), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent) {
            Optional<ProducerRecord<String, byte[]>> meddling = next;
            next = Optional.empty();
            Future<RecordMetadata> answer = super.send(sent);
            if (meddling.isPresent()) {
                var unused = super.send(meddling.get());
            }
            return answer;
        }
    }

    @BeforeEach
    void start() throws Exception {
        admin.createTopics(List.of(new NewTopic(Topics.labelledImages(model), 1, (short) 1)))
                .all()
                .get();
        records = new Records(
                TestFolders.fresh("records-"),
                consumer("earliest"),
                consumer("none"),
                kafka.admin(Map.of()),
                new Records.Timing(Duration.ofMillis(500), Duration.ofMillis(500), PATIENCE));
        feed = new RecordFeed(consumer("earliest"), store, Duration.ofMillis(500), Duration.ofMillis(500)).start();
        quarantine = new Quarantine(
                store,
                feed,
                new EndOffsets(admin, PATIENCE, Topics::quarantinedImages),
                records.reader(),
                records.view(),
                stream,
                PATIENCE);
        puttingAside = new PuttingAside(
                name -> new ModelSettings(name, 0.2, MONDAY),
                records.view(),
                records.reader(),
                new ImageTurns(PATIENCE),
                stream,
                new QuarantineTopics(kafka, 1 << 20),
                quarantine,
                MOST);
    }

    private Consumer<String, byte[]> consumer(String reset) {
        return kafka.consumer(Map.of("auto.offset.reset", reset, "max.poll.records", 1));
    }

    @AfterEach
    void close() {
        records.close();
        feed.close();
        store.close();
        admin.close();
        producer.close();
    }

    @Test
    void aDoubtedImageIsInQuarantineAsItWasAndNotInTheStream() throws Exception {
        // Given
        LabelledImage image = image(BYTES, "cat");
        long offset = send(image);

        // When
        Outcome outcome = puttingAside.of(doubt(image, offset));

        // Then
        assertThat(outcome).isEqualTo(Outcome.PUT_ASIDE);
        assertThat(last()).contains(new ImageEntry.Removed(ID));
        DoubtedImage doubted = quarantine.require(model, ID);
        assertThat(doubted.doubt()).isEqualTo(doubt(image, offset));
        assertThat(quarantine.read(model, doubted.image())).isEqualTo(image);
        assertThat(quarantine.list(model, each -> true, 0, 10)).containsExactly(doubted);

        // When the doubt is told again
        assertThat(puttingAside.of(doubt(image, offset))).isEqualTo(Outcome.OVERTAKEN);

        // Then
        assertThat(quarantine.require(model, ID)).isEqualTo(doubted);
    }

    @Test
    void whoDiesBetweenQuarantineAndStreamIsFollowedBySomebodyWhoFinishes() throws Exception {
        // Given: in both
        LabelledImage image = image(BYTES, "cat");
        long offset = send(image);
        new QuarantineTopics(kafka, 1 << 20).create(model);
        quarantine.put(model, new Quarantined(image, doubt(image, offset)));
        assertThat(records.view().find(model, ID)).isPresent();
        assertThat(quarantine.list(model, each -> true, 0, 10)).isEmpty();

        // When
        Outcome outcome = puttingAside.of(doubt(image, offset));

        // Then
        assertThat(outcome).isEqualTo(Outcome.PUT_ASIDE);
        assertThat(quarantine.list(model, each -> true, 0, 10)).hasSize(1);
        assertThat(quarantine.count(model)).isEqualTo(1);
        assertThat(last()).contains(new ImageEntry.Removed(ID));
    }

    @Test
    void aLabelThatWasCorrectedMeanwhileIsNotPutAside() throws Exception {
        // Given
        LabelledImage image = image(BYTES, "cat");
        long offset = send(image);
        LabelledImage corrected = image(BYTES, "dog");
        send(corrected);

        // When, Then
        assertThat(puttingAside.of(doubt(image, offset))).isEqualTo(Outcome.OVERTAKEN);
        assertThat(last()).contains(new ImageEntry.Labelled(corrected));
    }

    @Test
    void whatIsSentTheMomentBeforeItIsTakenOutIsPutBack() throws Exception {
        // Given
        LabelledImage image = image(BYTES, "cat");
        long offset = send(image);
        LabelledImage corrected = image(BYTES, "dog");
        producer.next = Optional.of(ImageRecords.labelled(model, corrected, "meddling"));

        // When
        Outcome outcome = puttingAside.of(doubt(image, offset));

        // Then
        assertThat(outcome).isEqualTo(Outcome.OVERTAKEN);
        assertThat(last()).contains(new ImageEntry.Labelled(corrected));
        assertThat(quarantine.find(model, ID)).isEmpty();
    }

    @Test
    void whatIsRemovedTheMomentBeforeItIsTakenOutIsNotInQuarantineEither() throws Exception {
        // Given
        LabelledImage image = image(BYTES, "cat");
        long offset = send(image);
        producer.next = Optional.of(ImageRecords.removed(model, ID));

        // When
        Outcome outcome = puttingAside.of(doubt(image, offset));

        // Then
        assertThat(outcome).isEqualTo(Outcome.OVERTAKEN);
        assertThat(last()).contains(new ImageEntry.Removed(ID));
        assertThat(quarantine.find(model, ID)).isEmpty();
    }

    @Test
    void aHoldOutImageStaysWhereItIs() throws Exception {
        // Given
        LabelledImage image = image(BYTES, "cat").withSplit(Split.HOLD_OUT);
        LabelledImage golden =
                image("another".getBytes(StandardCharsets.US_ASCII), "cat").marked();
        long offset = send(image);
        long goldenOffset = send(golden);

        // When, Then
        assertThat(puttingAside.of(doubt(image, offset))).isEqualTo(Outcome.HOLD_OUT);
        assertThat(puttingAside.of(doubt(golden, goldenOffset))).isEqualTo(Outcome.HOLD_OUT);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void aFullQuarantineTakesNoMoreUntilSomebodyHasDecided() throws Exception {
        // Given
        for (int i = 0; i < MOST; i++) {
            LabelledImage image = image(new byte[] {(byte) i}, "cat");
            assertThat(puttingAside.of(doubt(image, send(image)))).isEqualTo(Outcome.PUT_ASIDE);
        }
        LabelledImage image = image(BYTES, "cat");
        LabelDoubted doubt = doubt(image, send(image));

        // When, Then
        assertThat(puttingAside.of(doubt)).isEqualTo(Outcome.FULL);
        quarantine.forget(model, ImageId.of(new byte[] {0}));
        assertThat(puttingAside.of(doubt)).isEqualTo(Outcome.PUT_ASIDE);
        assertThat(quarantine.list(model, each -> true, 0, 10))
                .extracting(each -> each.image().id())
                .containsExactly(ImageId.of(new byte[] {1}), ID);
        assertThat(quarantine.list(model, each -> true, 1, 10)).hasSize(1);
        assertThat(quarantine.list(model, each -> true, 0, 1)).hasSize(1);
    }

    private LabelledImage image(byte[] bytes, String label) {
        return new LabelledImage(
                ImageId.of(bytes),
                label,
                Optional.of(Split.TRAINING),
                Optional.of("meadow 3"),
                Optional.of("ada"),
                URI.create("/test"),
                MONDAY,
                "image/png",
                new ImagePayload.Inline(bytes));
    }

    private LabelDoubted doubt(LabelledImage image, long offset) {
        return new LabelDoubted(model, MONDAY, image.id(), offset, image.label(), image.annotator(), "dog", 0.97, 1);
    }

    private long send(LabelledImage image) throws InterruptedException, ExecutionException {
        return producer.send(
                        ImageRecords.labelled(model, image, UUID.randomUUID().toString()))
                .get()
                .offset();
    }

    private Optional<ImageEntry> last() throws Exception {
        List<ImageEntry> entries = entries();
        return Optional.of(entries.get(entries.size() - 1));
    }

    private List<ImageEntry> entries() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.labelledImages(model), 0);
        List<ImageEntry> entries = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer("earliest")) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (var consumed : consumer.poll(Duration.ofSeconds(1))) {
                    entries.add(ImageRecords.read(consumed));
                }
            }
        }
        return entries;
    }
}
