package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * How champion and candidate did on the same images, image by image: where both are right or wrong says nothing about
 * which is better, the two other counts say all of it.
 *
 * @param both images that both got right
 * @param onlyChampion images that only the champion got right: what a promotion would break
 * @param onlyCandidate images that only the candidate got right: what a promotion would mend
 * @param neither images that both got wrong
 */
public record PairedOutcomes(int both, int onlyChampion, int onlyCandidate, int neither) {

    public static final PairedOutcomes NONE = new PairedOutcomes(0, 0, 0, 0);

    public PairedOutcomes {
        Checks.atLeast("both", both, 0);
        Checks.atLeast("onlyChampion", onlyChampion, 0);
        Checks.atLeast("onlyCandidate", onlyCandidate, 0);
        Checks.atLeast("neither", neither, 0);
    }

    public PairedOutcomes plus(boolean championRight, boolean candidateRight) {
        return new PairedOutcomes(
                both + count(championRight && candidateRight),
                onlyChampion + count(championRight && !candidateRight),
                onlyCandidate + count(!championRight && candidateRight),
                neither + count(!championRight && !candidateRight));
    }

    public PairedOutcomes plus(PairedOutcomes others) {
        return new PairedOutcomes(
                both + others.both,
                onlyChampion + others.onlyChampion,
                onlyCandidate + others.onlyCandidate,
                neither + others.neither);
    }

    public int images() {
        return both + onlyChampion + onlyCandidate + neither;
    }

    public int championCorrect() {
        return both + onlyChampion;
    }

    public int candidateCorrect() {
        return both + onlyCandidate;
    }

    private static int count(boolean one) {
        return one ? 1 : 0;
    }
}
