package io.hone.evaluator.webhook;

import io.hone.contracts.Topics;
import io.hone.evaluator.topics.EventTopics;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.KafkaTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.config.TopicConfig;

/** All endpoints, each with a thread of its own. Without any, nothing is read and nothing is made. */
final class Webhooks implements AutoCloseable {

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private final List<Endpoint> endpoints;
    private final Sender sender;
    private final WebhookMetrics metrics;
    private final DeadLetters deadLetters;
    private final List<EndpointWorker> workers;

    Webhooks(
            List<Endpoint> endpoints,
            DeliveryRule rule,
            KafkaClients kafka,
            DeadLetters deadLetters,
            WebhookMetrics metrics,
            Clock clock) {
        this.endpoints = List.copyOf(endpoints);
        this.sender = new Sender(rule.timeout(), clock);
        this.metrics = metrics;
        this.deadLetters = deadLetters;
        this.workers = endpoints.stream()
                .map(endpoint -> new EndpointWorker(
                        endpoint, kafka, () -> prepare(kafka), delivery(endpoint, rule, clock), metrics, clock))
                .toList();
    }

    private Delivery delivery(Endpoint endpoint, DeliveryRule rule, Clock clock) {
        return new Delivery(endpoint, sender, rule, deadLetters, metrics, clock, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** Topics are there before anybody listens, so that nothing is told before it is known from where on to listen. */
    private static void prepare(KafkaClients kafka) {
        KafkaTopics topics = new KafkaTopics(kafka);
        topics.create(EventTopics.all());
        topics.create(List.of(KafkaTopics.topic(
                Topics.WEBHOOK_DEAD_LETTERS,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(DEAD_LETTERS_KEPT.toMillis())))));
    }

    void start() {
        endpoints.forEach(metrics::watch);
        workers.forEach(EndpointWorker::start);
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.list();
    }

    Optional<DeadLetter> deadLetter(String id) {
        return deadLetters.find(id);
    }

    /** Empty when it is not set up any more. */
    Optional<Endpoint> endpointOf(DeadLetter letter) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(letter.endpoint()))
                .findFirst();
    }

    /** One attempt, now; a letter that is taken is none any more. */
    Attempt redeliver(DeadLetter letter, Endpoint endpoint) {
        Attempt attempt = sender.send(endpoint, letter.event());
        metrics.attempted(endpoint, attempt);
        if (attempt instanceof Attempt.Delivered) {
            deadLetters.remove(letter);
        }
        return attempt;
    }

    @Override
    public void close() {
        workers.forEach(EndpointWorker::close);
        deadLetters.close();
    }
}
