package io.hone.evaluator.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.vision.prediction.Answer;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Images and answers as tests need them. */
public final class Sheets {

    static final Instant NEWEST = Instant.parse("2026-11-22T10:15:30Z");

    private Sheets() {}

    /** One image for each label. */
    public static List<StoredImage> images(String... labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(i -> image(i, labels[i], LabelOrigin.UNKNOWN))
                .toList();
    }

    static StoredImage image(int number, String label, LabelOrigin origin) {
        return new StoredImage(ImageId.of(("image " + number).getBytes(UTF_8)), label, number, origin);
    }

    static LabelOrigin origin(String group, String annotator, String source, Instant labelledAt, boolean golden) {
        return new LabelOrigin(Optional.ofNullable(group), Optional.ofNullable(annotator), source, labelledAt, golden);
    }

    static Answer answer(double confidence, int... guesses) {
        return new Answer((float) confidence, guesses);
    }

    /** Of a version that makes one guess about each image, and is always as sure. */
    static AnswerSheet sure(int version, Classes classes, List<StoredImage> images, int... guesses) {
        return new AnswerSheet(
                version,
                classes,
                images,
                IntStream.of(guesses).mapToObj(guess -> answer(1, guess)).toList());
    }

    /** Answers at random, but right {@code skill} of the time where the label is known. */
    public static AnswerSheet random(
            int version, Classes classes, List<StoredImage> images, double skill, Random random) {
        return new AnswerSheet(
                version,
                classes,
                images,
                images.stream()
                        .map(image -> random.nextDouble() < skill
                                ? classes.idOf(image.label()).orElse(0)
                                : random.nextInt(classes.size()))
                        .map(first -> answer(0.3 + 0.7 * random.nextDouble(), guesses(first, classes.size(), random)))
                        .toList());
    }

    private static int[] guesses(int first, int classes, Random random) {
        return IntStream.concat(
                        IntStream.of(first),
                        random.ints(0, classes)
                                .filter(id -> id != first)
                                .distinct()
                                .limit(Math.min(5, classes) - 1))
                .toArray();
    }
}
