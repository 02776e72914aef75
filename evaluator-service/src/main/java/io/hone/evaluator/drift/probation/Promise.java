package io.hone.evaluator.drift.probation;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Evaluation;

/**
 * What the hold-out let expect of a champion when it was promoted.
 *
 * @param images of the hold-out
 * @param correct how many of them it got right
 * @param fromOffset labels from here on came in after the hold-out was looked at
 */
public record Promise(int images, int correct, long fromOffset) {

    public Promise {
        Checks.atLeast("images", images, 0);
        Checks.within("correct", correct, 0, images);
        Checks.atLeast("fromOffset", fromOffset, 0);
    }

    public static Promise of(Evaluation evaluation) {
        return new Promise(
                evaluation.candidate().images(),
                evaluation.candidate().correct(),
                evaluation.holdOut().nextOffset());
    }

    /** 0 to 1; 0 where there are no images. */
    public double accuracy() {
        return images == 0 ? 0 : (double) correct / images;
    }
}
