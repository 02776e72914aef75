package io.hone.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Length;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.trainer.finetune.RecipeConfig;
import io.hone.trainer.trigger.TriggerConfig;
import io.hone.trainer.trigger.TriggerRule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RecipeConfig.class)
                .withMapping(TriggerConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 1))
                .withDefaultValue("hone.trigger.new-images", "1000")
                .withDefaultValue("hone.trigger.interval", "24h")
                .build();
    }

    private static Recipe recipe(Map<String, String> values) {
        return config(values).getConfigMapping(RecipeConfig.class).recipe();
    }

    private static List<Trigger> triggers(Map<String, String> values) {
        return config(values).getConfigMapping(TriggerConfig.class).rules(InstantSource.system()).stream()
                .map(TriggerRule::trigger)
                .toList();
    }

    @Test
    void withoutAnySettingTheDefaultsTrain() {
        // When
        Recipe recipe = recipe(Map.of());

        // Then
        assertThat(recipe)
                .isEqualTo(new Recipe(
                        new Length.Epochs(5),
                        64,
                        new Optimizer.Sgd(0.9, 0.0005),
                        new Rates(0.005, 0.05),
                        new Augmentation(true, 4),
                        0.3,
                        42));
    }

    @Test
    void whatIsSetHolds() {
        // When
        Recipe recipe = recipe(Map.of(
                "hone.recipe.iterations", "200",
                "hone.recipe.optimizer.name", "adamw",
                "hone.recipe.optimizer.weight-decay", "0.01",
                "hone.recipe.rates.backbone", "0.0001"));

        // Then
        assertThat(recipe.length()).isEqualTo(new Length.Iterations(200));
        assertThat(recipe.optimizer()).isEqualTo(new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.01));
        assertThat(recipe.rates()).isEqualTo(new Rates(0.0001, 0.05));
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsLimits() {
        assertThatThrownBy(() -> recipe(Map.of("hone.recipe.batch-size", "0")))
                .hasMessage("batchSize is 0, must be between 1 and 4096");
    }

    @Test
    void anEmptyValueSwitchesARuleOff() {
        assertThat(triggers(Map.of())).containsExactly(Trigger.NEW_IMAGES, Trigger.INTERVAL);
        assertThat(triggers(Map.of("hone.trigger.interval", ""))).containsExactly(Trigger.NEW_IMAGES);
        assertThat(triggers(Map.of("hone.trigger.interval", "", "hone.trigger.new-images", "")))
                .isEmpty();
    }
}
