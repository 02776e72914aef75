package io.hone.evaluator.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.DyingStore;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.settings.SettingsEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

    private static final ModelName MODEL = new ModelName("colours");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(store);
    private final List<ModelName> topics = new ArrayList<>();
    private Registration registration;
    private Path directory;
    private NewModel model;

    @BeforeEach
    void write(@TempDir Path temporary) throws IOException {
        directory = temporary;
        registration = registration(topics::add, Manifests.NOW);
        model = model("a network", 0.2);
    }

    @Test
    void theBaseBecomesFirstVersionAndFirstChampion() {
        // When
        boolean isNew = registration.register(model);

        // Then
        assertThat(isNew).isTrue();
        assertThat(topics).containsExactly(MODEL);
        assertThat(registry.settings(MODEL).holdOutFraction()).isEqualTo(0.2);
        ChampionEntry first = registry.champion(MODEL);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.move()).isEqualTo(Move.REGISTERED);
        Manifest base = registry.championManifest(MODEL);
        assertThat(base.version()).isEqualTo(1);
        assertThat(base.training()).isEmpty();
        assertThat(base.classes()).isEqualTo(Manifests.COLOURS);
        assertThat(base.preprocessing()).isEqualTo(Manifests.PREPROCESSING);
        assertThat(base.software()).containsEntry("hone", "test");
    }

    @Test
    void theSameAgainChangesNothing() {
        // Given
        registration.register(model);
        int objects = store.keys("").size();

        // When
        boolean isNew = registration(topics::add, Manifests.NOW.plusSeconds(60)).register(model);

        // Then
        assertThat(isNew).isFalse();
        assertThat(store.keys("")).hasSize(objects);
        assertThat(registry.settings(MODEL).registeredAt()).isEqualTo(Manifests.NOW);
    }

    @Test
    void anotherBaseUnderTheNameIsRefused() throws IOException {
        // Given
        registration.register(model);
        NewModel other = model("another network", 0.2);

        // When, then
        assertThatThrownBy(() -> registration.register(other))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("'colours' is taken")
                .hasMessageContaining("another base");
    }

    @Test
    void anotherFractionUnderTheNameIsRefused() throws IOException {
        // Given
        registration.register(model);
        NewModel other = model("a network", 0.3);

        // When, then
        assertThatThrownBy(() -> registration.register(other))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("agreed as 0.2")
                .hasMessageContaining("says 0.3");
    }

    @Test
    void whatCannotBeUsedLeavesNothingBehind() {
        // Given
        BasePreparation refusing = (refused, folder) -> {
            throw new UnusableBaseException("torchScript", "no-head", "has no head");
        };
        Registration strict = new Registration(registry, refusing, folders(), topics::add, Clock.systemUTC(), Map.of());

        // When, then
        assertThatThrownBy(() -> strict.register(model)).isInstanceOf(UnusableBaseException.class);
        assertThat(store.keys("")).isEmpty();
        assertThat(topics).isEmpty();
    }

    @Test
    void whatDiedHalfWayIsNoModelAndIsCompletedByRepeating() {
        // Given
        Registration dying = registration(
                name -> {
                    throw new IllegalStateException("the broker is away");
                },
                Manifests.NOW);
        assertThatThrownBy(() -> dying.register(model)).isInstanceOf(IllegalStateException.class);
        assertThat(registry.models()).isEmpty();

        // When: it is repeated a minute later
        boolean isNew = registration(topics::add, Manifests.NOW.plusSeconds(60)).register(model);

        // Then
        assertThat(isNew).isTrue();
        assertThat(registry.models()).containsExactly(MODEL);
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
        assertThat(registry.versions().list(MODEL)).hasSize(1);
    }

    @Test
    void aHalfRegisteredBaseDoesNotKeepAnotherFromTheName() throws IOException {
        // Given
        Registration dying = registration(
                name -> {
                    throw new IllegalStateException("the broker is away");
                },
                Manifests.NOW);
        assertThatThrownBy(() -> dying.register(model)).isInstanceOf(IllegalStateException.class);
        NewModel other = model("another network", 0.2);

        // When
        registration.register(other);

        // Then: the number is the next, the champion is what was asked for
        assertThat(Files.size(other.base().torchScript()))
                .isEqualTo(registry.championManifest(MODEL).bytes());
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    @Test
    void theRecipeIsThereBeforeTheModel() throws IOException {
        // Given
        NewModel withRecipe = model("a network", 0.2, Map.of("epochs", 3));

        // When
        registration.register(withRecipe);

        // Then
        assertThat(registry.recipes().history(MODEL)).singleElement().satisfies(entry -> {
            assertThat(entry.settings()).isEqualTo(RecipeKeys.settings(Map.of("epochs", 3)));
            assertThat(entry.actor()).isEqualTo("registration");
        });
    }

    @Test
    void withoutRecipeNothingIsSet() {
        // When
        registration.register(model);

        // Then
        assertThat(registry.recipes().history(MODEL)).isEmpty();
    }

    @Test
    void theRecipeOfABaseThatWasHalfRegisteredGivesWay() throws IOException {
        // Given: it died when all but the champion was written
        ModelRegistry dying = new ModelRegistry(new DyingStore(store, ObjectKeys.champion(MODEL, 1), false));
        NewModel withRecipe = model("another network", 0.2, Map.of("epochs", 3));
        assertThatThrownBy(() -> registration(dying, topics::add, Manifests.NOW).register(withRecipe))
                .isInstanceOf(DyingStore.Death.class);
        assertThat(registry.recipes().settings(MODEL)).isNotEqualTo(RecipeKeys.NONE);

        // When
        registration.register(model);

        // Then
        assertThat(registry.recipes().settings(MODEL)).isEqualTo(RecipeKeys.NONE);
    }

    @Test
    void aRegistrationThatCameTooLateLeavesTheRecipeAlone() throws IOException {
        // Given: the second is prepared when the first, with a recipe changed since, is done
        Settings changed = RecipeKeys.settings(Map.of("epochs", 9));
        NewModel late = model("another network", 0.2, Map.of("epochs", 3));
        Registration overtaken = registration(
                name -> {
                    registration.register(model);
                    registry.recipes().append(new SettingsEntry(MODEL, 1, Manifests.NOW, changed, "ada", "a try", "w"));
                },
                Manifests.NOW);

        // When, then
        assertThatThrownBy(() -> overtaken.register(late)).isInstanceOf(NameTakenException.class);
        assertThat(registry.recipes().settings(MODEL)).isEqualTo(changed);
        assertThat(registry.recipes().history(MODEL)).hasSize(1);
    }

    @Test
    void whatARefusedRegistrationWroteInTheLastMomentIsTakenBack() throws IOException {
        // Given: the first is done between the second's look at the champion and its recipe
        NewModel late = model("another network", 0.2, Map.of("epochs", 3));
        ModelRegistry overtaken = new ModelRegistry(
                new OvertakenStore(store, ObjectKeys.recipe(MODEL, 1), () -> registration.register(model)));

        // When, then
        assertThatThrownBy(() ->
                        registration(overtaken, topics::add, Manifests.NOW).register(late))
                .isInstanceOf(NameTakenException.class);
        assertThat(registry.recipes().settings(MODEL)).isEqualTo(RecipeKeys.NONE);
    }

    @Test
    void theSameBaseWithAnotherRecipeIsAnotherModel() throws IOException {
        // Given
        registration.register(model("a network", 0.2, Map.of("epochs", 3)));
        NewModel other = model("a network", 0.2, Map.of("epochs", 4));

        // When, then
        assertThatThrownBy(() -> registration.register(other))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("PUT …/recipe");
    }

    @Test
    void aRecipeChangedSinceStaysWhenTheRegistrationIsRepeated() throws IOException {
        // Given
        NewModel withRecipe = model("a network", 0.2, Map.of("epochs", 3));
        registration.register(withRecipe);
        Settings changed = RecipeKeys.settings(Map.of("epochs", 9));
        registry.recipes().append(new SettingsEntry(MODEL, 2, Manifests.NOW, changed, "ada", "a try", "w"));

        // When
        registration.register(withRecipe);

        // Then
        assertThat(registry.recipes().settings(MODEL)).isEqualTo(changed);
    }

    @Test
    void whatWasDoneToTheBaseIsInItsManifest() throws IOException {
        // Given
        Origin origin = new Origin(Sha256.of("given"), Optional.of(1000), Optional.empty());
        BasePreparation preparation =
                (given, folder) -> new PreparedBase(written(folder.resolve("made.pt")), Optional.of(origin));
        Registration making =
                new Registration(registry, preparation, folders(), topics::add, Clock.systemUTC(), Map.of());
        NewBase base = new NewBase(model.base().torchScript(), Optional.empty(), Optional.of("fc"), true);

        // When
        making.register(new NewModel(MODEL, Manifests.COLOURS, Manifests.PREPROCESSING, 0.2, base, RecipeKeys.NONE));

        // Then: and what was made for it is gone
        Manifest manifest = making.base(MODEL);
        assertThat(manifest.origin()).contains(origin);
        assertThat(manifest.head()).contains("fc");
        assertThat(manifest.sha256()).isEqualTo(Sha256.of("made"));
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }

    @Test
    void whatIsDoneToTheBaseMakesItAnotherModel() throws IOException {
        // Given
        registration.register(model);
        NewBase replaced = new NewBase(model.base().torchScript(), Optional.empty(), Optional.empty(), true);
        NewModel other =
                new NewModel(MODEL, Manifests.COLOURS, Manifests.PREPROCESSING, 0.2, replaced, RecipeKeys.NONE);

        // When, then
        assertThatThrownBy(() -> registration.register(other)).isInstanceOf(NameTakenException.class);
    }

    @Test
    void whatAKilledProcessLeftIsClearedAway() throws IOException {
        // Given
        Path left = Files.createDirectories(directory.resolve("work/base-1")).resolve("laid.pt");
        Files.writeString(left, "half a network");

        // When
        folders();

        // Then
        assertThat(left).doesNotExist();
    }

    private static Path written(Path file) {
        try {
            return Files.writeString(file, "made");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkFolders folders() {
        return new WorkFolders(directory.resolve("work"));
    }

    private Registration registration(ModelTopics modelTopics, Instant now) {
        return registration(registry, modelTopics, now);
    }

    private Registration registration(ModelRegistry models, ModelTopics modelTopics, Instant now) {
        BasePreparation fine = (given, folder) -> new PreparedBase(given.base().torchScript(), Optional.empty());
        return new Registration(
                models, fine, folders(), modelTopics, Clock.fixed(now, ZoneOffset.UTC), Map.of("hone", "test"));
    }

    private NewModel model(String network, double fraction) throws IOException {
        return model(network, fraction, Map.of());
    }

    private NewModel model(String network, double fraction, Map<String, Object> recipe) throws IOException {
        Path torchScript = Files.writeString(directory.resolve(network + ".pt"), network);
        return new NewModel(
                MODEL,
                Manifests.COLOURS,
                Manifests.PREPROCESSING,
                fraction,
                NewBase.of(torchScript),
                RecipeKeys.settings(recipe));
    }
}
