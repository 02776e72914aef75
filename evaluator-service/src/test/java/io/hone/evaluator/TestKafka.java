package io.hone.evaluator;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.Topics;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.LocalStack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The real broker, and what other services would tell it. */
public final class TestKafka {

    private static final URI SOURCE = URI.create("/test");

    private TestKafka() {}

    public static KafkaClients clients() {
        return new KafkaClients(
                Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers()));
    }

    public static RecordMetadata send(ModelName model, byte[] image, String label, Split split, Instant labelledAt) {
        ImageId id = ImageId.of(image);
        return send(ImageRecords.labelled(
                model,
                new LabelledImage(
                        id,
                        label,
                        Optional.of(split),
                        Optional.empty(),
                        Optional.empty(),
                        SOURCE,
                        labelledAt,
                        "image/png",
                        new ImagePayload.Inline(image)),
                id.value()));
    }

    public static RecordMetadata remove(ModelName model, ImageId image) {
        return send(ImageRecords.removed(model, image));
    }

    public static RecordMetadata send(HoneEvent event, String id) {
        return send(EventRecords.write(event, SOURCE, id));
    }

    /** @param json null takes it away again */
    public static void deadLetter(String id, String json) {
        send(new ProducerRecord<>(
                Topics.WEBHOOK_DEAD_LETTERS, 0, id, json == null ? null : json.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordMetadata send(ProducerRecord<String, byte[]> told) {
        try (Producer<String, byte[]> producer = clients().producer(Map.of())) {
            return producer.send(told).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
