package io.hone.evaluator.drift;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Finding;
import io.hone.evaluator.drift.accuracy.AccuracyFall;
import io.hone.evaluator.drift.probation.Probation;
import java.time.Instant;
import java.util.Locale;

/**
 * What was found, as it is told.
 *
 * @param now when it was
 */
record Drifts(ModelName model, Instant now) {

    static final String CHANGE = "accuracy-change";
    static final String FLOOR = "accuracy-floor";

    DriftDetected fall(AccuracyFall fall, Answer answer, Reign champion) {
        double points = fall.before() - fall.after();
        String explanation = text(
                "Version %d is right on %.1f %% of the last %d labels, on %.1f %% before: %.1f points less, %.1f could be"
                        + " chance.",
                champion.entry().version(),
                100 * fall.after(),
                fall.labels(),
                100 * fall.before(),
                100 * points,
                100 * fall.bound());
        return drift(
                answer,
                champion,
                fall.before(),
                fall.after(),
                fall.labels(),
                new Finding(CHANGE, points, fall.bound(), false, explanation));
    }

    DriftDetected belowFloor(AccuracyFloor floor, double accuracy, int labels, Answer answer, Reign champion) {
        String explanation = text(
                "Of the last %d labels %.1f %% were predicted right, at least %.1f %% are demanded.",
                labels, 100 * accuracy, 100 * floor.least());
        return drift(
                answer,
                champion,
                floor.least(),
                accuracy,
                labels,
                new Finding(FLOOR, accuracy, floor.least(), false, explanation));
    }

    DriftDetected brokenPromise(Probation probation, Answer answer, Reign champion) {
        int labels = probation.paired().images();
        return drift(
                answer,
                champion,
                probation.promise().accuracy(),
                (double) probation.paired().candidateCorrect() / labels,
                labels,
                probation.promiseFinding().orElseThrow());
    }

    private DriftDetected drift(
            Answer answer, Reign champion, double accuracyBefore, double accuracyAfter, long labels, Finding finding) {
        return new DriftDetected(
                model,
                now,
                answer.offset(),
                champion.entry().version(),
                accuracyBefore,
                accuracyAfter,
                Math.toIntExact(labels),
                finding);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
