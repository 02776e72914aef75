package io.hone.trainer.run;

import io.hone.registry.version.Manifest;
import io.hone.trainer.plan.RunPlan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a model's last run stood, whatever became of it.
 *
 * @param toOffset images from here on have arrived since
 * @param at when it was planned
 */
record LastRun(long toOffset, Instant at) {

    static LastRun of(RunPlan plan) {
        return new LastRun(plan.dataset().toOffset(), plan.plannedAt());
    }

    /** The journal knows of runs that failed, the registry of those of another machine or a lost disk. */
    static LastRun of(Optional<JournalledRun> journalled, List<Manifest> versions, Instant otherwise) {
        Stream<LastRun> published = versions.stream()
                .flatMap(
                        version -> version
                                .training()
                                .map(training -> new LastRun(training.dataset().toOffset(), version.createdAt()))
                                .stream());
        return Stream.concat(journalled.map(run -> LastRun.of(run.plan())).stream(), published)
                .max(Comparator.comparing(LastRun::toOffset))
                .orElse(new LastRun(0, otherwise));
    }
}
