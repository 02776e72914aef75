package io.hone.bench.push;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same files as the same records, with nothing between files and broker. */
final class BareProducer implements AutoCloseable {

    private static final URI SOURCE = URI.create("/bench");

    private final KafkaProducer<String, byte[]> producer;

    /** With the settings that the ingest service has. */
    BareProducer(Surroundings surroundings) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.kafka(),
                        "acks",
                        "all",
                        "linger.ms",
                        1,
                        "batch.size",
                        512 << 10,
                        "buffer.memory",
                        64L << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** From reading the first file to the last acknowledgement. */
    double seconds(ImageFiles files) throws IOException, InterruptedException {
        Queue<Future<RecordMetadata>> sent = new ArrayDeque<>(files.count());
        long start = System.nanoTime();
        for (Path file : files.files()) {
            sent.add(producer.send(ImageRecords.labelled(Surroundings.MODEL, image(file), file.toString())));
        }
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static LabelledImage image(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new LabelledImage(
                ImageId.of(bytes),
                file.getParent().getFileName().toString(),
                Optional.of(Split.TRAINING),
                Optional.empty(),
                Optional.empty(),
                SOURCE,
                Instant.now(),
                "image/png",
                new ImagePayload.Inline(bytes));
    }

    @Override
    public void close() {
        producer.close();
    }
}
