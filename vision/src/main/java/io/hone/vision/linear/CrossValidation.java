package io.hone.vision.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a learner says about each example when it was fitted without that example's fold. */
final class CrossValidation {

    private final Examples examples;
    private final Folds folds;
    private final Map<Double, float[]> margins = new HashMap<>();

    private CrossValidation(Examples examples, Folds folds) {
        this.examples = examples;
        this.folds = folds;
    }

    /** @param l2s as for {@link Learner#fit} */
    static CrossValidation of(Examples examples, Folds folds, Learner learner, List<Double> l2s) {
        CrossValidation validation = new CrossValidation(examples, folds);
        l2s.forEach(l2 -> validation.margins.put(l2, new float[examples.count() * examples.classes()]));
        for (int fold = 0; fold < folds.count(); fold++) {
            List<LinearClassifier> fitted = learner.fit(examples.subset(folds.outside(fold)), l2s);
            for (int i = 0; i < l2s.size(); i++) {
                validation.hear(fitted.get(i), folds.inside(fold), validation.margins.get(l2s.get(i)));
            }
        }
        return validation;
    }

    private void hear(LinearClassifier classifier, int[] rows, float[] heard) {
        float[] margins = classifier.margins(examples.subset(rows));
        int classes = examples.classes();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(margins, i * classes, heard, rows[i] * classes, classes);
        }
    }

    SortedMap<Double, Score> scores() {
        SortedMap<Double, Score> scores = new TreeMap<>();
        margins.forEach((l2, heard) -> scores.put(l2, score(heard)));
        return scores;
    }

    private Score score(float[] heard) {
        double[] right = new double[folds.count()];
        int[] asked = new int[folds.count()];
        for (int i = 0; i < examples.count(); i++) {
            int fold = folds.foldOf()[i];
            asked[fold]++;
            right[fold] += LinearClassifier.top(heard, i, examples.classes()) == examples.labels()[i] ? 1 : 0;
        }
        for (int fold = 0; fold < right.length; fold++) {
            right[fold] /= asked[fold];
        }
        return Score.of(right);
    }

    /** The factor that makes probabilities of margins. */
    double temperatureFactor(double l2) {
        return Temperature.factor(margins.get(l2), examples.labels(), examples.classes());
    }
}
