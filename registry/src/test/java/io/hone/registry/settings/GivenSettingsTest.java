package io.hone.registry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSettingsTest {

    @Test
    void numbersFlagsAndTextsAreRead() {
        // When
        Settings settings = GivenSettings.parse(RecipeKeys.CATALOGUE, """
                {"kind": "partial", "frozen": "50%", "rates.backbone": 0.0001, "batch-size": 32,
                 "augmentation.flip": false, "epochs": "7"}
                """);

        // Then
        assertThat(settings)
                .isEqualTo(RecipeKeys.settings(Map.of(
                        "kind",
                        "partial",
                        "frozen",
                        "50%",
                        "rates.backbone",
                        0.0001,
                        "batch-size",
                        32,
                        "augmentation.flip",
                        false,
                        "epochs",
                        7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'epochs': 0} | epochs | 0 | 1 to 10000 | epochs is '0', must be 1 to 10000",
                "{'epochs': null} | epochs | null | 1 to 10000 | epochs is 'null'",
                "{'rates.head': 'much'} | rates.head | much | 0 to 10 | rates.head is 'much', must be 0 to 10",
                "{'kind': 'none'} | kind | none | full, partial, head, auto | must be full, partial, head, auto",
                "{'epoch': 3} | epoch | 3 | a recipe key | there is no recipe key 'epoch'",
                "{'rates': {'head': 1}} | rates | {head=1} | a recipe key | there is no recipe key 'rates'"
            })
    void whatCannotBeSetIsNamedWithValueAndLimit(String json, String key, String value, String limit, String message) {
        // When
        InvalidSettingException invalid = catchThrowableOfType(
                InvalidSettingException.class,
                () -> GivenSettings.parse(RecipeKeys.CATALOGUE, json.replace('\'', '"')));

        // Then
        assertThat(invalid.key()).isEqualTo(key);
        assertThat(invalid.value()).isEqualTo(value);
        assertThat(invalid.limit()).isEqualTo(limit);
        assertThat(invalid).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[1]", "3", "{\"epochs\": ", "epochs=3"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> GivenSettings.parse(RecipeKeys.CATALOGUE, json))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be one JSON object of keys and values");
    }

    @Test
    void settingsLieOverTheDefaults() {
        // Given
        Settings defaults = RecipeKeys.settings(Map.of("epochs", 3, "batch-size", 16));

        // When
        Recipe recipe = GivenSettings.over(RecipeKeys.CATALOGUE, defaults, RecipeKeys.settings(Map.of("epochs", 7)));

        // Then
        assertThat(recipe.get(RecipeKeys.EPOCHS)).isEqualTo(7);
        assertThat(recipe.batchSize()).isEqualTo(16);
    }

    @Test
    void settingsThatContradictTheDefaultsAreRefused() {
        // Given
        Settings defaults = RecipeKeys.settings(Map.of("validation.share", 0));

        // When, Then
        assertThatThrownBy(() -> GivenSettings.over(
                        RecipeKeys.CATALOGUE, defaults, RecipeKeys.settings(Map.of("validation.patience", 3))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("validation.patience is 3, but validation.share is 0");
    }
}
