package io.hone.evaluator.promotion;

/** What becomes a reason in the chain, or an explanation of a finding. */
final class Reasons {

    private static final int LONGEST = 1000;

    private Reasons() {}

    static String shortened(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
    }
}
