package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Verdict;
import java.util.Locale;

/** How pictures say numbers and names. */
final class Words {

    private static final int WIDEST_LABEL = 22;
    /** From here on, characters of East Asian writing. */
    private static final int FIRST_WIDE = 0x2e80;

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

    /** Cut off where it would be too wide. */
    static String label(String label) {
        if (width(label) <= WIDEST_LABEL) {
            return label;
        }
        int end = 0;
        while (width(label.substring(0, end)) <= WIDEST_LABEL - 2) {
            end = label.offsetByCodePoints(end, 1);
        }
        return label.substring(0, end) + "…";
    }

    /** About how wide it is, in letters of the Latin alphabet. */
    static double width(String text) {
        return text.codePoints()
                .mapToDouble(character -> character < FIRST_WIDE ? 1 : 1.75)
                .sum();
    }
}
