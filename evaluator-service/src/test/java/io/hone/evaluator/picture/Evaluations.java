package io.hone.evaluator.picture;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.evaluator.report.Pairs;
import io.hone.evaluator.report.Reports;
import io.hone.evaluator.report.Sheets;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Evaluations with made-up answers, the same each time. */
final class Evaluations {

    private static final ModelName MODEL = new ModelName("plants");

    private Evaluations() {}

    /** @param labels of the images, which are not always classes */
    static Evaluation of(Classes classes, int images, List<String> labels) {
        Random random = new Random(7);
        List<StoredImage> shown = Sheets.images(
                random.ints(images, 0, labels.size()).mapToObj(labels::get).toArray(String[]::new));
        AnswerSheet champion = Sheets.random(3, classes, shown, 0.6, random);
        AnswerSheet candidate = Sheets.random(4, classes, shown, 0.8, random);
        return evaluation(
                champion,
                candidate,
                Optional.of(Reports.of(
                        champion,
                        candidate,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Hygiene.CLEAN,
                        Manifests.NOW)));
    }

    static Evaluation withoutReport(Evaluation full) {
        return new Evaluation(
                full.verdict(),
                full.championSequence(),
                full.holdOut(),
                full.champion(),
                full.candidate(),
                full.paired(),
                Optional.empty());
    }

    private static Evaluation evaluation(AnswerSheet champion, AnswerSheet candidate, Optional<Report> report) {
        return new Evaluation(
                new Verdict(MODEL, 4, Manifests.NOW, 3, Outcome.PROMOTED, List.of()),
                2,
                new HoldOutSnapshot(700, champion.size(), Sha256.of("images")),
                new Measurement(3, champion.size(), champion.correct(), 0.5),
                new Measurement(4, candidate.size(), candidate.correct(), 0.5),
                new Pairs(champion, candidate).all(),
                report);
    }
}
