package io.hone.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.run.Trigger;
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
                .withMapping(TriggerConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 1))
                .withDefaultValue("hone.trigger.new-images", "1000")
                .withDefaultValue("hone.trigger.interval", "24h")
                .build();
    }

    private static List<Trigger> triggers(Map<String, String> values) {
        return config(values)
                .getConfigMapping(TriggerConfig.class)
                .rules(InstantSource.system(), model -> List.of())
                .stream()
                .map(TriggerRule::trigger)
                .toList();
    }

    @Test
    void anEmptyValueSwitchesARuleOff() {
        assertThat(triggers(Map.of())).containsExactly(Trigger.DRIFT, Trigger.NEW_IMAGES, Trigger.INTERVAL);
        assertThat(triggers(Map.of("hone.trigger.interval", ""))).containsExactly(Trigger.DRIFT, Trigger.NEW_IMAGES);
        assertThat(triggers(Map.of(
                        "hone.trigger.interval", "", "hone.trigger.new-images", "", "hone.trigger.on-drift", "false")))
                .isEmpty();
    }
}
