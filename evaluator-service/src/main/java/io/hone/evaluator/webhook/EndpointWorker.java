package io.hone.evaluator.webhook;

import io.hone.contracts.MalformedRecordException;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.thread.ServiceThread;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint's thread, with a consumer group of its own: how far it has come the broker remembers, over restarts and for
 * all evaluators together, and an endpoint that is slow or dead holds up no other. Events come in order; one that is not
 * taken holds up those behind it until it is given up.
 */
final class EndpointWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointWorker.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final KafkaClients kafka;
    private final Runnable preparation;
    private final Delivery delivery;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final Deque<WaitingRecord> waiting = new ArrayDeque<>();
    private final ServiceThread thread;

    /** @param preparation must succeed before anything is read */
    EndpointWorker(
            Endpoint endpoint,
            KafkaClients kafka,
            Runnable preparation,
            Delivery delivery,
            WebhookMetrics metrics,
            Clock clock) {
        this.endpoint = endpoint;
        this.kafka = kafka;
        this.preparation = preparation;
        this.delivery = delivery;
        this.metrics = metrics;
        this.clock = clock;
        this.thread = new ServiceThread(
                "webhook-" + endpoint.name(),
                this::consume,
                PAUSE,
                failure -> LOG.error("webhook stopped, goes on in {}: endpoint={}", PAUSE, endpoint.name(), failure));
    }

    void start() {
        thread.start();
    }

    private void consume() {
        preparation.run();
        Consumer<String, byte[]> consumer = kafka.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "hone-webhook-" + endpoint.name(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                50,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000));
        try {
            waiting.clear();
            consumer.subscribe(WebhookTypes.TOPICS, new TopicShares(consumer, waiting));
            while (thread.isOpen()) {
                consumer.poll(patience()).forEach(this::accept);
                deliver(consumer);
            }
        } finally {
            // Whoever is asked to stop still leaves the group, so that nobody waits for it.
            boolean interrupted = Thread.interrupted();
            consumer.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Paused, a poll waits and tells the broker that this evaluator is alive. */
    private Duration patience() {
        if (waiting.isEmpty()) {
            return IDLE;
        }
        Duration untilDue = waiting.element().untilDue(clock.instant());
        return untilDue.compareTo(IDLE) < 0 ? untilDue : IDLE;
    }

    private void accept(ConsumerRecord<String, byte[]> consumed) {
        waiting.add(new WaitingRecord(consumed, wanted(consumed)));
    }

    private Optional<WebhookEvent> wanted(ConsumerRecord<String, byte[]> consumed) {
        try {
            return Optional.of(WebhookEvent.of(consumed)).filter(endpoint::wants);
        } catch (MalformedRecordException e) {
            LOG.warn(
                    "not an event, nobody is told: topic={} offset={}: {}",
                    consumed.topic(),
                    consumed.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void deliver(Consumer<String, byte[]> consumer) {
        if (waiting.isEmpty()) {
            consumer.resume(consumer.paused());
            metrics.nothingWaits(endpoint);
            return;
        }
        consumer.pause(consumer.assignment());
        WaitingRecord first = waiting.element();
        first.event().ifPresent(event -> metrics.waits(endpoint, event.told()));
        if (first.untilDue(clock.instant()).isZero() && delivery.attempt(first)) {
            waiting.remove();
            consumer.commitSync(Map.of(first.partition(), new OffsetAndMetadata(first.offset() + 1)));
        }
    }

    /** An attempt under way is broken off, and made again by the next start. */
    @Override
    public void close() {
        thread.interrupt(CLOSE_TIMEOUT);
    }
}
