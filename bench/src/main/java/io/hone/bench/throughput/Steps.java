package io.hone.bench.throughput;

import io.hone.bench.scenario.Setting;
import io.hone.bench.training.GradientTraining;
import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Version;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.recipe.Recipe;
import io.hone.images.Pixels;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.StoredTrainingImages;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.plan.PlannedImage;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.TrainableClassifier;
import io.hone.vision.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same number of steps, taken in two ways; each time from the same weights. */
final class Steps {

    private final Classifiers classifiers;
    private final RunPlan plan;
    private final Base base;
    private final ImageStream images;
    private final Path folder;

    Steps(Setting setting, RunPlan plan, Version version, ImageStream images, Path folder) {
        this.classifiers = setting.classifiers();
        this.plan = plan;
        this.base = Base.of(version.torchScript(), version.manifest());
        this.images = images;
        this.folder = folder;
    }

    int count() {
        return plan.iterations();
    }

    /** Images a second of a run's training: out of the store, varied, in batches, with all that a run keeps account of. */
    double whole() {
        return onStored(training -> new GradientTraining(classifiers, progress -> {})
                .train(base, recipe(), training, Slice.of(training.classIds(), 0, recipe().seed()), folder)
                .seconds());
    }

    /** Images a second of steps on one batch that lies ready. */
    double bare() {
        return onStored(training -> {
            int count = Math.min(recipe().batchSize(), training.count());
            List<Pixels> pixels =
                    IntStream.range(0, count).mapToObj(training::pixels).toList();
            return seconds(
                    PixelBatch.of(pixels),
                    IntStream.range(0, count).map(training::classId).toArray());
        });
    }

    private double seconds(PixelBatch batch, int[] classIds) {
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                base.torchScript(), base.preprocessing(), base.classes().size(), base.solver(recipe()))) {
            long start = System.nanoTime();
            for (int step = 1; step <= count(); step++) {
                classifier.step(batch, classIds, recipe().schedule().factor(step, count()));
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private double onStored(ToDoubleFunction<TrainingImages> seconds) {
        try (Snapshot snapshot = images.store().snapshot()) {
            Set<ImageId> stored = plan.images().stream().map(PlannedImage::id).collect(Collectors.toSet());
            TrainingImages training = new StoredTrainingImages(plan, base.classes(), snapshot, stored);
            int batch = Math.min(recipe().batchSize(), training.count());
            return batch * count() / seconds.applyAsDouble(training);
        }
    }

    private Recipe recipe() {
        return plan.recipe();
    }
}
