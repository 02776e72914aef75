package io.hone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedListener;
import io.hone.feed.FeedSettings;
import io.hone.feed.ImageFeed;
import io.hone.feed.SinkOpener;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.registry.store.S3ObjectStore;
import io.hone.stack.LocalStack;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.StoredImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stock client sends, Hone's own readers take. */
class ImageProducerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers());

    @TempDir
    private Path folder;

    private Registered registered;
    private ModelName model;
    private KafkaProducer<String, byte[]> kafka;
    private ImageProducer producer;

    @BeforeEach
    void register() throws Exception {
        registered = new Registered("base");
        registered.claim();
        model = registered.model;
        try (Admin admin = Admin.create(KAFKA)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.labelledImages(model), 1, (short) 1),
                            new NewTopic(Topics.deadLetters(model), 1, (short) 1)))
                    .all()
                    .get();
        }
        kafka = new KafkaProducer<>(KAFKA, new StringSerializer(), new ByteArraySerializer());
        producer = new ImageProducer(kafka, registered.bucket(), model.value(), URI.create("/nightly-export"));
    }

    @AfterEach
    void close() throws Exception {
        kafka.close();
        registered.close();
        try (Admin admin = Admin.create(KAFKA)) {
            admin.deleteTopics(List.of(Topics.labelledImages(model), Topics.deadLetters(model)))
                    .all()
                    .get();
        }
    }

    @Test
    void whatAStockClientSendsIsTakenIn() throws Exception {
        // Given
        byte[] small = png(8, 1);
        byte[] large = png(640, 2);
        byte[] asLargeAsABareClientsRecord = Arrays.copyOf(png(500, 4), 1 << 20);
        byte[] takenBack = png(8, 3);
        producer.send(
                        small,
                        "image/png",
                        Map.of("label", "red", "split", "training", "group", "b 1", "annotator", "Zoë"))
                .get();
        producer.send(large, "image/png", Map.of("label", "green", "split", "training"))
                .get();
        producer.send(asLargeAsABareClientsRecord, "image/png", Map.of("label", "green", "split", "training"))
                .get();
        producer.send(takenBack, "image/png", Map.of("label", "blue", "split", "training"))
                .get();
        producer.remove(takenBack).get();

        // When
        try (ImageFeed<ImageStore> feed = feed()) {
            ImageStore store = storeAt(feed, 5);

            // Then
            assertThat(large.length).isGreaterThan(1 << 20);
            assertThat(store.countByLabel()).isEqualTo(Map.of("red", 1, "green", 2));
            StoredImage stored = store.find(ImageId.of(small)).orElseThrow();
            assertThat(stored.origin().group()).contains("b 1");
            assertThat(stored.origin().annotator()).contains("Zoë");
            assertThat(stored.origin().source()).isEqualTo("/nightly-export");
        }
    }

    @Test
    void whatBreaksTheContractBecomesADeadLetterAndStopsNothing() throws Exception {
        // Given a record without label, and one whose key is not its image's digest
        byte[] image = png(8, 1);
        producer.send(image, "image/png", Map.of("split", "training")).get();
        kafka.send(new ProducerRecord<>(Topics.labelledImages(model), "photo-1", image))
                .get();
        producer.send(image, "image/png", Map.of("label", "red", "split", "training"))
                .get();

        // When
        try (ImageFeed<ImageStore> feed = feed()) {
            ImageStore store = storeAt(feed, 3);

            // Then
            assertThat(store.countByLabel()).isEqualTo(Map.of("red", 1));
            List<ConsumerRecord<String, byte[]>> letters = deadLetters(2);
            assertThat(letters)
                    .extracting(ImageProducerTest::reason)
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("ce_label is missing"),
                            reason -> assertThat(reason).contains("photo-1"));
            assertThat(letters.get(1).value()).isEqualTo(image);
        }
    }

    private ImageFeed<ImageStore> feed() {
        ImageFeed<ImageStore> feed = new ImageFeed<>(
                new FeedSettings(
                        "reader-of-" + model,
                        Set.of(Split.TRAINING),
                        false,
                        folder,
                        true,
                        true,
                        Duration.ofMillis(200),
                        Duration.ofMillis(500)),
                SinkOpener.IMAGE_STORES,
                KAFKA,
                registered.registry(),
                new S3ObjectStore(registered.bucket(), "images"),
                new ImageDecoder(new ImageLimits(4 << 20, 1 << 20)),
                new Unheard(),
                Clock.systemUTC());
        feed.start();
        return feed;
    }

    private ImageStore storeAt(ImageFeed<ImageStore> feed, long nextOffset) {
        await().atMost(PATIENCE).until(() -> feed.store(model)
                .filter(store -> store.nextOffset() >= nextOffset)
                .isPresent());
        return feed.store(model).orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int count) {
        TopicPartition partition = new TopicPartition(Topics.deadLetters(model), 0);
        try (var consumer = new KafkaConsumer<>(KAFKA, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return letters.size() >= count;
            });
            return letters;
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(
                letter.headers()
                        .lastHeader("__connect.errors.exception.message")
                        .value(),
                StandardCharsets.UTF_8);
    }

    /** Noise, so that it cannot be compressed. */
    private static byte[] png(int side, long seed) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static final class Unheard implements FeedListener<ImageStore> {
        @Override
        public void assigned(ModelName model, ImageStore store) {}

        @Override
        public void applied(ModelName model, ImageStore store) {}

        @Override
        public void revoked(ModelName model) {}
    }
}
