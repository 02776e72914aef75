package io.hone.evaluator.evaluation;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.picture.VerdictPictures;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.ToldVerdicts;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An evaluator of one model, without engine and broker: version 1 is registered, and champion. */
final class ColourEvaluator implements AutoCloseable {

    static final ModelName MODEL = new ModelName("colours");

    final ObjectStore bucket = new InMemoryObjectStore();
    final HoldOuts holdOuts = new HoldOuts();
    final ToldVerdicts told = new ToldVerdicts();
    final KnownColours versions = new KnownColours();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ImageStore store;
    ModelRegistry registry = new ModelRegistry(bucket);
    Optional<Instant> newestLabel = Optional.empty();
    Clock clock = Clock.fixed(Manifests.NOW, ZoneOffset.UTC);
    private final Path folder;

    ColourEvaluator(Path folder) {
        this.folder = folder;
        this.store = ImageStore.open(folder.resolve("store"), Manifests.SIZE, Manifests.SIZE);
        holdOuts.assigned(MODEL, store);
    }

    /** Where answers are kept. */
    Path predictions() {
        return folder.resolve("predictions");
    }

    /** Of three classes. */
    void publish(int version, List<Integer> colours) {
        publish(version, Manifests.COLOURS, colours);
    }

    void publish(int version, Classes classes, List<Integer> colours) {
        publish(version, 0, classes, colours);
    }

    /** @param toOffset the offset after the last record that its trainer had read */
    void publish(int version, long toOffset, Classes classes, List<Integer> colours) {
        String run = "run-" + version;
        registry.versions()
                .publish(Manifests.draft(
                        MODEL,
                        run,
                        torchScript(version),
                        classes,
                        version == 1 ? Optional.empty() : Optional.of(Manifests.training(MODEL, run, toOffset))));
        versions.knows(version, colours);
    }

    /** Never loaded here; each version has its own. */
    private Path torchScript(int version) {
        try {
            return Files.writeString(folder.resolve("model-%d.pt".formatted(version)), "version " + version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void champion(int version) {
        Optional<ChampionEntry> head = registry.champions().head(MODEL);
        long sequence = head.map(ChampionEntry::sequence).orElse(0L) + 1;
        registry.champions()
                .append(new ChampionEntry(
                        MODEL,
                        sequence,
                        version,
                        head.map(ChampionEntry::version),
                        Manifests.NOW,
                        head.isEmpty() ? Move.REGISTERED : Move.PROMOTED,
                        "ada",
                        "by hand",
                        "ada-" + sequence));
    }

    /** A policy that a dozen images are enough for. */
    static Policy policy(Map<String, Object> settings) {
        Policy small = Policy.of(Map.of("hold-out.images", 6, "hold-out.images-per-class", 1));
        return new Policy(PolicyKeys.settings(settings).over(small.settings()));
    }

    void sweep() {
        sweep(policy(Map.of())).run();
    }

    Sweep sweep(Policy policy) {
        EvaluatorMetrics metrics = new EvaluatorMetrics(meters);
        CandidateEvaluation evaluation = new CandidateEvaluation(
                registry,
                Comparers.untimed(registry, versions, predictions(), metrics),
                Comparers.lone(registry, versions, predictions()),
                new Judge(registry, model -> policy, clock),
                new Promoter(registry, told, metrics::moved),
                new VerdictPictures(registry),
                versions,
                metrics,
                dataset -> newestLabel);
        return new Sweep(
                registry, holdOuts, new PendingCandidates(registry, model -> policy, clock), evaluation, metrics);
    }

    List<Outcome> outcomes() {
        return told.verdicts.stream().map(Verdict::outcome).toList();
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    @Override
    public void close() {
        store.close();
    }
}
