package io.hone.vision.prediction;

import io.hone.contracts.Checks;
import io.hone.vision.classifier.Predictions;

/**
 * What a version takes an image for.
 *
 * @param confidence its probability of the first guess, 0 to 1; 0 if the network's outputs are no numbers
 * @param guesses its most probable classes by their ids, best first; of equals the lower id. At least one, at most
 *     {@link #MOST_GUESSES}
 */
public record Answer(float confidence, int[] guesses) {

    public static final int MOST_GUESSES = 5;

    public Answer {
        Checks.within("confidence", confidence, 0, 1);
        Checks.within("guesses", guesses.length, 1, MOST_GUESSES);
    }

    /** About one image of a batch. */
    public static Answer of(Predictions predictions, int image) {
        int[] guesses = new int[Math.min(MOST_GUESSES, predictions.classes())];
        for (int rank = 0; rank < guesses.length; rank++) {
            guesses[rank] = next(predictions, image, guesses, rank);
        }
        float confidence = predictions.probability(image, guesses[0]);
        // Rounding may lift a softmax a little over 1.
        return new Answer(Float.isNaN(confidence) ? 0 : Math.min(confidence, 1), guesses);
    }

    /** The most probable class beside the first {@code taken}. */
    private static int next(Predictions predictions, int image, int[] guesses, int taken) {
        int next = -1;
        for (int classId = 0; classId < predictions.classes(); classId++) {
            boolean free = !contains(guesses, taken, classId);
            if (free && (next < 0 || predictions.probability(image, classId) > predictions.probability(image, next))) {
                next = classId;
            }
        }
        return next;
    }

    /** The class it takes the image for. */
    public int classId() {
        return guesses[0];
    }

    /** Whether the class is among the first {@code k} guesses. */
    public boolean isAmong(int k, int classId) {
        return contains(guesses, Math.min(k, guesses.length), classId);
    }

    private static boolean contains(int[] guesses, int first, int classId) {
        for (int rank = 0; rank < first; rank++) {
            if (guesses[rank] == classId) {
                return true;
            }
        }
        return false;
    }
}
