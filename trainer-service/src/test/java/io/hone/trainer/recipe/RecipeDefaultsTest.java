package io.hone.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.platform.settings.ConfiguredSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeDefaultsTest {

    private static Settings settings(Config config) {
        return ConfiguredSettings.of(config, RecipeKeys.CATALOGUE);
    }

    private static Config properties(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(values, "application.properties", 250))
                .build();
    }

    private static Config environment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(variables, 300))
                .build();
    }

    @Test
    void whereNothingIsConfiguredNothingIsSet() {
        assertThat(settings(properties(Map.of("hone.data", "data")))).isEqualTo(RecipeKeys.NONE);
    }

    @Test
    void theEnvironmentSetsAnyKey() {
        // When
        Settings defaults = settings(environment(Map.of(
                "HONE_RECIPE_RATES_BACKBONE", "0.001",
                "HONE_RECIPE_BATCH_SIZE", "16",
                "HONE_RECIPE_AUGMENTATION_CROP_PADDING", "4",
                "HONE_RECIPE_HEAD_L2", "0.1,1",
                "HONE_DATA", "/data",
                "PATH", "/bin")));

        // Then
        assertThat(defaults)
                .isEqualTo(RecipeKeys.settings(Map.of(
                        "rates.backbone",
                        0.001,
                        "batch-size",
                        16,
                        "augmentation.crop-padding",
                        "4",
                        "head.l2",
                        "0.1,1")));
    }

    @Test
    void anEmptyValueLeavesTheKeyToItsDefault() {
        assertThat(settings(environment(Map.of("HONE_RECIPE_EPOCHS", "")))).isEqualTo(RecipeKeys.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hone.recipe.epoch", "hone.recipe.batch.size", "%dev.hone.recipe.epoch"})
    void aPropertyThatNobodyKnowsIsRefused(String name) {
        assertThatThrownBy(() -> settings(properties(Map.of(name, "3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no key '%s'", name.replace("%dev.", ""))
                .hasMessageContaining("docs/configuration.md");
    }

    @Test
    void aVariableThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> settings(environment(Map.of("HONE_RECIPE_EPOCH", "3"))))
                .hasMessageContaining("there is no key 'HONE_RECIPE_EPOCH'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HONE_RECIPE_EPOCHS | 0 | hone.recipe.epochs is '0', must be 1 to 10000 (HONE_RECIPE_EPOCHS)",
                "HONE_RECIPE_KIND | most | hone.recipe.kind is 'most', must be full, partial, head, auto",
                "HONE_RECIPE_RATES_HEAD | 11 | hone.recipe.rates.head is '11', must be 0 to 10",
                "HONE_RECIPE_VALIDATION_SHARE | 0.6 | hone.recipe.validation.share is '0.6', must be 0 to 0.5"
            })
    void aValueOutOfItsRangeIsNamedWithKeyAndRange(String variable, String value, String message) {
        assertThatThrownBy(() -> settings(environment(Map.of(variable, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(
                        () -> settings(environment(Map.of("HONE_RECIPE_EPOCHS", "0", "HONE_RECIPE_BATCHSIZE", "16"))))
                .hasMessageContaining("hone.recipe.epochs is '0'")
                .hasMessageContaining("HONE_RECIPE_BATCHSIZE");
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> settings(properties(
                        Map.of("hone.recipe.validation.share", "0", "hone.recipe.validation.patience", "3"))))
                .hasMessageContaining("validation.patience is 3, but validation.share is 0");
    }
}
