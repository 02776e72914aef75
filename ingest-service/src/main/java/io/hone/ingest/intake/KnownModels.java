package io.hone.ingest.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.UnknownModelException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Settings of registered models without asking the bucket for each image. They never change once written. */
public final class KnownModels {

    /** Long enough to spare the bucket, short enough that a registration is seen at once. */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    /** Whoever makes names up fills no memory. */
    private static final int MOST = 10_000;

    private final Function<ModelName, ModelSettings> registry;
    private final Cache<ModelName, Optional<ModelSettings>> cache;

    /**
     * @param registry throws UnknownModelException for a model that is not registered
     * @param keep how long a registered model's settings are not asked for again
     */
    public KnownModels(Function<ModelName, ModelSettings> registry, Duration keep, Ticker ticker) {
        this.registry = registry;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.<ModelName, Optional<ModelSettings>>creating(
                        (model, settings) -> settings.isPresent() ? keep : UNKNOWN_FOR))
                .build();
    }

    /** @throws UnknownModelException if it is not registered */
    public ModelSettings settings(ModelName model) {
        return cache.get(model, this::ask).orElseThrow(() -> new UnknownModelException(model));
    }

    private Optional<ModelSettings> ask(ModelName model) {
        try {
            return Optional.of(registry.apply(model));
        } catch (UnknownModelException e) {
            return Optional.empty();
        }
    }
}
