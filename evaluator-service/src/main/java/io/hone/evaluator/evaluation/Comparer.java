package io.hone.evaluator.evaluation;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Report;
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
import io.hone.vision.store.StoredImage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a candidate with whoever is champion, on one snapshot of the hold-out; with the best champion before it where
 * it is missing or broken.
 */
public final class Comparer {

    private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

    private final ModelRegistry registry;
    private final VersionLoader loader;
    private final KeptPredictions predictions;
    private final Inspector inspector;
    private final int batchSize;
    private final LatencyTrial latency;
    private final EvaluatorMetrics metrics;
    private final Clock clock;

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
            EvaluatorMetrics metrics,
            Clock clock) {
        this.registry = registry;
        this.loader = loader;
        this.predictions = predictions;
        this.inspector = inspector;
        this.batchSize = batchSize;
        this.latency = new LatencyTrial(latencyImages, System::nanoTime);
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Compares anew for as long as the champion moves meanwhile.
     *
     * @throws UnusableChampionException if neither the champion nor any before it can be loaded
     * @throws BrokenVersionException if the candidate is broken
     * @throws EngineFailedException if nobody can say now whether they are
     */
    public Comparison compare(Manifest candidate, ImageStore holdOut) {
        while (true) {
            ChampionEntry head = registry.champion(candidate.model());
            Comparison comparison = compare(Lineup.of(registry, head, candidate), holdOut);
            if (registry.champion(candidate.model()).sequence() == head.sequence()) {
                return comparison;
            }
            LOG.info(
                    "champion moved during the evaluation, compared anew: model={} version={}",
                    candidate.model(),
                    candidate.version());
        }
    }

    /** Drops answers that will not be asked for again. Reads all that are kept, so it is for when a version is settled. */
    void tidy(ModelName model, ImageStore holdOut) {
        try (Snapshot snapshot = holdOut.snapshot()) {
            Set<ImageId> images =
                    snapshot.byArrival().stream().map(StoredImage::id).collect(Collectors.toSet());
            predictions.tidy(model, images, new AnswerKeys(loader.engine()));
        }
    }

    private Comparison compare(Lineup lineup, ImageStore holdOut) {
        VersionLoader careful = new CarefulLoader(loader, lineup.all());
        try (Snapshot snapshot = holdOut.snapshot();
                PredictionStore kept = predictions.open(lineup.candidate().model());
                Examinee candidate = new Examinee(lineup.candidate(), careful)) {
            Paper paper = Paper.of(snapshot, inspector.inspect(lineup.candidate(), snapshot));
            Exam exam = new Exam(kept, new AnswerKeys(loader.engine()), batchSize, metrics);
            EarlierChampions earlier = new EarlierChampions(exam, careful, paper, lineup);
            try (Opponent opponent = Opponent.of(lineup, careful, earlier)) {
                // Nobody becomes champion whom nobody can load.
                candidate.load();
                return compare(lineup, paper, exam, earlier, opponent, candidate);
            }
        }
    }

    private Comparison compare(
            Lineup lineup, Paper paper, Exam exam, EarlierChampions earlier, Opponent opponent, Examinee second) {
        AnswerSheet champion = exam.take(opponent.examinee(), paper);
        AnswerSheet candidate = exam.take(second, paper);
        Optional<LatencyTrial.Times> times = latency.hold(paper, opponent.examinee(), second);
        Optional<Latency> championTime = times.map(LatencyTrial.Times::champion);
        Optional<Latency> candidateTime = times.map(LatencyTrial.Times::candidate);
        Optional<BestSoFar> best = earlier.farthestAbove(champion, candidate);
        Report report = Reports.of(
                        champion, candidate, championTime, candidateTime, best, paper.hygiene(), clock.instant())
                .withUnasked(earlier.unasked());
        return new Comparison(
                lineup.head().model(),
                lineup.head().sequence(),
                paper.name(),
                lineup.keptClasses().orElse(champion.classes()),
                candidate.classes(),
                measurement(champion, championTime),
                measurement(candidate, candidateTime),
                new Pairs(champion, candidate).all(),
                report,
                opponent.unusable());
    }

    private static Measurement measurement(AnswerSheet sheet, Optional<Latency> latency) {
        return new Measurement(sheet.version(), sheet.size(), sheet.correct(), latency.map(Latency::meanMillis));
    }
}
