package io.hone.evaluator.drift;

import java.util.Optional;

/**
 * What came of one incoming label.
 *
 * @param offset of its record
 * @param by the entry of the champion chain whose version was asked; absent if none could be
 * @param previousRight whether the champion before was right; absent if it was not asked
 */
record Answer(long offset, String label, Result result, Optional<Link> by, Optional<Boolean> previousRight) {

    enum Result {
        RIGHT,
        WRONG,
        /** The label is no class of the champion, which therefore cannot know it. */
        UNKNOWN_CLASS,
        /** No champion could be asked: each was trained on the image, or cannot be loaded. */
        UNPREDICTED
    }

    static Answer unpredicted(Arrival arrival) {
        return new Answer(
                arrival.image().offset(),
                arrival.image().label(),
                Result.UNPREDICTED,
                Optional.empty(),
                Optional.empty());
    }

    boolean isRight() {
        return result == Result.RIGHT;
    }
}
