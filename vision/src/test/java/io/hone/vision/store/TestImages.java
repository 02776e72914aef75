package io.hone.vision.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Images made from a number: the same number, the same image. */
final class TestImages {

    static final int WIDTH = 5;
    static final int HEIGHT = 4;

    private TestImages() {}

    static ImageId id(int number) {
        return ImageId.of(("image " + number).getBytes(UTF_8));
    }

    static StoredImage image(int number, String label, long offset) {
        return new StoredImage(id(number), label, offset, origin(number, offset));
    }

    /** Group, annotator and mark are there for some and not for others. */
    private static LabelOrigin origin(int number, long offset) {
        return new LabelOrigin(
                Optional.of("group " + number % 3).filter(group -> number % 2 == 0),
                Optional.of("Ägidius").filter(annotator -> offset % 3 == 0),
                "/test",
                Instant.ofEpochSecond(1_795_000_000 + offset),
                number % 5 == 0);
    }

    static Pixels pixels(int number) {
        return pixels(number, WIDTH, HEIGHT);
    }

    static Pixels pixels(int number, int width, int height) {
        byte[] rgb = new byte[Pixels.CHANNELS * width * height];
        new Random(number).nextBytes(rgb);
        return new Pixels(width, height, rgb);
    }
}
