package io.hone.evaluator.evaluation;

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
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Examines a candidate by itself, for neither the champion nor any before it can be used. */
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

    /**
     * @return empty if another version has become champion meanwhile, which the candidate may be compared with
     * @throws BrokenVersionException if the candidate is broken too
     * @throws EngineFailedException if nobody can say now whether it is
     * @throws CancellationException if the thread is interrupted between two batches
     */
    Optional<LoneExam> examine(Manifest candidate, ImageStore holdOut, UnusableChampionException unusable) {
        Lineup lineup = Lineup.of(registry, unusable.champion(), candidate);
        LoneExam exam = examine(lineup, holdOut, unusable);
        ChampionEntry head = registry.champion(candidate.model());
        return Optional.of(exam).filter(each -> each.championSequence() == head.sequence());
    }

    private LoneExam examine(Lineup lineup, ImageStore holdOut, UnusableChampionException unusable) {
        Manifest candidate = lineup.candidate();
        try (Snapshot snapshot = holdOut.snapshot();
                PredictionStore kept = predictions.open(candidate.model());
                Examinee examinee = new Examinee(candidate, new CarefulLoader(loader, lineup.all()))) {
            examinee.load();
            Paper paper = Paper.of(snapshot, inspector.inspect(candidate, snapshot));
            AnswerSheet sheet =
                    new Exam(kept, new AnswerKeys(loader.engine()), batchSize, metrics).take(examinee, paper);
            LoneEvidence evidence = new LoneEvidence(
                    candidate.model(),
                    lineup.head().version(),
                    unusable.getMessage(),
                    lineup.keptClasses(),
                    candidate.classes(),
                    new Measurement(sheet.version(), sheet.size(), sheet.correct()));
            return new LoneExam(lineup.head().sequence(), paper.name(), evidence);
        }
    }
}
