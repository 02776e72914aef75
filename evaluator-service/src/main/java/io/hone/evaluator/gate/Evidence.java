package io.hone.evaluator.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.ClassScore;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.util.List;
import java.util.Optional;

/**
 * Champion and candidate on the very same images: all that a rule may look at. What is stored of an evaluation makes the
 * same evidence again.
 *
 * @param paired on all images, also those of labels that neither knows
 */
public record Evidence(
        ModelName model, Classes championClasses, Classes candidateClasses, PairedOutcomes paired, Report report) {

    public Evidence {
        Checks.present("model", model);
        Checks.present("championClasses", championClasses);
        Checks.present("candidateClasses", candidateClasses);
        Checks.present("paired", paired);
        Checks.present("report", report);
    }

    /**
     * @param championClasses as the manifest of the evaluation's champion says
     * @param candidateClasses as the manifest of its candidate says
     * @return empty if the evaluation has no report
     */
    public static Optional<Evidence> of(Evaluation evaluation, Classes championClasses, Classes candidateClasses) {
        return evaluation
                .report()
                .map(report -> new Evidence(
                        evaluation.verdict().model(), championClasses, candidateClasses, evaluation.paired(), report));
    }

    int champion() {
        return report.champion().version();
    }

    int candidate() {
        return report.candidate().version();
    }

    int images() {
        return paired.images();
    }

    /** Those that the champion knows. */
    List<ClassPair> sharedClasses() {
        return report.classes().stream().filter(ClassPair::known).toList();
    }

    /**
     * Whether the candidate makes fewer mistakes about the class than the champion, images of it that are missed and others
     * that are taken for it together. Then what it loses of recall is what the champion found by saying the class too often.
     */
    boolean isKnownBetter(String label) {
        Optional<ClassScore> before = score(report.champion(), label);
        Optional<ClassScore> now = score(report.candidate(), label);
        return before.isPresent()
                && now.isPresent()
                && now.get().mistakes() < before.get().mistakes();
    }

    private static Optional<ClassScore> score(Performance of, String label) {
        return of.classes().stream().filter(each -> each.label().equals(label)).findFirst();
    }

    /** Those that only the candidate knows. */
    List<ClassPair> newClasses() {
        return report.classes().stream().filter(each -> !each.known()).toList();
    }
}
