package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.champion.Move;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.Rollbacks.Overtaken;
import io.hone.evaluator.drift.Rollbacks.Refused;
import io.hone.evaluator.drift.Rollbacks.TakenBack;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.evaluator.drift.probation.Promise;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsequencesTest {

    private static final Duration RETRY = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final ObjectStore bucket = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(bucket);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Long> rolledBack = new ArrayList<>();
    private final ProbationOutcomes outcomes = new ProbationOutcomes(bucket);
    private Rollbacks rollbacks =
            (model, sequence, reason) -> registry.champion(model).sequence() == sequence && rolledBack.add(sequence)
                    ? new TakenBack()
                    : new Overtaken();
    private Instant now = Manifests.NOW;
    private MockProducer<String, byte[]> broker = broker();
    private final Reign base = Labels.base();
    private final Reign second = Labels.promoted(2, 2, 1, 0);

    @BeforeEach
    void promote() {
        registry.champions().append(base.entry());
        registry.champions().append(second.entry());
    }

    private static MockProducer<String, byte[]> broker() {
        return new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }

    private Consequences consequences() {
        return new Consequences(
                new EventSender(broker, URI.create("/hone/evaluator")),
                rollbacks,
                outcomes,
                new DriftMetrics(meters),
                RETRY,
                () -> now);
    }

    /** Its champion is much worse than the one before and than was promised, by the first checkpoint. */
    private IncomingLabels worse() {
        IncomingLabels labels = IncomingLabels.open(MODEL, directory, Labels.MEMORY);
        Tally tally = new Tally(labels.state(), MODEL, Labels.SETTINGS, now);
        tally.follow(new ChampionLine(List.of(second, base), Optional.of(new Promise(30, 30, 0)), Optional.empty()));
        for (int i = 0; i < 20; i++) {
            tally.add(Labels.answer(i, Answer.Result.WRONG, second, Optional.of(true)));
        }
        labels.done(tally.state());
        return labels;
    }

    @Test
    void driftIsToldAndTheChampionRolledBackOnce() {
        // Given
        try (IncomingLabels labels = worse()) {
            Consequences consequences = consequences();

            // When
            consequences.of(labels);
            consequences.of(labels);

            // Then
            assertThat(broker.history()).hasSize(1);
            assertThat(new String(
                            broker.history()
                                    .get(0)
                                    .headers()
                                    .lastHeader("ce_id")
                                    .value(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("colours-promised-accuracy-19");
            assertThat(rolledBack).containsExactly(2L);
            assertThat(labels.state().untold()).isEmpty();
            assertThat(labels.state().drifts()).hasSize(1);
            assertThat(status(labels)).isEqualTo(ProbationStatus.ROLLED_BACK);
        }
    }

    @Test
    void whatCouldNotBeToldIsToldLaterThoughTheProcessHasEnded() {
        // Given: no broker
        broker.sendException = new KafkaException("away");
        try (IncomingLabels labels = worse()) {
            consequences().of(labels);
            assertThat(labels.state().untold()).hasSize(1);
            assertThat(rolledBack).as("that needs no broker").containsExactly(2L);
        }

        // When
        broker = broker();
        try (IncomingLabels labels = IncomingLabels.open(MODEL, directory, Labels.MEMORY)) {
            consequences().of(labels);

            // Then
            assertThat(broker.history()).hasSize(1);
            assertThat(rolledBack).containsExactly(2L);
            assertThat(labels.state().untold()).isEmpty();
        }
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhile() {
        // Given
        broker.sendException = new KafkaException("away");
        try (IncomingLabels labels = worse()) {
            Consequences consequences = consequences();
            consequences.of(labels);
            broker.sendException = null;

            // When
            consequences.of(labels);
            assertThat(broker.history()).isEmpty();
            now = now.plus(RETRY);
            consequences.of(labels);

            // Then
            assertThat(broker.history()).hasSize(1);
            assertThat(rolledBack).containsExactly(2L);
        }
    }

    @Test
    void aChampionThatHasMovedMeanwhileIsLeftAlone() {
        // Given
        registry.champions().append(Labels.entry(3, 1, Optional.of(2), Move.ROLLED_BACK));
        try (IncomingLabels labels = worse()) {
            // When
            consequences().of(labels);

            // Then
            assertThat(rolledBack).isEmpty();
            assertThat(status(labels)).isEqualTo(ProbationStatus.SUPERSEDED);
        }
    }

    @Test
    void aRefusedRollbackIsAskedForOnceAndSeen() {
        // Given: what there was before is broken
        AtomicInteger asked = new AtomicInteger();
        rollbacks = (model, sequence, reason) -> {
            asked.incrementAndGet();
            return new Refused("version 1 cannot be loaded; name another version");
        };
        try (IncomingLabels labels = worse()) {
            Consequences consequences = consequences();

            // When
            consequences.of(labels);
            now = now.plus(RETRY);
            consequences.of(labels);

            // Then
            assertThat(asked).hasValue(1);
            assertThat(labels.state().probation().orElseThrow().refusal())
                    .contains("version 1 cannot be loaded; name another version");
            assertThat(status(labels)).isEqualTo(ProbationStatus.NOT_ROLLED_BACK);
            assertThat(meters.get("hone.evaluator.automatic.rollbacks.refused")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void howAProbationEndedIsInTheBucketOnceTheDiskIsLost() {
        // When
        try (IncomingLabels labels = worse()) {
            consequences().of(labels);

            // Then
            assertThat(outcomes.find(MODEL, 2)).isEqualTo(labels.state().probation());
        }
    }

    @Test
    void aProbationThatGoesOnIsNotInTheBucket() {
        // Given
        try (IncomingLabels labels = IncomingLabels.open(MODEL, directory, Labels.MEMORY)) {
            Tally tally = new Tally(labels.state(), MODEL, Labels.SETTINGS, now);
            tally.follow(
                    new ChampionLine(List.of(second, base), Optional.of(new Promise(30, 30, 0)), Optional.empty()));
            labels.done(tally.state());

            // When
            consequences().of(labels);

            // Then
            assertThat(outcomes.find(MODEL, 2)).isEmpty();
        }
    }

    private static ProbationStatus status(IncomingLabels labels) {
        return labels.state().probation().orElseThrow().status();
    }
}
