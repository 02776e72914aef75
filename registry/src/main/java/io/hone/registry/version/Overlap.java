package io.hone.registry.version;

import io.hone.contracts.Checks;

/**
 * Where training images and hold-out met, and what was done about it. Counted are the images of the run's classes that
 * the trainer had, whether or not replay would have drawn them.
 *
 * @param nearDuplicates images that look almost like one of the hold-out
 * @param nearDuplicatesTrainedOn those of them that the run trained on all the same
 * @param leftOutByGroup images that were left out because the hold-out has one of their group
 */
public record Overlap(int nearDuplicates, int nearDuplicatesTrainedOn, int leftOutByGroup) {

    public static final Overlap NONE = new Overlap(0, 0, 0);

    public Overlap {
        Checks.atLeast("nearDuplicates", nearDuplicates, 0);
        Checks.within("nearDuplicatesTrainedOn", nearDuplicatesTrainedOn, 0, nearDuplicates);
        Checks.atLeast("leftOutByGroup", leftOutByGroup, 0);
    }
}
