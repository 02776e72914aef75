package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.Move;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.Answer.Opinion;
import io.hone.evaluator.drift.Answer.Result;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtsTest {

    @TempDir
    Path directory;

    private final Reign base = Labels.base();
    private final ChampionLine line = new ChampionLine(List.of(base), Optional.empty(), Optional.empty());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private Instant now = Manifests.NOW;
    private OptionalDouble least = OptionalDouble.of(0.8);
    private final List<OptionalDouble> asked = new ArrayList<>();
    private final Doubts doubts = doubts(model -> {
        asked.add(least);
        return least;
    });

    private Doubts doubts(Function<ModelName, OptionalDouble> confidences) {
        return new Doubts(
                confidences,
                new EventSender(broker, URI.create("/hone/evaluator")),
                new DriftMetrics(meters),
                () -> now);
    }

    private static Answer says(String predicted, double confidence, Reign by, LabelOrigin origin) {
        StoredImage image = new StoredImage(Labels.id(7), "green", 7, origin);
        Result result = predicted.equals("green") ? Result.RIGHT : Result.WRONG;
        return new Answer(
                image, result, Optional.of(by), Optional.of(new Opinion(predicted, confidence)), Optional.empty());
    }

    private static LabelOrigin by(String annotator, boolean golden, boolean reviewed) {
        return new LabelOrigin(Optional.empty(), Optional.of(annotator), "test", Manifests.NOW, golden, reviewed);
    }

    private static final LabelOrigin ADA = by("ada", false, false);

    private List<LabelDoubted> told() {
        return broker.history().stream()
                .map(record -> Json.read(record.value(), LabelDoubted.class))
                .toList();
    }

    @Test
    void aConfidentDisagreementIsToldWithAllThatIsKnown() {
        // When
        doubts.tell(MODEL, line, List.of(says("red", 0.8, base, ADA)));

        // Then
        assertThat(told())
                .containsExactly(new LabelDoubted(
                        MODEL, Manifests.NOW, Labels.id(7), 7, "green", Optional.of("ada"), "red", 0.8, 1));
        assertThat(broker.history().get(0).topic()).isEqualTo(Topics.DOUBTS);
        assertThat(meters.get("hone.evaluator.labels.doubted").counter().count())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotDoubted() {
        // Given
        Reign former = Labels.promoted(2, 2, 1, 0);
        ChampionLine longer = new ChampionLine(
                List.of(new Reign(Labels.entry(3, 1, Optional.of(2), Move.ROLLED_BACK), base.manifest(), 0), former),
                Optional.empty(),
                Optional.empty());
        Answer newClass = new Answer(
                new StoredImage(Labels.id(7), "mauve", 7, ADA),
                Result.UNKNOWN_CLASS,
                Optional.of(base),
                Optional.of(new Opinion("red", 1)),
                Optional.empty());

        // When
        doubts.tell(MODEL, line, List.of(says("green", 1, base, ADA)));
        doubts.tell(MODEL, line, List.of(says("red", 0.7999, base, ADA)));
        doubts.tell(MODEL, line, List.of(says("red", 1, base, by("ada", true, false))));
        doubts.tell(MODEL, line, List.of(says("red", 1, base, by("ada", false, true))));
        doubts.tell(MODEL, line, List.of(newClass, Answer.unpredicted(Labels.arrival(1, 1))));
        doubts.tell(MODEL, longer, List.of(says("red", 1, former, ADA)));

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void theThresholdIsAskedForNowAndThen() {
        // Given
        least = OptionalDouble.empty();
        doubts.tell(MODEL, line, List.of(says("red", 1, base, ADA)));
        least = OptionalDouble.of(1);

        // When
        doubts.tell(MODEL, line, List.of(says("red", 1, base, ADA)));
        now = now.plus(Doubts.ASKED_EACH);
        doubts.tell(MODEL, line, List.of(says("red", 1, base, ADA)));

        // Then
        assertThat(asked).hasSize(2);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aPolicyThatCannotBeUsedDoubtsNothing() {
        // When
        doubts(model -> {
                    throw new InvalidSettingException("policy", "no", "none", "contradicts itself", null);
                })
                .tell(MODEL, line, List.of(says("red", 1, base, ADA)));

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void noDoubtIsLostWhenItCannotBeTold() throws Exception {
        // Given: a champion that knows red only, a green image, and a broker that is away
        ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());
        registry.versions()
                .publish(Manifests.draft(
                        MODEL,
                        "registration",
                        Files.writeString(directory.resolve("model.pt"), "never loaded here"),
                        Optional.empty()));
        registry.champions().append(base.entry());
        DriftMetrics metrics = new DriftMetrics(meters);
        ProbationOutcomes outcomes = new ProbationOutcomes(new InMemoryObjectStore());
        try (LoadedVersions versions =
                        new LoadedVersions(manifest -> new ColourClassifier(List.of(0)), Duration.ZERO, () -> now);
                IncomingLabels labels = IncomingLabels.open(MODEL, directory.resolve("labels"), Labels.MEMORY)) {
            LabelStudy study = new LabelStudy(
                    registry,
                    outcomes,
                    new Examiner(versions),
                    16,
                    model -> Labels.SETTINGS,
                    new Consequences(
                            new EventSender(broker, URI.create("/hone/evaluator")),
                            (model, sequence, reason) -> new Rollbacks.Overtaken(),
                            outcomes,
                            metrics,
                            Duration.ZERO,
                            () -> now),
                    doubts,
                    metrics,
                    () -> now);
            labels.put(Labels.arrival(1, 0).image(), Labels.pixels(1));
            broker.sendException = new KafkaException("away");

            // When
            assertThatThrownBy(() -> study.advance(labels)).isInstanceOf(KafkaException.class);

            // Then the label is looked at again
            assertThat(labels.state().nextOffset()).isZero();
            broker.sendException = null;
            assertThat(study.advance(labels)).isTrue();
            assertThat(told()).extracting(LabelDoubted::offset).containsExactly(0L);
            assertThat(labels.state().nextOffset()).isEqualTo(1);
        }
    }
}
