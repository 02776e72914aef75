package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.Measurement;
import io.hone.evaluator.hygiene.Inspector;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.promotion.Comparison;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.evaluator.report.Pairs;
import io.hone.evaluator.report.Reports;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.vision.prediction.PredictionStore;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a candidate with whoever is champion, on one snapshot of the hold-out. */
public final class Comparer {

    private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

    private final ModelRegistry registry;
    private final VersionLoader loader;
    private final KeptPredictions predictions;
    private final Inspector inspector;
    private final int batchSize;
    private final LatencyTrial latency;
    private final EvaluatorMetrics metrics;

    /**
     * @param batchSize images that a network is shown at once
     * @param latencyImages single images that champion and candidate are timed on; 0 for none
     */
    public Comparer(
            ModelRegistry registry,
            VersionLoader loader,
            KeptPredictions predictions,
            Inspector inspector,
            int batchSize,
            int latencyImages,
            EvaluatorMetrics metrics) {
        this.registry = registry;
        this.loader = loader;
        this.predictions = predictions;
        this.inspector = inspector;
        this.batchSize = batchSize;
        this.latency = new LatencyTrial(latencyImages, System::nanoTime);
        this.metrics = metrics;
    }

    /**
     * Compares anew for as long as the champion moves meanwhile.
     *
     * @throws UnusableChampionException if there is no champion to compare with
     */
    public Comparison compare(Manifest candidate, ImageStore holdOut) {
        while (true) {
            ChampionEntry head = registry.champion(candidate.model());
            Comparison comparison = compare(head, candidate, holdOut);
            if (registry.champion(candidate.model()).sequence() == head.sequence()) {
                return comparison;
            }
            LOG.info(
                    "champion moved during the evaluation, compared anew: model={} version={}",
                    candidate.model(),
                    candidate.version());
        }
    }

    private Comparison compare(ChampionEntry head, Manifest candidate, ImageStore holdOut) {
        Manifest champion = UsableChampion.manifest(registry, head);
        try (Snapshot snapshot = holdOut.snapshot();
                PredictionStore kept = predictions.open(head.model());
                Examinee first = new Examinee(champion, new UsableChampion(head, loader));
                Examinee second = new Examinee(candidate, loader)) {
            // Also where all its answers are kept: one that is broken must be told of.
            first.load();
            Paper paper = Paper.of(snapshot, inspector.inspect(candidate, snapshot));
            Comparison comparison = compare(head, paper, new Exam(kept, batchSize, metrics), first, second);
            predictions.tidy(kept, head.model(), paper);
            return comparison;
        }
    }

    private Comparison compare(ChampionEntry head, Paper paper, Exam exam, Examinee first, Examinee second) {
        AnswerSheet champion = exam.take(first, paper);
        AnswerSheet candidate = exam.take(second, paper);
        Optional<LatencyTrial.Times> times = latency.hold(paper, first, second);
        Optional<Latency> championTime = times.map(LatencyTrial.Times::champion);
        Optional<Latency> candidateTime = times.map(LatencyTrial.Times::candidate);
        Optional<BestSoFar> best =
                new EarlierChampions(exam, loader, paper).best(earlier(head, second), champion, candidate);
        return new Comparison(
                head.model(),
                head.sequence(),
                paper.name(),
                champion.classes(),
                candidate.classes(),
                measurement(champion, championTime),
                measurement(candidate, candidateTime),
                new Pairs(champion, candidate).all(),
                Reports.of(champion, candidate, championTime, candidateTime, best, paper.hygiene()));
    }

    /** Versions that were champion, but neither the present one nor the candidate itself. */
    private List<Manifest> earlier(ChampionEntry head, Examinee candidate) {
        return registry.champions().history(head.model()).stream()
                .map(ChampionEntry::version)
                .distinct()
                .filter(version -> version != head.version()
                        && version != candidate.manifest().version())
                .map(version -> registry.versions().find(head.model(), version))
                .flatMap(Optional::stream)
                .filter(version ->
                        version.preprocessing().equals(candidate.manifest().preprocessing()))
                .toList();
    }

    private static Measurement measurement(AnswerSheet sheet, Optional<Latency> latency) {
        return new Measurement(
                sheet.version(),
                sheet.size(),
                sheet.correct(),
                latency.map(Latency::meanMillis).orElse(0.0));
    }
}
