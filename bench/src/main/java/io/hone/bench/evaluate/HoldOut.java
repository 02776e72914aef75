package io.hone.bench.evaluate;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.scenario.Setting;
import io.hone.bench.training.ImageStream;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.evaluation.Comparer;
import io.hone.evaluator.evaluation.DownloadingLoader;
import io.hone.evaluator.evaluation.KeptPredictions;
import io.hone.evaluator.hygiene.ImageLists;
import io.hone.evaluator.hygiene.Inspector;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.VersionDraft;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An evaluator's view of a model: versions in a bucket, a champion, images in a store. */
final class HoldOut {

    private static final ModelName MODEL = new ModelName("bench");
    /** As the evaluator has it by default. */
    private static final int LATENCY_IMAGES = 50;

    private final ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());
    private final Setting setting;
    private final ImageStream images;
    private final Path folder;

    HoldOut(Setting setting, ImageStream images, Path folder) {
        this.setting = setting;
        this.images = images;
        this.folder = folder;
    }

    /** The first becomes the champion. */
    Manifest publish(Path torchScript) {
        Manifest version = registry.versions()
                .publish(VersionDraft.base(
                        MODEL,
                        torchScript.getFileName().toString(),
                        Instant.EPOCH,
                        torchScript,
                        Cifar.CLASSES,
                        Cifar.PREPROCESSING,
                        "",
                        Map.of()));
        if (version.version() == 1) {
            registry.champions()
                    .append(new ChampionEntry(
                            MODEL,
                            1,
                            1,
                            Optional.empty(),
                            Instant.EPOCH,
                            Move.REGISTERED,
                            "bench",
                            "registered",
                            "bench"));
        }
        return version;
    }

    /**
     * A whole comparison with the champion.
     *
     * @param predictions where versions' answers are kept
     * @return seconds
     */
    double evaluate(Manifest candidate, String predictions) {
        Comparer comparer = new Comparer(
                registry,
                new DownloadingLoader(registry.versions(), setting.classifiers(), folder.resolve("models")),
                new KeptPredictions(folder.resolve(predictions), registry),
                new Inspector(registry, new ImageLists(registry.versions(), folder.resolve("image-lists"))),
                Evaluate.BATCH,
                LATENCY_IMAGES,
                new EvaluatorMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
        long start = System.nanoTime();
        comparer.compare(candidate, images.store());
        return (System.nanoTime() - start) / 1e9;
    }
}
