package io.hone.ingest.quarantine;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.event.EventRecords;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.thread.ServiceThread;
import io.hone.registry.UnknownModelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is doubted, one process of all ingests at a time, and commits what was done about it: whoever dies leaves the
 * rest to be done, and what was under way to be done again.
 */
final class DoubtLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtLoop.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    /** Done within the time after which a silent consumer is taken for dead, however slow the broker is. */
    private static final int AT_ONCE = 5;

    /** A model whose topic is gone must not keep the doubts about others for ever. */
    private static final int MOST_TRIES = 20;

    private final KafkaClients kafka;
    private final QuarantineTopics topics;
    private final PuttingAside puttingAside;
    private final QuarantineMetrics metrics;
    private final ServiceThread thread = new ServiceThread(
            "doubted-labels",
            this::consume,
            PAUSE,
            failure -> LOG.warn("doubted labels wait, gone on with in {}: {}", PAUSE, failure.getMessage(), failure));
    private long failing = -1;
    private int tries;

    DoubtLoop(KafkaClients kafka, QuarantineTopics topics, PuttingAside puttingAside, QuarantineMetrics metrics) {
        this.kafka = kafka;
        this.topics = topics;
        this.puttingAside = puttingAside;
        this.metrics = metrics;
    }

    void start() {
        thread.start();
    }

    private void consume() {
        topics.createDoubts();
        try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "hone-doubted-labels",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                AT_ONCE,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000))) {
            consumer.subscribe(List.of(Topics.DOUBTS));
            while (thread.isOpen()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(IDLE);
                records.forEach(this::see);
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }

    private void see(ConsumerRecord<String, byte[]> consumed) {
        try {
            HoneEvent event = EventRecords.read(consumed);
            if (event instanceof LabelDoubted doubt) {
                see(doubt, consumed.offset());
            }
        } catch (MalformedRecordException e) {
            LOG.error("no doubt, passed over: offset={}: {}", consumed.offset(), e.getMessage());
        } catch (UnknownModelException e) {
            LOG.info("doubt passed over: offset={}: {}", consumed.offset(), e.getMessage());
        }
    }

    private PuttingAside.Outcome putAside(LabelDoubted doubt, long offset) {
        try {
            return puttingAside.of(doubt);
        } catch (UnknownModelException e) {
            throw e;
        } catch (RuntimeException e) {
            tries = failing == offset ? tries + 1 : 1;
            failing = offset;
            if (tries < MOST_TRIES) {
                throw e;
            }
            LOG.error("doubt given up after {} tries: offset={}: {}", tries, offset, e.getMessage(), e);
            return PuttingAside.Outcome.GIVEN_UP;
        }
    }

    private void see(LabelDoubted doubt, long offset) {
        PuttingAside.Outcome outcome = putAside(doubt, offset);
        metrics.doubted(doubt.model(), doubt.annotator(), outcome);
        LOG.info(
                "label doubted: model={} image={} version={} outcome={}: '{}' is said, '{}' predicted with confidence {}",
                doubt.model(),
                doubt.image(),
                doubt.champion(),
                outcome,
                doubt.label(),
                doubt.predicted(),
                doubt.confidence());
    }

    @Override
    public void close() {
        thread.close(CLOSE_TIMEOUT);
    }
}
