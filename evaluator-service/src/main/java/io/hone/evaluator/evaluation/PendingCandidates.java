package io.hone.evaluator.evaluation;

import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.evaluation.Progress;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work list, read from the bucket each time: nothing that was told over Kafka has to arrive, and nothing has to be
 * remembered for a restart.
 */
public final class PendingCandidates {

    private final ModelRegistry registry;
    private final int minimumHoldOut;

    /** @param minimumHoldOut images from which on a postponed verdict is worth another look */
    public PendingCandidates(ModelRegistry registry, int minimumHoldOut) {
        this.registry = registry;
        this.minimumHoldOut = minimumHoldOut;
    }

    /** Those already decided first, for they say who is champion; then the oldest first. */
    List<PendingCandidate> of(ModelName model) {
        Map<Integer, Progress> progress = registry.evaluations().progress(model);
        return registry.versions().numbers(model).stream()
                .filter(version -> !(progress.get(version) instanceof Progress.Settled))
                .map(version -> registry.versions()
                        .find(model, version)
                        .flatMap(manifest -> pending(manifest, Optional.ofNullable(progress.get(version)))))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PendingCandidate::decided).reversed())
                .toList();
    }

    /** Empty for what was not trained here: a registered base needs no verdict. */
    private Optional<PendingCandidate> pending(Manifest manifest, Optional<Progress> progress) {
        return manifest.training().map(Training::dataset).map(dataset -> {
            if (progress.isPresent() && progress.get() instanceof Progress.Concluded) {
                return new PendingCandidate(manifest, true, Awaited.NOTHING);
            }
            return new PendingCandidate(manifest, false, awaited(dataset, progress));
        });
    }

    private Awaited awaited(Dataset dataset, Optional<Progress> progress) {
        if (progress.isPresent() && progress.get() instanceof Progress.Postponed postponed) {
            return new Awaited(postponed.nextOffset() + 1, minimumHoldOut);
        }
        // Until the feed has come as far as the trainer had, the hold-out is still being loaded.
        return new Awaited(dataset.toOffset(), 0);
    }
}
