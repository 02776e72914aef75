package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * A verdict and the numbers behind it. Both versions saw the same images.
 *
 * @param championSequence the entry of the champion chain that the candidate was compared with; a promotion becomes the
 *     entry after it
 * @param paired how the two did image by image
 * @param report the same in full; absent from evaluations of the first writers
 */
public record Evaluation(
        Verdict verdict,
        long championSequence,
        HoldOutSnapshot holdOut,
        Measurement champion,
        Measurement candidate,
        PairedOutcomes paired,
        Optional<Report> report) {

    public Evaluation {
        Checks.present("verdict", verdict);
        Checks.atLeast("championSequence", championSequence, 1);
        Checks.present("holdOut", holdOut);
        Checks.present("champion", champion);
        Checks.present("candidate", candidate);
        Checks.present("paired", paired);
        report = report == null ? Optional.empty() : report;
    }

    public Evaluation withVerdict(Verdict other) {
        return new Evaluation(other, championSequence, holdOut, champion, candidate, paired, report);
    }

    public Evaluation withoutReport() {
        return new Evaluation(verdict, championSequence, holdOut, champion, candidate, paired, Optional.empty());
    }
}
