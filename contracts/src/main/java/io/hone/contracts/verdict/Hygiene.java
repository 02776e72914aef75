package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.Map;

/**
 * Whether the hold-out was kept apart from what was trained on.
 *
 * @param nearDuplicates training images of the candidate's classes that look almost like one of the hold-out
 * @param nearDuplicatesTrainedOn those of them that the candidate's run trained on all the same
 * @param alreadyTrainedOn hold-out images that the candidate, a champion so far, or a version that one of them came of
 *     was trained on, or on another image of their group; they are left out of the comparison
 * @param removedImagesSeen of each champion so far, how many images that it or a version that it came of was trained on
 *     have been taken out since; champions without such images are left out
 */
public record Hygiene(
        int nearDuplicates,
        int nearDuplicatesTrainedOn,
        int alreadyTrainedOn,
        Map<Integer, Integer> removedImagesSeen) {

    public static final Hygiene CLEAN = new Hygiene(0, 0, 0, Map.of());

    public Hygiene {
        Checks.atLeast("nearDuplicates", nearDuplicates, 0);
        Checks.within("nearDuplicatesTrainedOn", nearDuplicatesTrainedOn, 0, nearDuplicates);
        Checks.atLeast("alreadyTrainedOn", alreadyTrainedOn, 0);
        removedImagesSeen = Map.copyOf(Checks.present("removedImagesSeen", removedImagesSeen));
    }
}
