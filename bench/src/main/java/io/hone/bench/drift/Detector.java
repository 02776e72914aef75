package io.hone.bench.drift;

import io.hone.evaluator.drift.accuracy.Adwin;

/** Is told of each answer whether it was right, and says when answers have become right less often. */
interface Detector {

    /** @return whether it says so now */
    boolean add(boolean isRight);

    static Detector adwin(double delta) {
        Adwin detector = new Adwin(delta);
        return isRight -> detector.add(isRight).isPresent();
    }
}
