package io.hone.trainer.auto;

import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.TrainableClassifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Trains by gradients on some images, to see how that does on others. What was trained is thrown away. */
final class Probe {

    /** It is over sooner than it would be worth writing down. */
    private static final Duration NO_SNAPSHOTS = Duration.ofDays(365);

    private final Classifiers classifiers;
    private final HeadTraining headTraining;
    private final InstantSource clock;

    Probe(Classifiers classifiers, HeadTraining headTraining, InstantSource clock) {
        this.classifiers = classifiers;
        this.headTraining = headTraining;
        this.clock = clock;
    }

    /** @return share of the slice's validation images that are classified rightly, 0 to 1 */
    double accuracy(
            RunPlan plan, Base base, TrainingImages images, Slice slice, RunFolder folder, BooleanSupplier cancelled)
            throws RunCancelledException {
        Recipe recipe = plan.recipe();
        RunFolder attempt = new RunFolder(folder.file("attempt"));
        attempt.delete();
        Base start = headTraining.start(plan, base, images, slice.training(), attempt, cancelled);
        var fineTuning = new FineTuning(
                plan.run(),
                recipe,
                recipe.length().iterations(slice.training().length / recipe.batchSize()),
                base.preprocessing(),
                attempt,
                NO_SNAPSHOTS,
                progress -> {},
                cancelled,
                clock);
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                start.torchScript(), start.preprocessing(), start.classes().size(), start.solver(recipe))) {
            return fineTuning
                    .train(classifier, images, slice)
                    .validationAccuracy()
                    .orElseThrow();
        } finally {
            attempt.delete();
        }
    }
}
