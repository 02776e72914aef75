package io.hone.contracts.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.Json;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {

    static List<Key<?>> keys() {
        return RecipeKeys.CATALOGUE.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyDefaultIsWithinItsRangeAndReadsAsItIsWritten(Key<?> key) {
        // When
        Object written = RecipeKeys.NONE.written(key);

        // Then
        assertThat(key.parse(String.valueOf(written))).isEqualTo(key.byDefault());
    }

    @Test
    void whatIsNotSetIsLeftToTheDefaults() {
        // Given
        Settings ofTheTrainer = RecipeKeys.settings(Map.of("epochs", 3, "rates.backbone", 0.001));
        Settings ofTheModel = RecipeKeys.settings(Map.of("epochs", 7, "kind", "partial"));

        // When
        Recipe recipe = new Recipe(ofTheModel.over(ofTheTrainer));

        // Then
        assertThat(recipe.length()).isEqualTo(new Length.Epochs(7));
        assertThat(recipe.rates().backbone()).isEqualTo(0.001);
        assertThat(recipe.kind()).isEqualTo(Kind.PARTIAL);
        assertThat(recipe.batchSize()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch-size|0|1 to 4096",
                "batch-size|4097|1 to 4096",
                "batch-size|many|1 to 4096",
                "rates.head|10.5|0 to 10",
                "rates.head|NaN|0 to 10",
                "kind|most|full, partial, head, auto",
                "augmentation.flip|yes|true or false",
                "frozen|2.5|a number of layers",
                "frozen|layer1.|a number of layers",
                "rates.multipliers|layer1|layer1=0.1",
                "rates.multipliers|layer1=-1|0.0 and 1000.0",
                "augmentation.crop-padding|60%|0% to 50%",
                "head.l2|0.1,x|is no number",
                "head.l2|50000|1 to 20 numbers, each 1e-8 to 10000",
                "head.l2|0.1,1e-9|1 to 20 numbers, each 1e-8 to 10000",
                "head.l2|''|1 to 20 numbers, each 1e-8 to 10000",
                "schedule.steps|0.9,0.1|rising shares of the run, 0 to 1",
                "schedule.steps|7|rising shares of the run, 0 to 1",
                "seed|1.5|a whole number"
            })
    void aValueOutOfRangeIsNamedWithKeyAndRange(String key, String value, String range) {
        // When, Then
        assertThatThrownBy(() -> RecipeKeys.settings(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value)
                .hasMessageContaining(range);
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheKnownOnes() {
        // When, Then
        assertThatThrownBy(() -> RecipeKeys.settings(Map.of("epoch", 3)))
                .hasMessageContaining("'epoch'")
                .hasMessageContaining("epochs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rates.backbone|0|rates.head|0|nothing would train",
                "validation.share|0|validation.patience|3|nothing to look at"
            })
    void settingsThatContradictEachOtherAreRefused(
            String key, String value, String otherKey, String otherValue, String reason) {
        // When, Then
        assertThatThrownBy(() -> Recipe.of(Map.of(key, value, otherKey, otherValue)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aRecipeIsReadAsItWasWritten() {
        // Given
        Recipe recipe = Recipe.of(Map.of(
                "rates.multipliers", "layer1=0, layer2=0.5/1",
                "frozen", "conv1,bn1",
                "optimizer.name", "adamw",
                "schedule.name", "step",
                "augmentation.crop-padding", 6));

        // When
        Recipe read = Json.read(Json.write(recipe), Recipe.class);

        // Then
        assertThat(read.settings().written())
                .containsAllEntriesOf(recipe.settings().written());
        assertThat(read.optimizer()).isEqualTo(recipe.optimizer());
        assertThat(read.schedule()).isEqualTo(recipe.schedule());
    }

    @Test
    void whatIsWrittenNamesEveryKeySoThatItOutlivesTheDefaults() {
        // When
        String json = new String(Json.write(Recipe.DEFAULT), StandardCharsets.UTF_8);

        // Then
        assertThat(RecipeKeys.CATALOGUE.keys())
                .allSatisfy(key -> assertThat(json).contains('"' + key.name() + '"'));
    }

    @Test
    void aNewerWritersKeysAreReadOver() {
        // When
        Recipe recipe =
                Json.read("{\"epochs\": 3, \"moon-phase\": \"full\"}".getBytes(StandardCharsets.UTF_8), Recipe.class);

        // Then
        assertThat(recipe.length()).isEqualTo(new Length.Epochs(3));
    }

    @Test
    void theLongestPrefixCounts() {
        // Given
        Multipliers multipliers = Recipe.of(Map.of("rates.multipliers", "layer1=0.1, layer1.0=0.5/2, layer2=0"))
                .rates()
                .multipliers();

        // When, Then
        assertThat(multipliers.of("layer1.0.conv1")).hasValueSatisfying(found -> {
            assertThat(found.weight()).isEqualTo(0.5);
            assertThat(found.bias()).isEqualTo(2);
        });
        assertThat(multipliers.of("layer1.1.conv1"))
                .hasValueSatisfying(found -> assertThat(found.bias()).isEqualTo(0.1));
        assertThat(multipliers.of("layer10")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|conv1 bn1", "50%|conv1 bn1", "100%|conv1 bn1 layer1.0 layer10", "layer1|layer1.0", "0|''"})
    void frozenLayersAreCountedFromTheInputOrNamed(String frozen, String expected) {
        // When
        var layers = Recipe.of(Map.of("frozen", frozen))
                .get(RecipeKeys.FROZEN)
                .among(List.of("conv1", "bn1", "layer1.0", "layer10", "fc"), "fc");

        // Then
        assertThat(String.join(" ", layers)).isEqualTo(expected);
    }

    @Test
    void aPrefixThatNamesNoLayerIsRefusedWithTheLayersThereAre() {
        // Given
        Frozen frozen = Recipe.of(Map.of("frozen", "layer7")).get(RecipeKeys.FROZEN);

        // When, Then
        assertThatThrownBy(() -> frozen.among(List.of("conv1", "fc"), "fc"))
                .hasMessageContaining("layer7")
                .hasMessageContaining("conv1");
    }

    @Test
    void cosineRisesThenFallsToNothing() {
        // Given
        Schedule cosine = Recipe.of(Map.of("schedule.warm-up", 0.1)).schedule();

        // When, Then
        assertThat(cosine.factor(1, 100)).isEqualTo(1 / 11.0);
        assertThat(cosine.factor(11, 100)).isEqualTo(1);
        assertThat(cosine.factor(56, 100)).isCloseTo(0.5, within(1e-9));
        assertThat(cosine.factor(100, 100)).isBetween(0.0, 0.001);
    }

    @Test
    void stepsMultiplyTheRates() {
        // Given
        Schedule steps = Recipe.of(Map.of("schedule.name", "step", "schedule.steps", "0.5,0.75"))
                .schedule();

        // When, Then
        assertThat(steps.factor(50, 100)).isEqualTo(1);
        assertThat(steps.factor(51, 100)).isEqualTo(0.1);
        assertThat(steps.factor(76, 100)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void aBorderIsAShareOfTheShorterSideOrPixels() {
        // When, Then
        assertThat(Border.parse("12.5%").pixels(224, 320)).isEqualTo(28);
        assertThat(Border.parse("4").pixels(224, 320)).isEqualTo(4);
    }
}
