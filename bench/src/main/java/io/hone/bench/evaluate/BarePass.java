package io.hone.bench.evaluate;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.PixelBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A network over batches that lie in memory, and nothing else. Holds native memory until closed. */
final class BarePass implements AutoCloseable {

    private final Classifier classifier;
    private final List<PixelBatch> batches;

    BarePass(Classifiers classifiers, Path torchScript, Examples examples) {
        this.classifier = classifiers.load(torchScript, Cifar.PREPROCESSING, Cifar.CLASSES.size());
        this.batches = IntStream.iterate(0, from -> from < examples.size(), from -> from + Evaluate.BATCH)
                .mapToObj(from -> examples.list().subList(from, Math.min(from + Evaluate.BATCH, examples.size())))
                .map(batch -> PixelBatch.of(batch.stream().map(Example::pixels).toList()))
                .toList();
    }

    /** @return seconds */
    double run() {
        long start = System.nanoTime();
        batches.forEach(classifier::predict);
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
