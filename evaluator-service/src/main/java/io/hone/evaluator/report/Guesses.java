package io.hone.evaluator.report;

import io.hone.contracts.verdict.TopK;
import io.hone.vision.prediction.Answer;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many guesses versions have that are compared: the same for both, half the classes of the one that knows fewer, and
 * at most {@value Answer#MOST_GUESSES}. So who guesses blindly is right at most every second time. With five classes or
 * fewer there is nothing to tell.
 *
 * @param k 0 for nothing to tell
 */
record Guesses(int k) {

    private static final int MOST_CLASSES_WITHOUT = 5;

    static Guesses among(int classes) {
        return new Guesses(classes > MOST_CLASSES_WITHOUT ? Math.min(Answer.MOST_GUESSES, classes / 2) : 0);
    }

    /** Of one version. */
    Optional<TopK> of(AnswerSheet sheet) {
        if (k == 0) {
            return Optional.empty();
        }
        long near = IntStream.range(0, sheet.size())
                .filter(image -> sheet.isNear(image, k))
                .count();
        return Optional.of(new TopK(k, sheet.size() == 0 ? 0 : (double) near / sheet.size()));
    }
}
