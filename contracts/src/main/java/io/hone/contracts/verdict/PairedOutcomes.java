package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * How champion and candidate did on the same images, image by image: where both are right or wrong says nothing about
 * which is better, the two other counts say all of it.
 *
 * @param both images that both got right
 * @param onlyChampion images that only the champion got right: what a promotion would break
 * @param onlyCandidate images that only the candidate got right: what a promotion would mend
 * @param neither images that both got wrong
 * @param groups the same with one vote a group; absent where no two images are of one
 */
public record PairedOutcomes(int both, int onlyChampion, int onlyCandidate, int neither, Optional<Votes> groups) {

    public static final PairedOutcomes NONE = new PairedOutcomes(0, 0, 0, 0);

    public PairedOutcomes {
        Checks.atLeast("both", both, 0);
        Checks.atLeast("onlyChampion", onlyChampion, 0);
        Checks.atLeast("onlyCandidate", onlyCandidate, 0);
        Checks.atLeast("neither", neither, 0);
        groups = groups == null ? Optional.empty() : groups;
    }

    /** Of images that are none of one group. */
    public PairedOutcomes(int both, int onlyChampion, int onlyCandidate, int neither) {
        this(both, onlyChampion, onlyCandidate, neither, Optional.empty());
    }

    public PairedOutcomes plus(boolean championRight, boolean candidateRight) {
        return plus(new PairedOutcomes(
                count(championRight && candidateRight),
                count(championRight && !candidateRight),
                count(!championRight && candidateRight),
                count(!championRight && !candidateRight)));
    }

    /** A group that is among both has a vote in each. */
    public PairedOutcomes plus(PairedOutcomes others) {
        return new PairedOutcomes(
                both + others.both,
                onlyChampion + others.onlyChampion,
                onlyCandidate + others.onlyCandidate,
                neither + others.neither,
                groups.isEmpty() && others.groups.isEmpty()
                        ? Optional.empty()
                        : Optional.of(votes().plus(others.votes())));
    }

    /** One for each group, or each image where there are none. */
    public Votes votes() {
        return groups.orElseGet(() -> new Votes(images(), onlyCandidate, onlyChampion));
    }

    public PairedOutcomes withGroups(Votes votes) {
        return new PairedOutcomes(both, onlyChampion, onlyCandidate, neither, Optional.of(votes));
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
