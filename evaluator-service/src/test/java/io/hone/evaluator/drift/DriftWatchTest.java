package io.hone.evaluator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.Topics;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.evaluator.registration.KafkaModelTopics;
import io.hone.feed.FeedSettings;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import io.hone.stack.LocalStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker. Version 1 knows red only. */
class DriftWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final ObjectStore bucket = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(bucket);
    private ColourModel colours;
    private final Map<ModelName, ColourModel> models = new ConcurrentHashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ColourStream stream = new ColourStream(model);
    private final EventSender events =
            new EventSender(TestKafka.clients().producer(Map.of()), URI.create("/hone/evaluator"));
    private String store = "drift";
    private OptionalDouble doubtConfidence = OptionalDouble.empty();
    private Rollbacks rollbacks = new ChainRollbacks(registry, Clock.systemUTC());

    @BeforeEach
    void register() throws IOException {
        colours = new ColourModel(model, registry, folder);
        colours.register();
        models.put(model, colours);
    }

    @AfterEach
    void close() {
        stream.close();
        events.close();
    }

    private DriftWatch start() {
        DriftWatch watch = new DriftWatch(
                name -> Labels.SETTINGS,
                name -> doubtConfidence,
                16,
                new FeedSettings(
                        "drift-" + model + store,
                        EnumSet.allOf(Split.class),
                        false,
                        folder.resolve(store),
                        false,
                        false,
                        Duration.ofMillis(200),
                        Duration.ofMillis(500)),
                Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers()),
                registry,
                new Buckets(bucket, new InMemoryObjectStore()),
                new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)),
                manifest -> models.get(manifest.model()).load(manifest),
                events,
                rollbacks,
                new DriftMetrics(meters),
                Clock.systemUTC());
        watch.start();
        return watch;
    }

    private DriftView viewAt(DriftWatch watch, long nextOffset) {
        await().atMost(PATIENCE).until(() -> watch.view(model)
                .filter(view -> view.nextOffset() >= nextOffset)
                .isPresent());
        return watch.view(model).orElseThrow();
    }

    private void awaitStatus(DriftWatch watch, ProbationStatus status) {
        await().atMost(PATIENCE).until(() -> watch.view(model)
                .flatMap(DriftView::probation)
                .filter(probation -> probation.status() == status)
                .isPresent());
    }

    @Test
    void eachImageIsPredictedOnceWhateverItsSplit() {
        // Given: ten of each colour; five again under other labels; three of a class that nobody knows
        stream.send(0, 30);
        stream.send(0, 5, "blue");
        long end = stream.send(30, 33, "mauve");

        // When
        try (DriftWatch watch = start()) {
            DriftView view = viewAt(watch, end);

            // Then
            assertThat(view.labels()).isEqualTo(new LabelCounts(10, 20, 3, 0));
            assertThat(view.accuracy().window()).hasValue(1 / 3.0);
            assertThat(view.accuracy().classes())
                    .extracting(each -> each.window().orElseThrow())
                    .containsExactly(1.0, 0.0, 0.0);
            assertThat(view.detector().labels()).isEqualTo(30);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(meters.get("hone.evaluator.incoming.labels")
                            .tag("outcome", "unknown-class")
                            .counter()
                            .count())
                    .isEqualTo(3));
            assertThat(meters.get("hone.evaluator.incoming.accuracy")
                            .tag("kind", "window")
                            .gauge()
                            .value())
                    .isEqualTo(1 / 3.0);
        }
    }

    @Test
    void whatTheChampionConfidentlyContradictsIsDoubtedOnce() throws Exception {
        // Given: version 1 takes all for red
        doubtConfidence = OptionalDouble.of(0.9);
        long first = stream.send(0, 3);
        try (DriftWatch watch = start()) {
            viewAt(watch, first);
        }

        // When
        try (DriftWatch watch = start()) {
            viewAt(watch, stream.send(3, 4));

            // Then
            assertThat(colours.doubted())
                    .extracting(LabelDoubted::offset, LabelDoubted::label, LabelDoubted::predicted)
                    .containsExactly(tuple(1L, "green", "red"), tuple(2L, "blue", "red"));
        }
    }

    @Test
    void afterARestartItGoesOnAndCountsNothingTwice() {
        // Given
        long first = stream.send(0, 30);
        try (DriftWatch watch = start()) {
            viewAt(watch, first);
        }
        stream.send(0, 6);
        long end = stream.send(30, 60);

        // When
        try (DriftWatch watch = start()) {
            // Then
            assertThat(viewAt(watch, end).labels()).isEqualTo(new LabelCounts(20, 40, 0, 0));
        }
    }

    @Test
    void anEvaluatorThatComesLateHasImagesPredictedByWhoWasNotTrainedOnThem() throws Exception {
        // Given: version 2 knows all colours, and was trained on the first 21 images
        long end = stream.send(0, 30);
        colours.promote(2, 21, List.of(0, 1, 2));

        // When
        try (DriftWatch watch = start()) {
            // Then: seven of the 21 by version 1, nine of nine by version 2
            assertThat(viewAt(watch, end).labels()).isEqualTo(new LabelCounts(16, 14, 0, 0));
        }
    }

    @Test
    void labelsWaitForAChampionThatIsBrokenAndThoseOfOtherModelsDoNot() throws Exception {
        // Given
        colours.forget(1);
        long end = stream.send(0, 30);
        ModelName other = new ModelName(model + "-whole");
        ColourModel whole = new ColourModel(other, registry, folder);
        whole.register();
        models.put(other, whole);

        // When
        try (DriftWatch watch = start();
                ColourStream others = new ColourStream(other)) {
            await().atMost(PATIENCE)
                    .until(() -> watch.view(model).flatMap(DriftView::waitsFor).isPresent());
            long othersEnd = others.send(0, 30);

            // Then: they are told of, and none is lost
            assertThat(watch.view(model).orElseThrow().waitsFor().orElseThrow())
                    .startsWith("version 1 of '" + model + "' cannot be asked: ");
            await().atMost(PATIENCE).until(() -> watch.view(other)
                    .filter(view -> view.nextOffset() == othersEnd)
                    .isPresent());
            assertThat(watch.view(model).orElseThrow().labels()).isEqualTo(LabelCounts.NONE);
            assertThat(meters.get("hone.evaluator.incoming.waits")
                            .tag("model", model.value())
                            .counter()
                            .count())
                    .isPositive();

            // When: it is mended
            colours.mend(1, List.of(0));

            // Then
            DriftView view = viewAt(watch, end);
            assertThat(view.labels()).isEqualTo(new LabelCounts(10, 20, 0, 0));
            await().atMost(PATIENCE)
                    .until(() -> watch.view(model).flatMap(DriftView::waitsFor).isEmpty());
        }
    }

    @Test
    void whatOnlyABrokenFormerChampionMightPredictIsCountedApart() throws Exception {
        // Given: version 2 was trained on the first 21 images
        long end = stream.send(0, 30);
        colours.promote(2, 21, List.of(0, 1, 2));
        colours.forget(1);

        // When
        try (DriftWatch watch = start()) {
            // Then
            assertThat(viewAt(watch, end).labels()).isEqualTo(new LabelCounts(9, 0, 0, 21));
        }
    }

    @Test
    void withoutThePreviousChampionAProbationEndsUndecidedAndStaysSoWhenTheDiskIsLost() throws Exception {
        // Given
        colours.promote(2, 0, List.of(0, 1, 2));
        colours.forget(1);
        long end = stream.send(0, 90);
        try (DriftWatch watch = start()) {
            viewAt(watch, end);
            awaitStatus(watch, ProbationStatus.UNDECIDED);
            await().atMost(PATIENCE)
                    .until(() -> new ProbationOutcomes(bucket).find(model, 2).isPresent());
        }

        // When: another disk, and the previous one is mended
        colours.mend(1, List.of(0));
        store = "another-disk";
        try (DriftWatch watch = start()) {
            // Then
            DriftView view = viewAt(watch, end);
            assertThat(view.probation()).hasValueSatisfying(probation -> assertThat(probation.status())
                    .isEqualTo(ProbationStatus.UNDECIDED));
            assertThat(view.labels().right()).isEqualTo(90);
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsCountedFromItsStart() throws Exception {
        // Given
        long before = stream.send(0, 30);
        try (DriftWatch watch = start()) {
            viewAt(watch, before);
        }
        try (Admin admin = TestKafka.clients().admin(Map.of())) {
            admin.deleteTopics(List.of(Topics.labelledImages(model))).all().get();
        }
        new KafkaModelTopics(TestKafka.clients(), 1 << 20).create(model);
        try (ColourStream anew = new ColourStream(model)) {
            anew.send(0, 6);
        }

        // When
        try (DriftWatch watch = start()) {
            // Then
            await().atMost(PATIENCE).until(() -> watch.view(model)
                    .filter(view -> view.nextOffset() == 6)
                    .isPresent());
            assertThat(watch.view(model).orElseThrow().labels()).isEqualTo(new LabelCounts(2, 4, 0, 0));
        }
    }

    @Test
    void aChampionThatDoesWorseThanItsPredecessorIsRolledBackOnceThoughAsking() throws Exception {
        // Given: version 2 knows blue only, labels say that nearly all is red; who rolls back dies after the entry
        colours.promote(2, 0, List.of(2));
        AtomicInteger asked = new AtomicInteger();
        rollbacks = (name, sequence, reason) -> {
            asked.incrementAndGet();
            new ChainRollbacks(registry, Clock.systemUTC()).automatic(name, sequence, reason);
            throw new IllegalStateException("died");
        };
        long first = stream.send(0, 60, "red");
        try (DriftWatch watch = start()) {
            viewAt(watch, first);
            await().atMost(PATIENCE).until(() -> registry.champion(model).sequence() == 3);
        }

        // When
        rollbacks = new ChainRollbacks(registry, Clock.systemUTC());
        long end = stream.send(60, 90, "red");
        try (DriftWatch watch = start()) {
            viewAt(watch, end);
            awaitStatus(watch, ProbationStatus.ROLLED_BACK);
        }

        // Then
        assertThat(asked.get()).isPositive();
        assertThat(registry.champions().history(model))
                .extracting(ChampionEntry::version)
                .containsExactly(1, 2, 1);
        assertThat(registry.champion(model).reason())
                .startsWith("On 20 labels since its promotion, version 2 is right on 0.0 %, version 1 before it on")
                .contains("worse (p = ");
        assertThat(colours.told()).hasSize(1);
        assertThat(colours.told().get(0).finding().rule()).isEqualTo("promised-accuracy");
        assertThat(colours.told().get(0).champion()).isEqualTo(2);
    }

    @Test
    void aProbationThatWasInterruptedGoesOn() throws Exception {
        // Given: version 2 knows all, and proves it
        colours.promote(2, 0, List.of(0, 1, 2));
        long first = stream.send(0, 30);
        try (DriftWatch watch = start()) {
            assertThat(viewAt(watch, first).probation()).hasValueSatisfying(probation -> {
                assertThat(probation.status()).isEqualTo(ProbationStatus.RUNNING);
                assertThat(probation.paired()).isEqualTo(new PairedOutcomes(10, 0, 20, 0));
            });
        }

        // When
        stream.send(30, 66);
        try (DriftWatch watch = start()) {
            awaitStatus(watch, ProbationStatus.PASSED);

            // Then
            assertThat(watch.view(model).flatMap(DriftView::probation))
                    .hasValueSatisfying(
                            probation -> assertThat(probation.paired()).isEqualTo(new PairedOutcomes(20, 0, 40, 0)));
            assertThat(registry.champion(model).sequence()).isEqualTo(2);
        }
    }
}
