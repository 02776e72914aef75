package io.hone.ingest.record;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
        return read(Topics.labelledImages(model), image.offset())
                .flatMap(RecordReader::image)
                .filter(read -> read.id().equals(image.id()));
    }

    /** A record of a topic of one partition; empty if it is there no more. Throws as {@link #read}. */
    public Optional<ConsumerRecord<String, byte[]>> read(String topic, long offset) {
        return inTurn(() -> fetch(new TopicPartition(topic, 0), offset));
    }

    /**
     * What a model's stream says last about an image between two offsets; empty if it says nothing there. Throws as {@link
     * #read}.
     *
     * @param to the first record that is not asked
     */
    public Optional<ImageEntry> last(ModelName model, ImageId id, long from, long to) {
        return inTurn(() -> search(new TopicPartition(Topics.labelledImages(model), 0), id, from, to))
                .flatMap(RecordReader::entry);
    }

    private <T> T inTurn(Supplier<T> reading) {
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
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> search(TopicPartition partition, ImageId id, long from, long to) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<ConsumerRecord<String, byte[]>> last = Optional.empty();
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < to) {
                if (System.nanoTime() > deadline) {
                    throw away(partition, from);
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (record.offset() < to && id.value().equals(record.key())) {
                        last = Optional.of(record);
                    }
                }
            }
            return last;
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } finally {
            consumer.unsubscribe();
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
        throw away(partition, offset);
    }

    private BrokerAwayException away(TopicPartition partition, long offset) {
        return new BrokerAwayException(
                "no broker has given record %d of topic '%s' within %d s: Kafka is away"
                        .formatted(offset, partition.topic(), patience.toSeconds()),
                null);
    }

    private static Optional<LabelledImage> image(ConsumerRecord<String, byte[]> record) {
        return entry(record)
                .filter(ImageEntry.Labelled.class::isInstance)
                .map(ImageEntry.Labelled.class::cast)
                .map(ImageEntry.Labelled::image);
    }

    private static Optional<ImageEntry> entry(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(ImageRecords.read(record));
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
