package io.hone.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.settings.Settings;
import io.hone.platform.settings.ConfiguredSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDefaultsTest {

    private static Settings settings(Map<String, String> variables) {
        return ConfiguredSettings.of(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new EnvConfigSource(variables, 300))
                        .build(),
                PolicyKeys.CATALOGUE);
    }

    @Test
    void theEnvironmentSetsAnyKey() {
        assertThat(settings(Map.of(
                        "HONE_POLICY_HOLD_OUT_IMAGES_PER_CLASS", "7",
                        "HONE_POLICY_MODE", "manual",
                        "HONE_RECIPE_EPOCHS", "3")))
                .isEqualTo(PolicyKeys.settings(Map.of("hold-out.images-per-class", 7, "mode", "manual")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HONE_POLICY_MINIMUM_GAIN | 101 | hone.policy.minimum-gain is '101', must be 0 to 100 (HONE_POLICY_MINIMUM_GAIN)",
                "HONE_POLICY_MODE | perhaps | hone.policy.mode is 'perhaps', must be automatic, manual",
                "HONE_POLICY_RETRY_LOOKS | few | hone.policy.retry.looks is 'few', must be 1 to 1000",
                "HONE_POLICY_GAIN | 1 | there is no key 'HONE_POLICY_GAIN'"
            })
    void whatIsWrongIsNamedWithKeyAndRange(String variable, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the evaluator's configuration is not valid: ")
                .hasMessageContaining(message);
    }
}
