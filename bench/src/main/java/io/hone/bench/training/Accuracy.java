package io.hone.bench.training;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.contracts.model.Classes;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.nio.file.Path;
import java.util.List;

/** How often a network is right. */
public final class Accuracy {

    private static final int BATCH = 100;

    private final Classifiers classifiers;

    public Accuracy(Classifiers classifiers) {
        this.classifiers = classifiers;
    }

    /**
     * @param classes of the network; an image of another one is always taken for something else
     * @return 0 to 1
     */
    public double of(Path torchScript, Classes classes, Examples examples) {
        int right = 0;
        try (Classifier classifier = classifiers.load(torchScript, Cifar.PREPROCESSING, classes.size())) {
            for (int from = 0; from < examples.size(); from += BATCH) {
                List<Example> batch = examples.list().subList(from, Math.min(examples.size(), from + BATCH));
                right += right(classifier, classes, batch);
            }
        }
        return right / (double) examples.size();
    }

    private static int right(Classifier classifier, Classes classes, List<Example> batch) {
        Predictions predictions = classifier.predict(
                PixelBatch.of(batch.stream().map(Example::pixels).toList()));
        int right = 0;
        for (int i = 0; i < batch.size(); i++) {
            right += classes.label(predictions.top(i)).equals(batch.get(i).label()) ? 1 : 0;
        }
        return right;
    }
}
