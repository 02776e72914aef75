package io.hone.trainer;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.Json;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.Move;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.S3ObjectStore;
import io.hone.registry.version.VersionDraft;
import io.hone.stack.LocalStack;
import io.hone.stack.S3Endpoint;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The sample base, registered on the real stack, and sample images to send to it. */
public final class SampleModel implements AutoCloseable {

    private static final Path SAMPLES = Path.of("..", "samples");

    public final ModelName name = new ModelName("m" + UUID.randomUUID());
    public final ModelRegistry registry = new ModelRegistry(bucket(ObjectKeys.MODELS));
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers());
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    private final ZipFile zip;
    private final Iterator<? extends ZipEntry> images;

    private SampleModel() throws IOException {
        zip = new ZipFile(SAMPLES.resolve("stream.zip").toFile());
        images = zip.stream().iterator();
    }

    public static SampleModel register() throws IOException, InterruptedException {
        SampleModel model = new SampleModel();
        model.createTopics();
        model.claimAndPublish();
        return model;
    }

    /** Nobody reads its images, for there is no topic. */
    public static SampleModel unfed() throws IOException {
        SampleModel model = new SampleModel();
        model.claimAndPublish();
        return model;
    }

    private static S3ObjectStore bucket(String name) {
        S3Endpoint s3 = LocalStack.shared().s3();
        return new S3ObjectStore(
                MinioClient.builder()
                        .endpoint(s3.endpoint().toString())
                        .region("us-east-1")
                        .credentials(s3.accessKey(), s3.secretKey())
                        .build(),
                name);
    }

    private void createTopics() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            for (String topic : List.of(
                    Topics.labelledImages(name),
                    Topics.deadLetters(name),
                    Topics.TRAINING_RUNS,
                    Topics.CANDIDATES,
                    Topics.DRIFT)) {
                createTopic(admin, topic);
            }
        }
    }

    /** The topics of events are shared by all models of the stack. */
    private static void createTopic(Admin admin, String topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void claimAndPublish() throws IOException {
        registry.claim(new ModelSettings(name, 0.2, Instant.now()));
        registry.versions()
                .publish(VersionDraft.base(
                        name,
                        "registration",
                        Instant.now(),
                        SAMPLES.resolve("base/model.pt"),
                        Classes.fromSynset(Files.readString(SAMPLES.resolve("base/synset.txt"))),
                        Json.read(Files.readAllBytes(SAMPLES.resolve("base/preprocessing.json")), Preprocessing.class),
                        "engine=PyTorch\n",
                        Map.of()));
        registry.champions()
                .append(new ChampionEntry(
                        name, 1, 1, Optional.empty(), Instant.now(), Move.REGISTERED, "test", "registered", "test"));
    }

    /** Sends so many sample images that have not been sent before, for training. */
    public void send(int count) throws IOException {
        List<Future<?>> sent = new ArrayList<>();
        while (sent.size() < count) {
            ZipEntry entry = images.next();
            if (!entry.isDirectory()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    sent.add(producer.send(record(entry.getName(), in.readAllBytes())));
                }
            }
        }
        producer.flush();
    }

    /** Sends the first so many sample images of a class that the base does not know. */
    public void sendNewClass(String label, int count) throws IOException {
        try (ZipFile newClasses = new ZipFile(SAMPLES.resolve("new-classes.zip").toFile())) {
            List<? extends ZipEntry> entries = newClasses.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(label + "/"))
                    .limit(count)
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = newClasses.getInputStream(entry)) {
                    var unused = producer.send(record(entry.getName(), in.readAllBytes()));
                }
            }
        }
        producer.flush();
    }

    private ProducerRecord<String, byte[]> record(String path, byte[] image) {
        return ImageRecords.labelled(
                name,
                new LabelledImage(
                        ImageId.of(image),
                        path.substring(0, path.indexOf('/')),
                        Optional.of(Split.TRAINING),
                        Optional.empty(),
                        Optional.empty(),
                        URI.create("/test"),
                        Instant.now(),
                        "image/jpeg",
                        new ImagePayload.Inline(image)),
                path);
    }

    /** As another service would. */
    public void tell(HoneEvent event) {
        var unused = producer.send(EventRecords.write(event, URI.create("/test"), name + "-" + event.at()));
        producer.flush();
    }

    /** This model's events on a topic so far. */
    public List<HoneEvent> events(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<HoneEvent> events = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (var consumed : consumer.poll(Duration.ofMillis(200))) {
                    HoneEvent event = EventRecords.read(consumed);
                    if (event.model().equals(name)) {
                        events.add(event);
                    }
                }
            }
            return events;
        } catch (MalformedRecordException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        producer.close();
        zip.close();
    }
}
