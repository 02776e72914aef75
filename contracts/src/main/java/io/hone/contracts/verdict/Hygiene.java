package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.Map;

/**
 * Whether the hold-out was kept apart from what was trained on.
 *
 * @param nearDuplicates images of the candidate's run that look almost like one of the hold-out
 * @param nearDuplicatesTrainedOn those of them that were trained on all the same
 * @param alreadyTrainedOn hold-out images that champion or candidate, or a version before them, was trained on; they are
 *     left out of the comparison
 * @param removedImagesSeen how many images that were taken out since each champion so far was trained on; versions that saw none are left out
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
