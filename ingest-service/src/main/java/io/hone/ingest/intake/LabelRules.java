package io.hone.ingest.intake;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.function.Function;

/**
 * Models' intake rules without asking the bucket for each image. A change holds in this process as soon as it is {@link
 * #forget told}, and elsewhere within a minute. While the bucket is away, what was known goes on for models that images
 * come in for.
 */
public final class LabelRules {

    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Duration UNUSED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final LoadingCache<ModelName, IntakeRules> cache;

    /** @param inForce asks the bucket */
    public LabelRules(Function<ModelName, IntakeRules> inForce, Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .refreshAfterWrite(REFRESH)
                .expireAfterAccess(UNUSED)
                .build(inForce::apply);
    }

    /**
     * @throws io.hone.registry.settings.InvalidSettingException if the model's settings contradict the service's
     * @throws io.hone.registry.store.ObjectStoreException if the bucket is away, and nothing is known of the model
     */
    public IntakeRules of(ModelName model) {
        return cache.get(model);
    }

    /** The model's rules have changed. */
    public void forget(ModelName model) {
        cache.invalidate(model);
    }
}
