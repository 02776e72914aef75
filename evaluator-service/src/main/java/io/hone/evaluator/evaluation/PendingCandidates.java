package io.hone.evaluator.evaluation;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.registry.ModelRegistry;
import io.hone.registry.evaluation.Progress;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The work list, read from the bucket each time: nothing that was told over Kafka has to arrive, and nothing has to be
 * remembered for a restart.
 */
public final class PendingCandidates {

    private final ModelRegistry registry;
    private final Function<ModelName, Policy> policies;
    private final InstantSource clock;

    public PendingCandidates(ModelRegistry registry, Function<ModelName, Policy> policies, InstantSource clock) {
        this.registry = registry;
        this.policies = policies;
        this.clock = clock;
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
            return new PendingCandidate(manifest, false, awaited(manifest, dataset, progress));
        });
    }

    private Awaited awaited(Manifest candidate, Dataset dataset, Optional<Progress> progress) {
        if (progress.isPresent() && progress.get() instanceof Progress.Postponed) {
            return retry(candidate);
        }
        // Until the feed has come as far as the trainer had, the hold-out is still being loaded.
        return new Awaited(dataset.toOffset(), 0);
    }

    private Awaited retry(Manifest candidate) {
        Policy policy = policies.apply(candidate.model());
        List<Evaluation> earlier = registry.evaluations().all(candidate.model(), candidate.version());
        long sequence = registry.champion(candidate.model()).sequence();
        return Retry.of(earlier, policy, clock.instant(), sequence);
    }
}
