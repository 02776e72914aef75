package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;

/** Findings about versions that cannot be used. What engine or bucket say of them becomes part of one line. */
public final class Usability {

    static final String CHAMPION = "champion-usable";
    static final String CANDIDATE = "candidate-usable";

    private static final int LONGEST_REASON = 500;

    private Usability() {}

    /** Neither the champion can be used nor any before it. */
    static Finding nobody(int champion, String reason) {
        return finding(
                CHAMPION,
                "Version %d, the champion, cannot be used, and no champion before it can, so there is nothing to compare the candidate with: %s"
                        .formatted(champion, line(reason)));
    }

    /** @param standIn the best champion before it, which the candidate was compared with */
    public static Finding standIn(int champion, String reason, int standIn) {
        return finding(
                CHAMPION,
                "Version %d, the champion, cannot be used, so the candidate is compared with version %d, the best champion before it: %s"
                        .formatted(champion, standIn, line(reason)));
    }

    public static Finding candidate(int candidate, String reason) {
        return finding(
                CANDIDATE,
                "Version %d, the candidate, cannot be used, so there is nothing to judge: %s"
                        .formatted(candidate, line(reason)));
    }

    private static Finding finding(String rule, String explanation) {
        return new Finding(rule, 0, 1, false, explanation);
    }

    private static String line(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
