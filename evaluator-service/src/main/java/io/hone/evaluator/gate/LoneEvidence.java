package io.hone.evaluator.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Measurement;
import java.util.Optional;

/**
 * A candidate that there is nobody to compare with.
 *
 * @param champion the version that cannot be used
 * @param reason why it cannot
 * @param keptClasses of the newest champion that says what they are; absent if none does
 * @param candidate how it did on the hold-out
 */
public record LoneEvidence(
        ModelName model,
        int champion,
        String reason,
        Optional<Classes> keptClasses,
        Classes candidateClasses,
        Measurement candidate) {

    public LoneEvidence {
        Checks.present("model", model);
        Checks.atLeast("champion", champion, 1);
        Checks.present("reason", reason);
        Checks.present("keptClasses", keptClasses);
        Checks.present("candidateClasses", candidateClasses);
        Checks.present("candidate", candidate);
    }
}
