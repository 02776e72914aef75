package io.hone.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Json;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

    static List<Key<?>> keys() {
        return PolicyKeys.CATALOGUE.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyDefaultIsWithinItsRangeAndReadsAsItIsWritten(Key<?> key) {
        // When
        Object written = PolicyKeys.NONE.written(key);

        // Then
        assertThat(key.parse(String.valueOf(written))).isEqualTo(key.byDefault());
    }

    @Test
    void noKeyIsCalledAsOneOfTheRecipe() {
        // The page of settings lists both without their prefixes.
        assertThat(keys()).extracting(Key::name).allSatisfy(name -> assertThat(RecipeKeys.CATALOGUE.find(name))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode|sometimes|automatic, manual",
                "hold-out.images|0|1 to 100000000",
                "hold-out.covered-classes|1.1|0 to 1",
                "minimum-gain|-1|0 to 100",
                "significance.alpha|0|0.0001 to 0.5",
                "significance.alpha|0.6|0.0001 to 0.5",
                "latency.factor|0|0.01 to 1000",
                "retry.looks|1.5|1 to 1000",
                "retry.days|NaN|1 to 3650",
                "doubt.confidence|0.4|0, or 0.5 to 1",
                "doubt.confidence|1.01|0, or 0.5 to 1",
                "doubt.confidence|-0.7|0, or 0.5 to 1",
                "doubt.confidence|NaN|0, or 0.5 to 1"
            })
    void aValueOutOfRangeIsNamedWithKeyAndRange(String key, String value, String range) {
        assertThatThrownBy(() -> Policy.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%s is '%s', must be", key, value)
                .hasMessageContaining(range);
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Policy.of(Map.of("gain", 3)))
                .hasMessageContaining("there is no policy key 'gain'")
                .hasMessageContaining("minimum-gain");
    }

    @Test
    void aPolicyIsReadAsItWasWrittenAndANewerWritersKeysAreReadOver() {
        // Given
        Policy policy = Policy.of(Map.of("mode", "manual", "minimum-gain", 2));
        String json = new String(Json.write(policy), StandardCharsets.UTF_8);

        // When
        Policy read = Json.read(
                json.replaceFirst("\\{", "{\"moon-phase\":\"full\",").getBytes(StandardCharsets.UTF_8), Policy.class);

        // Then
        assertThat(read).isEqualTo(policy);
        assertThat(read.manual()).isTrue();
        assertThat(keys()).allSatisfy(key -> assertThat(json).contains('"' + key.name() + '"'));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.2, 120", "101, 0.2, 122", "0, 0.2, 0", "2000000000, 1, 2147483647"})
    void theNextLookIsWorthwhileWhenTheHoldOutHasGrown(int images, double growth, int expected) {
        assertThat(Policy.of(Map.of("retry.growth", growth)).retryImages(images))
                .isEqualTo(expected);
    }
}
