package io.hone.vision.classifier;

import java.nio.file.Path;

/** A network that has learnt something: its answers depend on what it sees. */
public final class TrainedNetwork {

    private TrainedNetwork() {}

    public static void saveTo(Path torchScript) {
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 20);
            trainer.save(torchScript);
        }
    }
}
