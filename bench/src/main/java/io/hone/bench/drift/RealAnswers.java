package io.hone.bench.drift;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.contracts.model.Classes;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * A network's answers about real images, of which streams are drawn.
 *
 * @param right about which images it is
 */
record RealAnswers(int images, BitSet right) {

    private static final int BATCH = 100;

    static RealAnswers of(Classifiers classifiers, Path torchScript, Classes classes, Examples examples) {
        BitSet right = new BitSet(examples.size());
        try (Classifier classifier = classifiers.load(torchScript, Cifar.PREPROCESSING, classes.size())) {
            for (int from = 0; from < examples.size(); from += BATCH) {
                List<Example> batch = examples.list().subList(from, Math.min(examples.size(), from + BATCH));
                Predictions predictions = classifier.predict(
                        PixelBatch.of(batch.stream().map(Example::pixels).toList()));
                for (int i = 0; i < batch.size(); i++) {
                    right.set(
                            from + i,
                            classes.label(predictions.top(i))
                                    .equals(batch.get(i).label()));
                }
            }
        }
        return new RealAnswers(examples.size(), right);
    }

    double accuracy() {
        return (double) right.cardinality() / images;
    }

    /** Images in any order. */
    Trials.Answers drawn() {
        return (random, label) -> right.get(random.nextInt(images));
    }
}
