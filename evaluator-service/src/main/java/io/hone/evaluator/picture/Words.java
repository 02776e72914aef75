package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Verdict;
import java.util.Locale;

/** How pictures say numbers and names. */
final class Words {

    private static final int LONGEST_LABEL = 22;

    private Words() {}

    static String heading(Evaluation evaluation) {
        Verdict verdict = evaluation.verdict();
        return "%s: candidate %d and champion %d on %s hold-out images"
                .formatted(
                        verdict.model(),
                        verdict.version(),
                        verdict.champion(),
                        count(evaluation.holdOut().images()));
    }

    static String count(int images) {
        return String.format(Locale.ROOT, "%,d", images);
    }

    /** In three or four characters. */
    static String shortCount(int images) {
        if (images < 1000) {
            return Integer.toString(images);
        }
        return images < 10_000 ? String.format(Locale.ROOT, "%.1fk", images / 1000.0) : images / 1000 + "k";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String label(String label) {
        int length = label.codePointCount(0, label.length());
        return length <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
