package io.hone.bench.training;

import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.ProgressListener;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.Trained;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.TrainableClassifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Hone's training by gradients, without a service around it. */
public final class GradientTraining {

    /** Longer than any run: nobody takes one up here. */
    private static final Duration NO_SNAPSHOTS = Duration.ofDays(365);

    private final Classifiers classifiers;
    private final ProgressListener listener;

    public GradientTraining(Classifiers classifiers, ProgressListener listener) {
        this.classifiers = classifiers;
        this.listener = listener;
    }

    /** @param seconds of the training alone, without loading the network */
    public record Result(Trained trained, double seconds) {}

    /**
     * @param slice what of the images is trained on, and what is only looked at
     * @param folder emptied first; the trained weights lie in it
     */
    public Result train(Base base, Recipe recipe, TrainingImages images, Slice slice, Path folder) {
        RunFolder run = new RunFolder(folder);
        run.delete();
        int iterations = recipe.length().iterations(slice.training().length / recipe.batchSize());
        FineTuning training = new FineTuning(
                "bench",
                recipe,
                iterations,
                base.preprocessing(),
                run,
                NO_SNAPSHOTS,
                listener,
                () -> false,
                Clock.systemUTC());
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                base.torchScript(), base.preprocessing(), base.classes().size(), base.solver(recipe))) {
            long start = System.nanoTime();
            Trained trained = training.train(classifier, images, slice);
            return new Result(trained, (System.nanoTime() - start) / 1e9);
        } catch (RunCancelledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }
}
