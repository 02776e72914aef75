package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Summary;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.promotion.Comparison;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.Settlement;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.vision.store.ImageStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One candidate, from its manifest to its verdict. What was done before is not done again. */
public final class CandidateEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateEvaluation.class);

    private final ModelRegistry registry;
    private final Comparer comparer;
    private final LoneExaminer loneExaminer;
    private final Judge judge;
    private final Promoter promoter;
    private final VersionLoader loader;
    private final EvaluatorMetrics metrics;
    private final NewestLabel newestLabel;

    public CandidateEvaluation(
            ModelRegistry registry,
            Comparer comparer,
            LoneExaminer loneExaminer,
            Judge judge,
            Promoter promoter,
            VersionLoader loader,
            EvaluatorMetrics metrics,
            NewestLabel newestLabel) {
        this.registry = registry;
        this.comparer = comparer;
        this.loneExaminer = loneExaminer;
        this.judge = judge;
        this.promoter = promoter;
        this.loader = loader;
        this.metrics = metrics;
        this.newestLabel = newestLabel;
    }

    void evaluate(Manifest candidate, ImageStore holdOut) {
        Evaluation evaluation = registry.evaluations()
                .find(candidate.model(), candidate.version())
                .orElseGet(() -> judge(candidate, holdOut));
        if (evaluation.verdict().outcome() == Outcome.INCONCLUSIVE) {
            postpone(evaluation);
        } else {
            settle(candidate, evaluation);
        }
    }

    private Evaluation judge(Manifest candidate, ImageStore holdOut) {
        long start = System.nanoTime();
        try {
            Comparison comparison = comparer.compare(candidate, holdOut);
            metrics.compared(comparison, Duration.ofNanos(System.nanoTime() - start));
            return judge.judge(comparison);
        } catch (UnusableChampionException e) {
            metrics.championUnusable(candidate.model());
            LOG.error(
                    "the champion cannot be used, so candidates are held against a floor: roll back or promote a version"
                            + " that works: model={} champion={}: {}",
                    candidate.model(),
                    e.champion().version(),
                    e.getMessage());
            return judge.judge(loneExaminer.examine(candidate, holdOut, e));
        }
    }

    private void postpone(Evaluation inconclusive) {
        Evaluation held = promoter.postpone(inconclusive);
        metrics.postponed(held.verdict().model());
        LOG.info(
                "verdict waits: model={} version={} hold_out_images={}: {}",
                held.verdict().model(),
                held.verdict().version(),
                held.holdOut().images(),
                Summary.of(held.verdict()));
    }

    private void settle(Manifest candidate, Evaluation evaluation) {
        Settlement settlement = promoter.settle(evaluation);
        metrics.settled(settlement);
        log(settlement);
        if (settlement.promoted()) {
            measureDelay(candidate, settlement.told());
        } else {
            loader.forget(candidate);
        }
    }

    private void measureDelay(Manifest promoted, Verdict verdict) {
        promoted.training()
                .flatMap(training -> newestLabel.before(training.dataset()))
                .map(labelledAt -> Duration.between(labelledAt, verdict.at()))
                .filter(delay -> !delay.isNegative())
                .ifPresent(delay -> metrics.promotionDelay(promoted.model(), delay));
    }

    private static void log(Settlement settlement) {
        Evaluation evaluation = settlement.evaluation();
        if (settlement.superseded()) {
            LOG.warn(
                    "not promoted, the champion had moved meanwhile: model={} version={}",
                    evaluation.verdict().model(),
                    evaluation.verdict().version());
            return;
        }
        LOG.info(
                "verdict reached: model={} version={} outcome={} champion={} champion_accuracy={} candidate_accuracy={}"
                        + " hold_out_images={}: {}",
                evaluation.verdict().model(),
                evaluation.verdict().version(),
                evaluation.verdict().outcome(),
                evaluation.champion().version(),
                evaluation.champion().accuracy(),
                evaluation.candidate().accuracy(),
                evaluation.holdOut().images(),
                Summary.of(evaluation.verdict()));
    }
}
