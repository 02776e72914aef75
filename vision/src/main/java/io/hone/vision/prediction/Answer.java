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
        guesses = guesses.clone();
    }

    /** About one image of a batch. */
    public static Answer of(Predictions predictions, int image) {
        int[] guesses = new int[Math.min(MOST_GUESSES, predictions.classes())];
        int found = 0;
        for (int classId = 0; classId < predictions.classes(); classId++) {
            int rank = rank(predictions, image, guesses, found, classId);
            if (rank < guesses.length) {
                System.arraycopy(guesses, rank, guesses, rank + 1, Math.min(found, guesses.length - 1) - rank);
                guesses[rank] = classId;
                found = Math.min(found + 1, guesses.length);
            }
        }
        float confidence = predictions.probability(image, guesses[0]);
        // Rounding may lift a softmax a little over 1.
        return new Answer(Float.isNaN(confidence) ? 0 : Math.min(confidence, 1), guesses);
    }

    /** Where the class belongs among the first {@code found} guesses. */
    private static int rank(Predictions predictions, int image, int[] guesses, int found, int classId) {
        float probability = predictions.probability(image, classId);
        int rank = found;
        while (rank > 0 && probability > predictions.probability(image, guesses[rank - 1])) {
            rank--;
        }
        return rank;
    }

    @Override
    public int[] guesses() {
        return guesses.clone();
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
