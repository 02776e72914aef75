package io.hone.feed;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.Move;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.version.VersionDraft;
import io.hone.stack.LocalStack;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A model with topics on the real broker, and a way to put images on them. */
final class TestModel implements AutoCloseable {

    static final int SIZE = 8;
    static final URI SOURCE = URI.create("/test");
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    final ModelName name = new ModelName("m" + UUID.randomUUID());
    final ObjectStore images = new InMemoryObjectStore();
    final ModelRegistry registry;
    final Map<String, Object> kafka =
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers());
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());

    TestModel() {
        this(new ModelRegistry(new InMemoryObjectStore()));
    }

    TestModel(ModelRegistry registry) {
        this.registry = registry;
    }

    TestModel createTopics() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.labelledImages(name), 1, (short) 1),
                            new NewTopic(Topics.deadLetters(name), 1, (short) 1)))
                    .all()
                    .get();
        }
        return this;
    }

    void deleteTopic() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(Topics.labelledImages(name), Topics.deadLetters(name)))
                    .all()
                    .get();
        }
    }

    TestModel register(Path folder) throws IOException {
        registry.claim(new ModelSettings(name, 0.5, NOW));
        registry.versions()
                .publish(VersionDraft.base(
                        name,
                        "registration",
                        NOW,
                        Files.writeString(folder.resolve("base.pt"), "weights"),
                        Classes.of("dark", "light"),
                        new Preprocessing(SIZE, SIZE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), ColourOrder.RGB),
                        "",
                        Map.of()));
        registry.champions()
                .append(new ChampionEntry(
                        name, 1, 1, Optional.empty(), NOW, Move.REGISTERED, "test", "registered", "registration"));
        return this;
    }

    /** A plain image of one colour: {@code shade} 0 to 255 tells it from others. */
    static byte[] png(int shade) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            image.setRGB(i % SIZE, i / SIZE, shade << 16 | shade << 8 | shade);
        }
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** Stripes of two shades, as wide as {@code stripe} pixels: something to see. */
    static byte[] striped(int stripe) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            image.setRGB(i % SIZE, i / SIZE, i % SIZE / stripe % 2 == 0 ? 0xC0C0C0 : 0x202020);
        }
        return encoded(image);
    }

    ImageId sendStriped(int stripe, String label, String group, Split split) {
        return send(striped(stripe), label, group, split);
    }

    void sendUnreadable(String group, Split split) {
        send("no image".getBytes(StandardCharsets.UTF_8), "dark", group, split);
    }

    private ImageId send(byte[] content, String label, String group, Split split) {
        send(ImageRecords.labelled(
                name,
                new LabelledImage(
                        ImageId.of(content),
                        label,
                        Optional.of(split),
                        Optional.of(group),
                        Optional.empty(),
                        SOURCE,
                        NOW,
                        "image/png",
                        new ImagePayload.Inline(content)),
                UUID.randomUUID().toString()));
        return ImageId.of(content);
    }

    ImageId send(int shade, String label, Split split) {
        byte[] png = png(shade);
        return send(ImageId.of(png), label, split, new ImagePayload.Inline(png));
    }

    /** One that was told more about than where it goes. */
    ImageId sendGolden(int shade, String label, String group, String annotator) {
        byte[] png = png(shade);
        send(ImageRecords.labelled(
                name,
                new LabelledImage(
                        ImageId.of(png),
                        label,
                        Optional.of(Split.HOLD_OUT),
                        Optional.of(group),
                        Optional.of(annotator),
                        true,
                        SOURCE,
                        NOW,
                        "image/png",
                        new ImagePayload.Inline(png)),
                UUID.randomUUID().toString()));
        return ImageId.of(png);
    }

    /** As a store has it that was sent by {@link #send(int, String, Split)}. */
    static StoredImage stored(ImageId id, String label, long offset) {
        return new StoredImage(
                id, label, offset, new LabelOrigin(Optional.empty(), Optional.empty(), SOURCE.toString(), NOW, false));
    }

    ImageId sendReference(int shade, String label, boolean uploaded) {
        byte[] png = png(shade);
        ImageId id = ImageId.of(png);
        String key = ObjectKeys.image(name, id);
        if (uploaded) {
            images.write(key, png, "image/png");
        }
        return send(id, label, Split.TRAINING, ImagePayload.Reference.to(ObjectKeys.IMAGES, key));
    }

    void sendReference(byte[] content, String bucket) {
        ImageId id = ImageId.of(content);
        String key = ObjectKeys.image(name, id);
        images.write(key, content, "image/png");
        send(id, "dark", Split.TRAINING, ImagePayload.Reference.to(bucket, key));
    }

    private ImageId send(ImageId id, String label, Split split, ImagePayload payload) {
        send(ImageRecords.labelled(
                name,
                new LabelledImage(
                        id,
                        label,
                        Optional.of(split),
                        Optional.empty(),
                        Optional.empty(),
                        SOURCE,
                        NOW,
                        "image/png",
                        payload),
                UUID.randomUUID().toString()));
        return id;
    }

    void remove(ImageId id) {
        send(ImageRecords.removed(name, id));
    }

    void send(ProducerRecord<String, byte[]> entry) {
        try {
            producer.send(entry).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
