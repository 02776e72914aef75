package io.hone.registry.settings;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.intake.IntakeKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Settings;
import io.hone.registry.store.ObjectChain;
import io.hone.registry.store.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What models have set of a catalogue's keys: each change is one object, the one of the highest number in force. */
public final class SettingsChain {

    private final Catalogue<?> catalogue;
    private final ObjectChain<SettingsEntry> chain;
    private final Function<ModelName, String> prefix;
    private final BiFunction<ModelName, Long, String> key;

    private SettingsChain(
            ObjectStore store,
            Catalogue<?> catalogue,
            Function<ModelName, String> prefix,
            BiFunction<ModelName, Long, String> key) {
        this.catalogue = catalogue;
        this.chain = new ObjectChain<>(store, this::read);
        this.prefix = prefix;
        this.key = key;
    }

    public static SettingsChain recipes(ObjectStore store) {
        return new SettingsChain(store, RecipeKeys.CATALOGUE, ObjectKeys::recipes, ObjectKeys::recipe);
    }

    public static SettingsChain policies(ObjectStore store) {
        return new SettingsChain(store, PolicyKeys.CATALOGUE, ObjectKeys::policies, ObjectKeys::policy);
    }

    public static SettingsChain intakes(ObjectStore store) {
        return new SettingsChain(store, IntakeKeys.CATALOGUE, ObjectKeys::intakes, ObjectKeys::intake);
    }

    /** Empty when the model has never set anything. */
    public Optional<SettingsEntry> head(ModelName model) {
        return chain.head(prefix.apply(model));
    }

    /** The model's own settings in force. */
    public Settings settings(ModelName model) {
        return head(model).map(SettingsEntry::settings).orElseGet(catalogue::none);
    }

    /** Oldest first. */
    public List<SettingsEntry> history(ModelName model) {
        return chain.history(prefix.apply(model));
    }

    /**
     * Of any number of callers that append an entry with the same sequence, exactly one succeeds; appending the very same
     * entry again succeeds again.
     *
     * @return whether this entry stands in the chain under its sequence
     */
    public boolean append(SettingsEntry entry) {
        return chain.append(key.apply(entry.model(), entry.sequence()), entry);
    }

    private SettingsEntry read(byte[] json) {
        Written written = Json.read(json, Written.class);
        return new SettingsEntry(
                written.model,
                written.sequence,
                written.at,
                catalogue.known(written.settings),
                written.actor,
                written.reason,
                written.writer);
    }

    /** An entry as it lies in the bucket: which settings these are is only known by where they lie. */
    private record Written(
            ModelName model,
            long sequence,
            Instant at,
            Map<String, Object> settings,
            String actor,
            String reason,
            String writer) {}
}
