package io.hone.ingest;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.Move;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.VersionDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A registered model with its topic, and a look into that. */
public final class TestModel {

    public static final double HOLD_OUT_FRACTION = 0.5;

    private final ModelName name;
    private final KafkaClients kafka;

    private TestModel(ModelName name, KafkaClients kafka) {
        this.name = name;
        this.kafka = kafka;
    }

    public static TestModel registered(ModelRegistry registry, KafkaClients kafka) {
        ModelName name = new ModelName("m-" + UUID.randomUUID().toString().substring(0, 8));
        registry.claim(new ModelSettings(name, HOLD_OUT_FRACTION, Instant.now()));
        Manifest manifest = registry.versions().publish(draft(name));
        registry.champions()
                .append(new ChampionEntry(
                        name,
                        1,
                        manifest.version(),
                        Optional.empty(),
                        Instant.now(),
                        Move.REGISTERED,
                        "test",
                        "registered",
                        "test"));
        TestModel model = new TestModel(name, kafka);
        model.createTopics();
        return model;
    }

    private static VersionDraft draft(ModelName name) {
        try {
            Path file = Files.write(Files.createTempFile(Path.of("target"), "model-", ".pt"), new byte[] {1, 2, 3});
            List<Float> thirds = List.of(0.5f, 0.5f, 0.5f);
            return VersionDraft.base(
                    name,
                    "test",
                    Instant.now(),
                    file,
                    Classes.of("cat", "dog"),
                    new Preprocessing(32, 32, thirds, thirds, ColourOrder.RGB),
                    "engine=PyTorch",
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the topic of its dead letters, as registration makes it: without that, readers of all models wait for it. */
    private void createTopics() {
        try (Admin admin = kafka.admin(Map.of())) {
            NewTopic topic = new NewTopic(topic(), 1, (short) 1)
                    .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", String.valueOf(2 << 20)));
            admin.createTopics(List.of(topic, new NewTopic(Topics.deadLetters(name), 1, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    public ModelName name() {
        return name;
    }

    public String topic() {
        return Topics.labelledImages(name);
    }

    public String path() {
        return "/v1/models/" + name + "/images";
    }

    /** All records of the topic, in order. */
    public List<ConsumerRecord<String, byte[]>> records() {
        TopicPartition partition = new TopicPartition(topic(), 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }

    /** All entries of the topic, as any reader sees them. */
    public List<ImageEntry> entries() {
        return records().stream().map(TestModel::entry).toList();
    }

    private static ImageEntry entry(ConsumerRecord<String, byte[]> consumed) {
        try {
            return ImageRecords.read(consumed);
        } catch (MalformedRecordException e) {
            throw new AssertionError("record does not follow the contract", e);
        }
    }
}
