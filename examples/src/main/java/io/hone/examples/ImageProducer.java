package io.hone.examples;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Puts labelled images into a model's stream by a stock Kafka client. The record is described in docs/feeds/kafka.md: a
 * CloudEvent in Kafka's binary mode, by hand, as a client in any language writes it.
 */
public final class ImageProducer {

    /**
     * Bytes. What is larger goes to the bucket, and the record says where. Clients send no record of more than 1 MB, key and
     * headers included, unless they are told to (max.request.size, message.max.bytes).
     */
    private static final int INLINE_LIMIT = 900_000;

    private static final byte[] NOTHING = {};

    private final Producer<String, byte[]> producer;
    private final MinioClient bucket;
    private final String model;
    private final URI source;

    /**
     * @param producer with acks=all
     * @param bucket for large images
     * @param source who produces, as a URI reference such as {@code /nightly-export}
     */
    public ImageProducer(Producer<String, byte[]> producer, MinioClient bucket, String model, URI source) {
        this.producer = producer;
        this.bucket = bucket;
        this.model = model;
        this.source = source;
    }

    /**
     * The image is in the stream when the future says so. The same image again, with another label, replaces the first.
     *
     * @param said {@code label}, and where wished {@code group}, {@code annotator}, {@code split} (training or hold-out)
     */
    public Future<RecordMetadata> send(byte[] image, String contentType, Map<String, String> said)
            throws MinioException {
        String id = id(image);
        boolean large = image.length > INLINE_LIMIT;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic(), id, large ? NOTHING : image);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_type", "io.hone.image.labelled.v1");
        header(record, "ce_source", source.toString());
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_time", Instant.now().toString());
        header(record, "content-type", contentType);
        said.forEach((name, value) -> header(record, "ce_" + name, value));
        if (large) {
            header(record, "ce_dataref", checkIn(id, image, contentType));
        }
        return producer.send(record);
    }

    /** Before its record: whoever reads the record finds the image. */
    private String checkIn(String id, byte[] image, String contentType) throws MinioException {
        String key = model + "/" + id;
        bucket.putObject(PutObjectArgs.builder().bucket("images").object(key).contentType(contentType).stream(
                        new ByteArrayInputStream(image), (long) image.length, -1L)
                .build());
        return "s3://images/" + key;
    }

    /** A null value takes the image out, of training and hold-out alike. */
    public Future<RecordMetadata> remove(byte[] image) {
        return producer.send(new ProducerRecord<>(topic(), id(image), null));
    }

    private String topic() {
        return "labelled-images." + model;
    }

    /** The SHA-256 of the encoded image, in lower-case hexadecimal digits. */
    private static String id(byte[] image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
