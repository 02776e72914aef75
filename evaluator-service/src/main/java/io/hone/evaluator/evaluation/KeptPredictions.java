package io.hone.evaluator.evaluation;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.evaluation.Progress;
import io.hone.vision.prediction.PredictionStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the answers of each model's versions lie, open only while they are compared; and which are worth keeping. */
public final class KeptPredictions {

    private final Path directory;
    private final ModelRegistry registry;

    /** @param directory a cache: lost, versions are asked again */
    public KeptPredictions(Path directory, ModelRegistry registry) {
        this.directory = directory;
        this.registry = registry;
    }

    PredictionStore open(ModelName model) {
        return PredictionStore.open(directory.resolve(model.value()));
    }

    /** Forgets versions that can't become champion any more, and images that were taken out. */
    void tidy(ModelName model, Set<ImageId> images, AnswerKeys keys) {
        Set<String> versions = Stream.concat(champions(model), unsettled(model))
                .distinct()
                .map(version -> registry.versions().find(model, version))
                .flatMap(Optional::stream)
                .map(keys::of)
                .collect(Collectors.toSet());
        try (PredictionStore store = open(model)) {
            store.retain(versions, images);
        }
    }

    private Stream<Integer> champions(ModelName model) {
        return registry.champions().history(model).stream().map(ChampionEntry::version);
    }

    private Stream<Integer> unsettled(ModelName model) {
        Map<Integer, Progress> progress = registry.evaluations().progress(model);
        return registry.versions().numbers(model).stream()
                .filter(version -> !(progress.get(version) instanceof Progress.Settled));
    }
}
