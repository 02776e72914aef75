package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.TestFolders;
import io.hone.ingest.TestImages;
import io.hone.ingest.record.RecordFeed;
import io.hone.ingest.record.RecordStore;
import io.hone.ingest.record.RecordView;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.store.InMemoryObjectStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    private static final ModelName PLANTS = new ModelName("plants");
    private static final ModelSettings SETTINGS = new ModelSettings(PLANTS, 0.2, NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int INLINE_LIMIT = 5_000;

    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final RecordStore store = new RecordStore(TestFolders.fresh("records-"));
    private final Intake intake = new Intake(
            new KnownModels(IntakeTest::registered, PATIENCE, System::nanoTime),
            new DecodeMemory(new ImageDecoder(ImageLimits.DEFAULT), 1 << 20, PATIENCE),
            new ClaimCheck(bucket, INLINE_LIMIT),
            new ImageStream(kafka, PATIENCE),
            new RecordView(
                    store,
                    new RecordFeed(new MockConsumer<>("earliest"), store, PATIENCE, PATIENCE),
                    model -> 0,
                    PATIENCE),
            new LabelRules(model -> IntakeRules.DEFAULT, System::nanoTime),
            new ImageTurns(PATIENCE),
            new NothingAside(),
            URI.create("/test"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static ModelSettings registered(ModelName model) {
        if (!model.equals(PLANTS)) {
            throw new UnknownModelException(model);
        }
        return SETTINGS;
    }

    @Test
    void anImageIsAcceptedOnceItIsAcknowledged() throws Exception {
        // Given
        Ticket ticket = intake.send(SETTINGS, Labelling.of("cat", null, null, "hold-out", null), TestImages.png(1));
        assertThat(ticket.hasFailed()).isFalse();

        // When
        kafka.completeNext();
        Accepted accepted = ticket.await();

        // Then
        assertThat(accepted.id()).isEqualTo(ImageId.of(TestImages.png(1)));
        assertThat(accepted.split()).isEqualTo(Split.HOLD_OUT);
        assertThat(header("ce_time")).isEqualTo("2026-05-04T03:02:01Z");
        assertThat(header("ce_label")).isEqualTo("cat");
    }

    @Test
    void withoutAcknowledgementTheBrokerIsAway() throws Exception {
        // Given
        Ticket ticket = intake.send(SETTINGS, Labelling.of("cat", null, null, null, null), TestImages.png(1));

        // When
        kafka.errorNext(new TimeoutException("expired"));

        // Then
        assertThat(ticket.hasFailed()).isTrue();
        assertThatThrownBy(ticket::await)
                .isInstanceOf(BrokerAwayException.class)
                .hasMessageContaining("labelled-images.plants")
                .hasMessageContaining("within 1 s")
                .hasMessageContaining("expired");
    }

    @Test
    void whatCannotBeReadIsNeverSent() {
        // Given
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);

        // When / Then
        assertThatThrownBy(() -> intake.send(SETTINGS, Labelling.of("cat", null, null, null, null), text))
                .isInstanceOf(UnreadableImageException.class);
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void aLargeImageIsAtTheBucketBeforeItsRecordIsSent() throws Exception {
        // Given
        byte[] large = TestImages.png(64, 1);
        assertThat(large.length).isGreaterThan(INLINE_LIMIT);
        String key = ObjectKeys.image(PLANTS, ImageId.of(large));

        // When
        Ticket ticket = intake.send(SETTINGS, Labelling.of("cat", null, null, null, null), large);

        // Then
        assertThat(ticket.hasFailed()).isFalse();
        assertThat(bucket.read(key))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(large));
        assertThat(header("ce_dataref")).isEqualTo("s3://images/" + key);
        assertThat(kafka.history().get(0).value()).isEmpty();
    }

    @Test
    void theGroupDecidesTheSplit() throws Exception {
        // Given
        Labelling grouped = Labelling.of("cat", "patient-7", null, null, null);

        // When
        for (int seed = 0; seed < 10; seed++) {
            Ticket ticket = intake.send(SETTINGS, grouped, TestImages.png(seed));
            assertThat(ticket.hasFailed()).isFalse();
        }

        // Then
        assertThat(kafka.history().stream()
                        .map(sent -> header(sent, "ce_split"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRemovalOfAnUnknownModelIsRefused() {
        assertThatThrownBy(() -> intake.remove(new ModelName("nobody"), ImageId.of(new byte[] {1})))
                .isInstanceOf(UnknownModelException.class);
        assertThat(kafka.history()).isEmpty();
    }

    private String header(String name) {
        return header(kafka.history().get(0), name);
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return Optional.ofNullable(sent.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
