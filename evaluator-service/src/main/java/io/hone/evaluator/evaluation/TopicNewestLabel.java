package io.hone.evaluator.evaluation;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageRecords;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.version.Dataset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the one record again that the trainer had read last. Its label may have been corrected since, and so be gone. */
public final class TopicNewestLabel implements NewestLabel {

    private static final Logger LOG = LoggerFactory.getLogger(TopicNewestLabel.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Map<String, Object> ONE_RECORD =
            Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");

    private final KafkaClients kafka;

    public TopicNewestLabel(KafkaClients kafka) {
        this.kafka = kafka;
    }

    @Override
    public Optional<Instant> before(Dataset dataset) {
        if (dataset.toOffset() == 0) {
            return Optional.empty();
        }
        long offset = dataset.toOffset() - 1;
        TopicPartition partition = new TopicPartition(dataset.topic(), 0);
        try (var consumer = kafka.consumer(ONE_RECORD)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return consumer.poll(TIMEOUT).records(partition).stream()
                    .filter(consumed -> consumed.offset() == offset)
                    .findFirst()
                    .flatMap(TopicNewestLabel::labelledAt);
        } catch (KafkaException e) {
            LOG.warn("the delay of a promotion stays unknown: topic={}: {}", dataset.topic(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Instant> labelledAt(ConsumerRecord<String, byte[]> consumed) {
        try {
            return ImageRecords.read(consumed) instanceof ImageEntry.Labelled labelled
                    ? Optional.of(labelled.image().labelledAt())
                    : Optional.empty();
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
