package io.hone.evaluator.drift;

import io.hone.vision.store.StoredImage;
import java.util.Optional;

/**
 * What came of one incoming label.
 *
 * @param image with its label and its record's offset
 * @param by the entry of the champion chain whose version was asked; absent if none could be
 * @param said what that version takes the image for; absent if none was asked
 * @param previousRight whether the champion before was right; absent if it was not asked
 */
record Answer(
        StoredImage image, Result result, Optional<Reign> by, Optional<Opinion> said, Optional<Boolean> previousRight) {

    /** @param confidence in the label, 0 to 1 */
    record Opinion(String label, double confidence) {}

    enum Result {
        RIGHT,
        WRONG,
        /** The label is no class of the champion, which therefore cannot know it. */
        UNKNOWN_CLASS,
        /** Nobody could be asked: each champion was trained on the image, or a former one is broken. */
        UNPREDICTED
    }

    static Answer unpredicted(Arrival arrival) {
        return new Answer(arrival.image(), Result.UNPREDICTED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean isRight() {
        return result == Result.RIGHT;
    }

    /** Whether it says anything about who predicted. */
    boolean counts() {
        return result == Result.RIGHT || result == Result.WRONG;
    }

    String label() {
        return image.label();
    }

    long offset() {
        return image.offset();
    }
}
