package io.hone.bench.forgetting;

import io.hone.bench.base.BaseNetwork;
import io.hone.bench.base.Yardstick;
import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.Setting;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Version;
import java.nio.file.Path;

/** What arrives round by round, after the images that the base was trained on; and test images of all that was seen. */
final class Course implements AutoCloseable {

    private static final int IMAGES = 1000;
    private static final int TEST_IMAGES = 500;

    /** A new class enters from 20 images on: of the fewest that a round may have, each of three classes has 22. */
    private static final int FEWEST_IMAGES = 66;

    private final int imagesInRound;
    private final int testImagesInRound;
    private final Supply training;
    private final Supply test;
    private final Accuracy accuracy;
    private final ImageStream images;
    private Examples seen;

    Course(Setting setting, Path folder) {
        this.imagesInRound = setting.scaled(IMAGES, FEWEST_IMAGES);
        this.testImagesInRound = setting.scaled(TEST_IMAGES, 30);
        this.training = new Supply(setting.cifar().training(Yardstick.BATCHES + 1, Cifar.BATCHES));
        this.test = new Supply(setting.cifar().test());
        this.accuracy = new Accuracy(setting.classifiers());
        this.images = ImageStream.empty(folder);
        images.send(BaseNetwork.images(setting));
        seen = test.take(Yardstick.KNOWN.labels(), testImagesInRound);
    }

    void next(Round round) {
        images.send(training.take(round.classes(), imagesInRound).seen(round.look()));
        seen = seen.and(test.take(round.classes(), testImagesInRound).seen(round.look()));
    }

    ImageStream images() {
        return images;
    }

    /** On test images of everything so far, base included: 0 to 1. */
    double accuracy(Version version) {
        return accuracy.of(version.torchScript(), version.classes(), seen);
    }

    @Override
    public void close() {
        images.close();
    }
}
