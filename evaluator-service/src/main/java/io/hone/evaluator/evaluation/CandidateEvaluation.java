package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Summary;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.picture.VerdictPictures;
import io.hone.evaluator.promotion.Comparison;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.Settlement;
import io.hone.evaluator.promotion.UnusableChampion;
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
    private final VerdictPictures pictures;
    private final VersionLoader loader;
    private final EvaluatorMetrics metrics;
    private final NewestLabel newestLabel;

    public CandidateEvaluation(
            ModelRegistry registry,
            Comparer comparer,
            LoneExaminer loneExaminer,
            Judge judge,
            Promoter promoter,
            VerdictPictures pictures,
            VersionLoader loader,
            EvaluatorMetrics metrics,
            NewestLabel newestLabel) {
        this.registry = registry;
        this.comparer = comparer;
        this.loneExaminer = loneExaminer;
        this.judge = judge;
        this.promoter = promoter;
        this.pictures = pictures;
        this.loader = loader;
        this.metrics = metrics;
        this.newestLabel = newestLabel;
    }

    void evaluate(Manifest candidate, ImageStore holdOut) {
        Evaluation evaluation = registry.evaluations()
                .find(candidate.model(), candidate.version())
                .orElseGet(() -> judge(candidate, holdOut));
        Evaluation held =
                evaluation.verdict().outcome() == Outcome.INCONCLUSIVE ? promoter.postpone(evaluation) : evaluation;
        if (held.verdict().outcome() == Outcome.INCONCLUSIVE) {
            postponed(held);
        } else {
            settle(candidate, held, holdOut);
        }
    }

    private Evaluation judge(Manifest candidate, ImageStore holdOut) {
        try {
            return compare(candidate, holdOut);
        } catch (BrokenVersionException e) {
            if (!e.isAbout(candidate)) {
                throw e;
            }
            LOG.error("candidate rejected: model={} version={}", candidate.model(), candidate.version(), e);
            return judge.reject(candidate, registry.champion(candidate.model()), holdOut.nextOffset(), e);
        }
    }

    private Evaluation compare(Manifest candidate, ImageStore holdOut) {
        long start = System.nanoTime();
        try {
            Comparison comparison = comparer.compare(candidate, holdOut);
            metrics.compared(comparison, Duration.ofNanos(System.nanoTime() - start));
            comparison.unusable().ifPresent(champion -> tellStandIn(comparison, champion));
            return judge.judge(comparison);
        } catch (UnusableChampionException e) {
            tellNobody(candidate, e);
            return loneExaminer
                    .examine(candidate, holdOut, e)
                    .map(judge::judge)
                    .orElseGet(() -> compare(candidate, holdOut));
        }
    }

    private void tellStandIn(Comparison comparison, UnusableChampion champion) {
        metrics.championUnusable(comparison.model());
        LOG.error(
                "the champion cannot be used, so candidates are compared with version {}: roll back or promote a version"
                        + " that works: model={} champion={}: {}",
                comparison.champion().version(),
                comparison.model(),
                champion.version(),
                champion.reason());
    }

    private void tellNobody(Manifest candidate, UnusableChampionException e) {
        metrics.championUnusable(candidate.model());
        LOG.error(
                "neither the champion nor any before it can be used, so candidates are held against a floor and wait for"
                        + " a person: approve or promote a version that works: model={} champion={}: {}",
                candidate.model(),
                e.champion().version(),
                e.getMessage());
    }

    private void postponed(Evaluation held) {
        Verdict verdict = held.verdict();
        metrics.postponed(verdict.model());
        LOG.info(
                "verdict waits: model={} version={} hold_out_images={}: {}",
                verdict.model(),
                verdict.version(),
                held.holdOut().images(),
                Summary.of(verdict));
        afterwards("no pictures drawn", verdict, () -> pictures.draw(held));
    }

    private void settle(Manifest candidate, Evaluation evaluation, ImageStore holdOut) {
        Settlement settlement = promoter.settle(evaluation);
        Verdict told = settlement.told();
        metrics.settled(settlement);
        log(settlement);
        if (settlement.promoted()) {
            measureDelay(candidate, told);
        } else {
            afterwards("download kept", told, () -> loader.forget(candidate));
        }
        afterwards("no pictures drawn", told, () -> pictures.draw(settlement.asTold()));
        afterwards("answers kept", told, () -> comparer.tidy(candidate.model(), holdOut));
    }

    /** What is nice to have: the verdict stands and is told without it. */
    private static void afterwards(String failure, Verdict verdict, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: model={} version={}", failure, verdict.model(), verdict.version(), e);
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
