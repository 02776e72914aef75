package io.hone.ingest.record;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Single records out of the models' topics, by their offsets: one after the other, for any number of threads. */
public final class RecordReader implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * @param consumer of one record a poll, that begins nowhere by itself ({@code auto.offset.reset=none}); closed by
     *     the reader
     * @param patience how long a record may take, and how long it is waited for one's turn
     */
    public RecordReader(Consumer<String, byte[]> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
    }

    /**
     * The image as its record has it; empty if the record is there no more.
     *
     * @throws NotYetException if too many others want records
     * @throws BrokerAwayException if no broker gives it in time
     */
    public Optional<LabelledImage> read(ModelName model, KnownImage image) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotYetException("too many images are corrected at the same time: none was done within %d s"
                        .formatted(patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYetException("interrupted while waiting for one's turn");
        }
        try {
            return fetch(new TopicPartition(Topics.labelledImages(model), 0), image.offset())
                    .flatMap(RecordReader::image)
                    .filter(read -> read.id().equals(image.id()));
        } finally {
            lock.unlock();
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> fetch(TopicPartition partition, long offset) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            while (System.nanoTime() < deadline) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
                for (ConsumerRecord<String, byte[]> record : records) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
                if (consumer.position(partition) > offset) {
                    return Optional.empty();
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } finally {
            consumer.unsubscribe();
        }
        throw new BrokerAwayException(
                "no broker has given record %d of topic '%s' within %d s: Kafka is away"
                        .formatted(offset, partition.topic(), patience.toSeconds()),
                null);
    }

    private static Optional<LabelledImage> image(ConsumerRecord<String, byte[]> record) {
        try {
            return ImageRecords.read(record) instanceof ImageEntry.Labelled labelled
                    ? Optional.of(labelled.image())
                    : Optional.empty();
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            consumer.close();
        } finally {
            lock.unlock();
        }
    }
}
