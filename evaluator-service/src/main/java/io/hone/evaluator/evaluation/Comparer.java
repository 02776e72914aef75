package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.promotion.Comparison;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a candidate with whoever is champion, on one snapshot of the hold-out. */
public final class Comparer {

    private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

    private final ModelRegistry registry;
    private final VersionLoader loader;
    private final Exam exam;

    public Comparer(ModelRegistry registry, VersionLoader loader, int batchSize) {
        this.registry = registry;
        this.loader = loader;
        this.exam = new Exam(batchSize);
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
                Examinee first = new Examinee(champion, new UsableChampion(head, loader).load(champion));
                Examinee second = new Examinee(candidate, loader.load(candidate))) {
            HoldOutSnapshot named = SnapshotDigest.of(snapshot);
            PairsByClass pairs = new PairsByClass();
            PairedOutcomes outcomes = exam.hold(snapshot, first, second, pairs);
            return new Comparison(
                    head.model(),
                    head.sequence(),
                    named,
                    champion.classes(),
                    candidate.classes(),
                    first.marks(),
                    second.marks(),
                    outcomes,
                    pairs.report(champion.version(), champion.classes(), candidate.version(), candidate.classes()));
        }
    }
}
