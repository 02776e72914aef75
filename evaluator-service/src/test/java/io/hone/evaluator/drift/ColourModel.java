package io.hone.evaluator.drift;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Sha256;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.Move;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.registration.KafkaModelTopics;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** A model on the real broker whose versions know some of the colours; the first knows red only. */
final class ColourModel {

    private final ModelName model;
    private final ModelRegistry registry;
    private final Path folder;
    private final Map<Integer, List<Integer>> known = new ConcurrentHashMap<>();

    ColourModel(ModelName model, ModelRegistry registry, Path folder) {
        this.model = model;
        this.registry = registry;
        this.folder = folder;
    }

    void register() throws IOException {
        new KafkaModelTopics(TestKafka.clients(), 1 << 20).create(model);
        registry.claim(new ModelSettings(model, 0.5, Manifests.NOW));
        known.put(1, List.of(0));
        publish(1, Optional.empty());
        move(1, 1, Optional.empty(), Move.REGISTERED);
    }

    /** From now on the version cannot be loaded. */
    void forget(int version) {
        known.remove(version);
    }

    void mend(int version, List<Integer> colours) {
        known.put(version, colours);
    }

    private void publish(int version, Optional<Long> trainedUpTo) throws IOException {
        String writer = "run-" + version;
        registry.versions()
                .publish(Manifests.draft(
                        model,
                        writer,
                        Files.writeString(folder.resolve("model.pt"), "never loaded here"),
                        trainedUpTo.map(offset -> Manifests.training(model, writer, offset))));
    }

    private void move(long sequence, int version, Optional<Integer> previous, Move move) {
        registry.champions()
                .append(new ChampionEntry(
                        model, sequence, version, previous, Instant.now(), move, "test", "because", "test"));
    }

    /** Promoted by a hold-out of thirty images, all of which it got right. */
    void promote(int version, long trainedUpTo, List<Integer> colours) throws IOException {
        known.put(version, colours);
        publish(version, Optional.of(trainedUpTo));
        registry.evaluations()
                .conclude(new Evaluation(
                        new Verdict(model, version, Manifests.NOW, 1, Outcome.PROMOTED, List.of()),
                        1,
                        new HoldOutSnapshot(trainedUpTo, 30, Sha256.of("images")),
                        new Measurement(1, 30, 10, 1),
                        new Measurement(version, 30, 30, 1),
                        new PairedOutcomes(10, 0, 20, 0),
                        Optional.empty()));
        move(2, version, Optional.of(1), Move.PROMOTED);
    }

    Classifier load(Manifest manifest) {
        return Optional.ofNullable(known.get(manifest.version()))
                .map(ColourClassifier::new)
                .orElseThrow(() -> new CorruptVersionException(manifest, "no such network"));
    }

    /** All drift of the model that everybody was told of. */
    List<DriftDetected> told() throws MalformedRecordException {
        return told(Topics.DRIFT, DriftDetected.class);
    }

    /** All labels of the model that were doubted. */
    List<LabelDoubted> doubted() throws MalformedRecordException {
        return told(Topics.DOUBTS, LabelDoubted.class);
    }

    private <T extends HoneEvent> List<T> told(String topic, Class<T> type) throws MalformedRecordException {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<T> told = new ArrayList<>();
        try (var consumer = TestKafka.clients().consumer(Map.of())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (var consumed : consumer.poll(Duration.ofMillis(200))) {
                    HoneEvent event = EventRecords.read(consumed);
                    if (type.isInstance(event) && event.model().equals(model)) {
                        told.add(type.cast(event));
                    }
                }
            }
        }
        return told;
    }
}
