package io.hone.vision.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Images and features made from a number: the same number, the same ones. */
final class TestFeatures {

    static final int WIDTH = 7;

    private TestFeatures() {}

    static String backbone(int number) {
        return Sha256.of("backbone " + number);
    }

    static ImageId id(int number) {
        return ImageId.of(("image " + number).getBytes(UTF_8));
    }

    static List<ImageId> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(TestFeatures::id).toList();
    }

    static float[] features(int number) {
        Random random = new Random(number);
        float[] features = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            features[i] = random.nextFloat();
        }
        return features;
    }

    /** Of all those images, one after the other. */
    static float[] features(int from, int to) {
        float[] all = new float[(to - from) * WIDTH];
        for (int number = from; number < to; number++) {
            System.arraycopy(features(number), 0, all, (number - from) * WIDTH, WIDTH);
        }
        return all;
    }
}
