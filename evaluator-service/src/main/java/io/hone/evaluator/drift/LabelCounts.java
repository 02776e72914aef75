package io.hone.evaluator.drift;

import io.hone.contracts.Checks;

/**
 * What came of all labels so far; an image counts once.
 *
 * @param unknownClass labels that the champion of the time did not know: neither right nor wrong
 * @param unpredicted labels about which no champion could be asked
 */
public record LabelCounts(long right, long wrong, long unknownClass, long unpredicted) {

    static final LabelCounts NONE = new LabelCounts(0, 0, 0, 0);

    public LabelCounts {
        Checks.atLeast("right", right, 0);
        Checks.atLeast("wrong", wrong, 0);
        Checks.atLeast("unknownClass", unknownClass, 0);
        Checks.atLeast("unpredicted", unpredicted, 0);
    }

    LabelCounts plus(Answer.Result result) {
        return switch (result) {
            case RIGHT -> new LabelCounts(right + 1, wrong, unknownClass, unpredicted);
            case WRONG -> new LabelCounts(right, wrong + 1, unknownClass, unpredicted);
            case UNKNOWN_CLASS -> new LabelCounts(right, wrong, unknownClass + 1, unpredicted);
            case UNPREDICTED -> new LabelCounts(right, wrong, unknownClass, unpredicted + 1);
        };
    }
}
