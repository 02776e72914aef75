package io.hone.evaluator.report;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.vision.prediction.Answer;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a version said about the images of a comparison.
 *
 * @param classes that it tells apart
 * @param answers one for each image, in the same order
 */
public record AnswerSheet(int version, Classes classes, List<StoredImage> images, List<Answer> answers) {

    public AnswerSheet {
        Checks.atLeast("version", version, 1);
        Checks.present("classes", classes);
        if (images.size() != answers.size()) {
            throw new IllegalArgumentException("%d answers for %d images".formatted(answers.size(), images.size()));
        }
    }

    public int size() {
        return images.size();
    }

    String label(int image) {
        return images.get(image).label();
    }

    /** The class that the version takes the image for. */
    String taken(int image) {
        return classes.label(answers.get(image).classId());
    }

    double confidence(int image) {
        return answers.get(image).confidence();
    }

    /** About a label that the version does not know it never is. */
    public boolean isRight(int image) {
        return taken(image).equals(label(image));
    }

    /** Whether the label is among the first {@code k} guesses. */
    boolean isNear(int image, int k) {
        Answer answer = answers.get(image);
        return classes.idOf(label(image)).stream().anyMatch(classId -> answer.isAmong(k, classId));
    }

    public int correct() {
        return (int) IntStream.range(0, size()).filter(this::isRight).count();
    }
}
