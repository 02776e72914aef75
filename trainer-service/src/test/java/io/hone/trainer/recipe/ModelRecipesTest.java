package io.hone.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.platform.settings.LayeredSettings;
import io.hone.platform.settings.SettingsChangedException;
import io.hone.platform.settings.SettingsInForce.KeyInForce;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.settings.SettingsChain;
import io.hone.registry.settings.SettingsEntry;
import io.hone.registry.store.InMemoryObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ModelRecipesTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final ModelName OTHER = new ModelName("animals");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final SettingsChain chain = SettingsChain.recipes(new InMemoryObjectStore());
    private final LayeredSettings<Recipe> recipes = recipes(Map.of("epochs", 3, "batch-size", 16));

    private LayeredSettings<Recipe> recipes(Map<String, Object> trainer) {
        return new LayeredSettings<>(
                RecipeKeys.CATALOGUE, chain, RecipeKeys.settings(trainer), InstantSource.fixed(NOW));
    }

    private void change(Map<String, Object> settings) {
        recipes.change(MODEL, RecipeKeys.settings(settings), OptionalLong.empty(), "ada", "a try");
    }

    @Test
    void theModelsSettingsLieOverTheTrainersOverTheDefaults() {
        // Given
        change(Map.of("epochs", 7));

        // When
        Recipe recipe = recipes.of(MODEL);

        // Then
        assertThat(recipe.get(RecipeKeys.EPOCHS)).isEqualTo(7);
        assertThat(recipe.batchSize()).isEqualTo(16);
        assertThat(recipe.get(RecipeKeys.HEAD_RATE)).isEqualTo(0.05);
        assertThat(recipes.of(OTHER).get(RecipeKeys.EPOCHS)).isEqualTo(3);
    }

    @Test
    void eachKeyTellsWhoSetIt() {
        // Given
        change(Map.of("epochs", 7));

        // When
        RecipeView view = RecipeView.of(recipes.inForce(MODEL));

        // Then
        assertThat(view.sequence()).isEqualTo(1);
        assertThat(view.changedAt()).contains(NOW);
        assertThat(view.keys()).extracting(KeyInForce::key).hasSameSizeAs(RecipeKeys.CATALOGUE.keys());
        assertThat(view.keys())
                .filteredOn(key -> !key.from().equals("default"))
                .extracting(KeyInForce::key, KeyInForce::value, KeyInForce::from, KeyInForce::byDefault)
                .containsExactly(tuple("epochs", 7, "model", 5), tuple("batch-size", 16, "trainer", 64));
        assertThat(view.recipe()).containsEntry("epochs", 7).containsEntry("kind", "full");
    }

    @Test
    void aChangeReplacesTheModelsSettingsAsAWhole() {
        // Given
        change(Map.of("epochs", 7, "kind", "partial"));

        // When
        change(Map.of("kind", "head"));

        // Then
        assertThat(chain.settings(MODEL)).isEqualTo(RecipeKeys.settings(Map.of("kind", "head")));
        assertThat(recipes.of(MODEL).get(RecipeKeys.EPOCHS)).isEqualTo(3);
        assertThat(recipes.history(MODEL))
                .extracting(SettingsEntry::sequence, SettingsEntry::actor, SettingsEntry::reason)
                .containsExactly(tuple(1L, "ada", "a try"), tuple(2L, "ada", "a try"));
    }

    @Test
    void settingWhatHoldsAlreadyChangesNothing() {
        // Given
        change(Map.of("epochs", 7));

        // When
        change(Map.of("epochs", 7));

        // Then
        assertThat(recipes.history(MODEL)).hasSize(1);
    }

    @Test
    void aChangeMadeMeanwhileIsNotLost() {
        // Given: somebody looked before the first change
        change(Map.of("epochs", 7));

        // When, Then
        assertThatThrownBy(() -> recipes.change(
                        MODEL, RecipeKeys.settings(Map.of("kind", "head")), OptionalLong.of(0), "bob", "another try"))
                .isInstanceOf(SettingsChangedException.class)
                .hasMessageContaining("change 1 is in force");
        assertThat(recipes.of(MODEL).get(RecipeKeys.EPOCHS)).isEqualTo(7);
    }

    @Test
    void whatContradictsTheTrainersSettingsIsRefused() {
        // Given
        LayeredSettings<Recipe> strict = recipes(Map.of("validation.share", 0));

        // When, Then
        assertThatThrownBy(() -> strict.change(
                        MODEL,
                        RecipeKeys.settings(Map.of("validation.patience", 3)),
                        OptionalLong.empty(),
                        "ada",
                        "a try"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("validation.share is 0");
        assertThat(chain.history(MODEL)).isEmpty();
    }

    @Test
    void aContradictionThatCameLaterIsSeen() {
        // Given: the model looks for improvement, then the trainer takes the slice away
        change(Map.of("validation.patience", 3));
        LayeredSettings<Recipe> later = recipes(Map.of("validation.share", 0));

        // When
        RecipeView view = RecipeView.of(later.inForce(MODEL));

        // Then
        assertThat(view.contradiction()).get().asString().contains("validation.share is 0");
        assertThatThrownBy(() -> later.of(MODEL)).isInstanceOf(InvalidSettingException.class);
    }
}
