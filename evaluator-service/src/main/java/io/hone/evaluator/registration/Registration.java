package io.hone.evaluator.registration;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.VersionDraft;
import io.hone.vision.serving.ServingProperties;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers models: settings, first version, topics, recipe, and last the first champion, from which on the model exists. Every
 * step finds what it has done before, so that a registration that died half-way is completed by repeating it.
 */
public final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final String ACTOR = "registration";

    /** Digits enough to tell one base from another. */
    private static final int DIGITS = 16;

    private final ModelRegistry registry;
    private final BasePreparation preparation;
    private final ModelTopics topics;
    private final Clock clock;
    private final Map<String, String> software;
    private final WorkFolders folders;
    private final FirstRecipe recipe;

    /** @param software names and versions to go into the manifest */
    public Registration(
            ModelRegistry registry,
            BasePreparation preparation,
            WorkFolders folders,
            ModelTopics topics,
            Clock clock,
            Map<String, String> software) {
        this.registry = registry;
        this.preparation = preparation;
        this.folders = folders;
        this.topics = topics;
        this.clock = clock;
        this.software = Map.copyOf(software);
        this.recipe = new FirstRecipe(registry, ACTOR);
    }

    /**
     * @return whether the model is new; false when this very model was registered before
     * @throws UnusableBaseException if the base cannot be used
     * @throws NameTakenException if another model is registered, or half registered, under the name
     */
    public boolean register(NewModel model) {
        String writer = ACTOR + "-" + model.digest().substring(0, DIGITS);
        if (registry.champions().head(model.name()).isPresent()) {
            requireSame(model, writer);
            return false;
        }
        try (WorkFolders.Folder folder = folders.open()) {
            publish(model, writer, preparation.prepare(model, folder.path()));
        }
        return true;
    }

    /** The version that the model was registered with. */
    Manifest base(ModelName model) {
        ChampionEntry first = registry.champions().history(model).get(0);
        return registry.versions().require(model, first.version());
    }

    private void publish(NewModel model, String writer, PreparedBase prepared) {
        ModelSettings settings = claim(model);
        Manifest base = registry.versions().publish(draft(model, prepared, settings, writer));
        topics.create(model.name());
        recipe.set(settings, model.recipe(), writer);
        if (!registry.champions().append(first(base, settings, writer))) {
            recipe.takeBack(settings, writer);
            throw new NameTakenException(
                    model.name(), "somebody else registered another base under it at the same moment");
        }
        LOG.info("model registered: model={} version={}", model.name(), base.version());
    }

    private void requireSame(NewModel model, String writer) {
        ChampionEntry first = registry.champions().history(model.name()).get(0);
        if (!first.writer().equals(writer)) {
            throw new NameTakenException(
                    model.name(),
                    "it is registered with another base, classes, preprocessing or recipe (which PUT …/recipe at the trainer changes)");
        }
        requireSameFraction(model, registry.settings(model.name()));
    }

    /** To the millisecond, which is what JSON keeps on every machine. */
    private ModelSettings claim(NewModel model) {
        ModelSettings held = registry.claim(model.settings(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        requireSameFraction(model, held);
        return held;
    }

    private static void requireSameFraction(NewModel model, ModelSettings held) {
        if (held.holdOutFraction() != model.holdOutFraction()) {
            throw new NameTakenException(
                    model.name(),
                    "its holdOutFraction was agreed as %s and can never change; this request says %s"
                            .formatted(held.holdOutFraction(), model.holdOutFraction()));
        }
    }

    private VersionDraft draft(NewModel model, PreparedBase prepared, ModelSettings settings, String writer) {
        return new VersionDraft(
                model.name(),
                writer,
                settings.registeredAt(),
                prepared.torchScript(),
                model.classes(),
                model.preprocessing(),
                ServingProperties.of(model.preprocessing()),
                software,
                Optional.empty(),
                model.base().head(),
                prepared.origin(),
                Map.of());
    }

    /** Nothing in it tells one attempt from another. */
    private static ChampionEntry first(Manifest base, ModelSettings settings, String writer) {
        ModelName model = base.model();
        return new ChampionEntry(
                model,
                1,
                base.version(),
                Optional.empty(),
                settings.registeredAt(),
                Move.REGISTERED,
                ACTOR,
                "registered as the base of model '%s'".formatted(model),
                writer);
    }
}
