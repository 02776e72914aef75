package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.webhook.Receiver.Request;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the real broker to a real HTTP server. */
class WebhooksTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final DeliveryRule PATIENT = rule(Duration.ofHours(1));
    private static final DeliveryRule IMPATIENT = rule(Duration.ofMillis(600));

    private final ModelName model = new ModelName("hooked-" + UUID.randomUUID());
    private final String group = "ops-" + UUID.randomUUID().toString().substring(0, 8);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Receiver receiver = new Receiver();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(receiver));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void anEventArrivesWholeAndSigned() throws Exception {
        // Given
        start(PATIENT, endpoint(group, receiver));

        // When
        tell(1);

        // Then
        await().atMost(SOON).until(() -> !receiver.requests().isEmpty());
        Request request = receiver.requests().get(0);
        assertThat(request.id()).isEqualTo(id(1));
        assertThat(request.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(request.signature()).isEqualTo(request.expectedSignature(SECRET));
        JsonNode event = Json.read(request.body().getBytes(UTF_8), JsonNode.class);
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("io.hone.champion.moved.v1");
        assertThat(event.path("id").asText()).isEqualTo(model + "-champion-1");
        assertThat(Json.read(Json.write(event.path("data")), ChampionMoved.class))
                .isEqualTo(moved(1));
    }

    @Test
    void whatFailsIsTriedAgainBeforeWhatFollows() throws Exception {
        // Given: the first event fails twice
        receiver.answering(
                request -> request.id().equals(id(1)) && receiver.requests().size() < 3 ? 500 : 200);
        start(PATIENT, endpoint(group, receiver));

        // When
        tell(1);
        tell(2);
        tell(3);

        // Then
        await().atMost(SOON).until(() -> receiver.requests().size() >= 5);
        assertThat(receiver.ids()).containsExactly(id(1), id(1), id(1), id(2), id(3));
        assertThat(receiver.requests())
                .allMatch(request -> request.signature().equals(request.expectedSignature(SECRET)));
        await().atMost(SOON).until(() -> attempts("delivered") == 3);
        assertThat(attempts("failed")).isEqualTo(2);
    }

    @Test
    void anEndpointThatDoesNotAnswerIsTriedAgain() throws Exception {
        // Given
        receiver.answering(request -> receiver.requests().size() == 1 ? 0 : 200);
        start(PATIENT, endpoint(group, receiver));

        // When
        tell(1);

        // Then
        await().atMost(SOON).until(() -> attempts("delivered") == 1);
        assertThat(receiver.ids()).containsExactly(id(1), id(1));
    }

    @Test
    void aDeadEndpointHoldsUpNoOther() throws Exception {
        // Given
        Receiver dead = new Receiver().answering(request -> 0);
        open.add(0, dead);
        start(PATIENT, endpoint(group + "-dead", dead), endpoint(group, receiver));

        // When
        tell(1);
        tell(2);

        // Then
        await().atMost(SOON).until(() -> distinct(receiver).equals(List.of(id(1), id(2))));
        assertThat(dead.ids()).doesNotContain(id(2));
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        // Given: one event is taken, the next is not
        receiver.answering(request -> request.id().equals(id(2)) ? 503 : 200);
        Webhooks first = start(PATIENT, endpoint(group, receiver));
        tell(1);
        tell(2);
        await().atMost(SOON).until(() -> receiver.ids().contains(id(2)));
        first.close();
        tell(3);
        int before = receiver.requests().size();
        receiver.answering(request -> 200);

        // When
        start(PATIENT, endpoint(group, receiver));

        // Then
        await().atMost(SOON).until(() -> receiver.ids().contains(id(3)));
        assertThat(receiver.ids().subList(before, receiver.ids().size())).containsExactly(id(2), id(3));
    }

    @Test
    void whatIsNotTakenInTimeIsADeadLetterUntilItIsRedelivered() throws Exception {
        // Given
        receiver.answering(request -> request.id().equals(id(1)) ? 500 : 200);
        Webhooks webhooks = start(IMPATIENT, endpoint(group, receiver));

        // When
        tell(1);
        tell(2);

        // Then: the next has its turn, and the letter says what happened
        await().atMost(SOON).until(() -> receiver.ids().contains(id(2)));
        DeadLetter letter = only(webhooks);
        assertThat(letter.webhookId()).isEqualTo(id(1));
        assertThat(letter.endpoint()).isEqualTo(group);
        assertThat(letter.model()).isEqualTo(model);
        assertThat(letter.reason()).isEqualTo("status 500");
        assertThat(letter.attempts()).isGreaterThan(1);
        assertThat(letter.body()).isEqualTo(receiver.requests().get(0).body());
        assertThat(meters.get("hone.evaluator.webhook.dead.letters").counter().count())
                .isEqualTo(1);

        // When: it is not taken the next time either
        Attempt failed = webhooks.redeliver(letter, webhooks.endpointOf(letter).orElseThrow());

        // Then
        assertThat(failed).isInstanceOf(Attempt.Failed.class);
        assertThat(only(webhooks)).isEqualTo(letter);

        // When
        receiver.answering(request -> 200);
        Attempt delivered =
                webhooks.redeliver(letter, webhooks.endpointOf(letter).orElseThrow());

        // Then
        assertThat(delivered).isInstanceOf(Attempt.Delivered.class);
        assertThat(receiver.ids()).last().isEqualTo(id(1));
        assertThat(letters(webhooks)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void whatIsRefusedIsADeadLetterSoonAndHoldsUpNothing(int status) throws Exception {
        // Given: it would be tried for an hour
        receiver.answering(request -> request.id().equals(id(1)) ? status : 200);
        Webhooks webhooks = start(PATIENT, endpoint(group, receiver));

        // When
        tell(1);
        tell(2);

        // Then
        await().atMost(SOON).until(() -> receiver.ids().contains(id(2)));
        assertThat(only(webhooks).attempts()).isEqualTo(DeliveryRule.MOST_REFUSALS);
        assertThat(only(webhooks).reason()).isEqualTo("status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 503})
    void whatTimeMendsIsTriedOn(int status) throws Exception {
        // Given
        int attempts = DeliveryRule.MOST_REFUSALS + 2;
        receiver.answering(request -> receiver.requests().size() < attempts ? status : 200);
        start(PATIENT, endpoint(group, receiver));

        // When
        tell(1);

        // Then
        await().atMost(SOON).until(() -> attempts("delivered") == 1);
        assertThat(receiver.requests()).hasSize(attempts);
    }

    @Test
    void anIdThatNoHeaderCanHoldHoldsUpNothing() throws Exception {
        // Given
        start(PATIENT, endpoint(group, receiver));

        // When
        TestKafka.send(moved(1), "two\nlines, größer");
        tell(2);

        // Then
        await().atMost(SOON).until(() -> receiver.ids().contains(id(2)));
        assertThat(receiver.ids()).containsExactly("champions_two%0Alines,%20gr%C3%B6%C3%9Fer", id(2));
        assertThat(receiver.requests())
                .allMatch(request -> request.signature().equals(request.expectedSignature(SECRET)));
    }

    @Test
    void aNewEndpointHearsOfWhatComesFromThenOn() throws Exception {
        // Given
        start(PATIENT, endpoint(group, receiver));
        tell(1);
        await().atMost(SOON).until(() -> receiver.ids().contains(id(1)));
        Receiver late = new Receiver();
        open.add(0, late);

        // When
        start(PATIENT, endpoint(group + "-late", late));
        tell(2);

        // Then
        await().atMost(SOON).until(() -> late.ids().contains(id(2)));
        assertThat(late.ids()).containsExactly(id(2));
    }

    @Test
    void whatIsNoEventStopsNothing() throws Exception {
        // Given
        start(PATIENT, endpoint(group, receiver));

        // When
        try (Producer<String, byte[]> producer = TestKafka.clients().producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CHAMPIONS, model.value(), "no event".getBytes(UTF_8)))
                    .get();
        }
        tell(1);

        // Then
        await().atMost(SOON).until(() -> distinct(receiver).equals(List.of(id(1))));
    }

    /** An attempt that was too slow for so impatient a rule is made again. */
    private static List<String> distinct(Receiver by) {
        return by.ids().stream().distinct().toList();
    }

    private static DeliveryRule rule(Duration giveUpAfter) {
        return new DeliveryRule(Duration.ofMillis(700), Duration.ofMillis(100), Duration.ofMillis(200), giveUpAfter);
    }

    private Endpoint endpoint(String name, Receiver to) {
        return new Endpoint(
                name,
                URI.create(to.url()),
                Signer.of("secret", List.of("whsec_" + SECRET)),
                WebhookTypes.all(),
                Set.of(model));
    }

    /** Returns once it is written down from where on each endpoint hears. */
    private Webhooks start(DeliveryRule rule, Endpoint... endpoints) {
        Clock clock = Clock.systemUTC();
        Webhooks webhooks = new Webhooks(
                List.of(endpoints),
                rule,
                TestKafka.clients(),
                new DeadLetters(TestKafka.clients()),
                new WebhookMetrics(meters, clock),
                clock);
        open.add(0, webhooks);
        webhooks.start();
        for (Endpoint endpoint : endpoints) {
            await().atMost(SOON).until(() -> hasBegun("hone-webhook-" + endpoint.name()));
        }
        return webhooks;
    }

    private static boolean hasBegun(String consumers) throws Exception {
        try (Admin admin = TestKafka.clients().admin(Map.of())) {
            return admin.listConsumerGroupOffsets(consumers)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .containsKey(new TopicPartition(Topics.CHAMPIONS, 0));
        }
    }

    private void tell(long sequence) {
        TestKafka.send(moved(sequence), model + "-champion-" + sequence);
    }

    private ChampionMoved moved(long sequence) {
        return new ChampionMoved(
                model, sequence, 1, Optional.empty(), Manifests.NOW, Move.PROMOTED, "evaluator", "better");
    }

    private String id(long sequence) {
        return "champions_%s-champion-%d".formatted(model, sequence);
    }

    private double attempts(String outcome) {
        return meters.find("hone.evaluator.webhook.attempts").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private DeadLetter only(Webhooks webhooks) {
        assertThat(letters(webhooks)).hasSize(1);
        return letters(webhooks).get(0);
    }

    private List<DeadLetter> letters(Webhooks webhooks) {
        return webhooks.deadLetters().stream()
                .filter(letter -> letter.model().equals(model))
                .toList();
    }
}
