package io.hone.registry;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.champion.ChampionChain;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.champion.ChampionHistory;
import io.hone.registry.evaluation.Evaluations;
import io.hone.registry.settings.SettingsChain;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Versions;
import java.util.List;

/** What is known about models: settings, versions, evaluations, champions, recipes, policies, intake rules. All of it lies in one bucket. */
public final class ModelRegistry {

    private static final String JSON = "application/json";

    private final ObjectStore store;
    private final Versions versions;
    private final ChampionChain champions;
    private final Evaluations evaluations;
    private final SettingsChain recipes;
    private final SettingsChain policies;
    private final SettingsChain intakes;

    public ModelRegistry(ObjectStore store) {
        this.store = store;
        this.versions = new Versions(store);
        this.champions = new ChampionChain(store);
        this.evaluations = new Evaluations(store);
        this.recipes = SettingsChain.recipes(store);
        this.policies = SettingsChain.policies(store);
        this.intakes = SettingsChain.intakes(store);
    }

    public Versions versions() {
        return versions;
    }

    public ChampionChain champions() {
        return champions;
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    public SettingsChain recipes() {
        return recipes;
    }

    public SettingsChain policies() {
        return policies;
    }

    public SettingsChain intakes() {
        return intakes;
    }

    /** A model exists from its first champion on; a registration that died half-way has left none. */
    public List<ModelName> models() {
        return store.folders(ObjectKeys.MODELS_PREFIX).stream()
                .map(folder -> new ModelName(folder.substring(0, folder.length() - 1)))
                .filter(model -> champions.head(model).isPresent())
                .toList();
    }

    /**
     * Writes down the settings unless the model has some already.
     *
     * @return the settings that hold, which are another's if somebody else was first
     */
    public ModelSettings claim(ModelSettings settings) {
        String key = ObjectKeys.model(settings.model());
        store.createIfAbsent(key, Json.writePretty(settings), JSON);
        return store.read(key)
                .map(bytes -> Json.read(bytes, ModelSettings.class))
                .orElseThrow();
    }

    /** @throws UnknownModelException if it is not registered */
    public ModelSettings settings(ModelName model) {
        return store.read(ObjectKeys.model(model))
                .map(bytes -> Json.read(bytes, ModelSettings.class))
                .filter(settings -> champions.head(model).isPresent())
                .orElseThrow(() -> new UnknownModelException(model));
    }

    /** @throws UnknownModelException if the model is not registered */
    public ChampionEntry champion(ModelName model) {
        return champions.head(model).orElseThrow(() -> new UnknownModelException(model));
    }

    /**
     * All that the champion chain tells, read anew.
     *
     * @throws UnknownModelException if the model is not registered
     */
    public ChampionHistory championHistory(ModelName model) {
        List<ChampionEntry> entries = champions.history(model);
        if (entries.isEmpty()) {
            throw new UnknownModelException(model);
        }
        return new ChampionHistory(entries);
    }

    /** @throws UnknownModelException if the model is not registered */
    public Manifest championManifest(ModelName model) {
        return versions.require(model, champion(model).version());
    }
}
