package io.hone.evaluator.evaluation;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Measurement;
import io.hone.evaluator.gate.LoneEvidence;
import io.hone.evaluator.hygiene.Inspector;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.vision.prediction.PredictionStore;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Examines a candidate by itself, for the champion cannot be used. */
public final class LoneExaminer {

    private final ModelRegistry registry;
    private final VersionLoader loader;
    private final KeptPredictions predictions;
    private final Inspector inspector;
    private final int batchSize;
    private final EvaluatorMetrics metrics;

    public LoneExaminer(
            ModelRegistry registry,
            VersionLoader loader,
            KeptPredictions predictions,
            Inspector inspector,
            int batchSize,
            EvaluatorMetrics metrics) {
        this.registry = registry;
        this.loader = loader;
        this.predictions = predictions;
        this.inspector = inspector;
        this.batchSize = batchSize;
        this.metrics = metrics;
    }

    /** @throws CancellationException if the thread is interrupted between two batches */
    LoneExam examine(Manifest candidate, ImageStore holdOut, UnusableChampionException unusable) {
        try (Snapshot snapshot = holdOut.snapshot();
                PredictionStore kept = predictions.open(candidate.model());
                Examinee examinee = new Examinee(candidate, loader)) {
            Paper paper = Paper.of(snapshot, inspector.inspect(candidate, snapshot));
            AnswerSheet sheet = new Exam(kept, batchSize, metrics).take(examinee, paper);
            LoneEvidence evidence = new LoneEvidence(
                    candidate.model(),
                    unusable.champion().version(),
                    unusable.getMessage(),
                    keptClasses(candidate.model()),
                    candidate.classes(),
                    new Measurement(sheet.version(), sheet.size(), sheet.correct(), 0));
            return new LoneExam(unusable.champion().sequence(), paper.name(), evidence);
        }
    }

    /** A class id never changes its meaning: the newest champion that can be asked knows what they mean. */
    private Optional<Classes> keptClasses(ModelName model) {
        List<ChampionEntry> newestFirst = new ArrayList<>(registry.champions().history(model));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .map(entry -> registry.versions().find(model, entry.version()))
                .flatMap(Optional::stream)
                .map(Manifest::classes)
                .findFirst();
    }
}
