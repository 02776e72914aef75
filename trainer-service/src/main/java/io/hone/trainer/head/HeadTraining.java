package io.hone.trainer.head;

import io.hone.trainer.finetune.*;
import io.hone.trainer.plan.*;
import io.hone.vision.classifier.*;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

public final class HeadTraining {
    public HeadTraining(Classifiers classifiers, DeviceChoice device, Path directory) {
        this.directory = directory;
    }

    private final Path directory;

    public Trained train(
            RunPlan plan,
            Base base,
            TrainingImages images,
            RunFolder folder,
            ProgressListener listener,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        return none;
    }

    public double accuracy(
            RunPlan plan,
            Base base,
            TrainingImages images,
            List<Slice> folds,
            RunFolder folder,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        return directory.hashCode();
    }

    private final Trained none = null;
}
