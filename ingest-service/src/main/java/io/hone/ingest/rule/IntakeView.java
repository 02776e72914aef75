package io.hone.ingest.rule;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Settings;
import io.hone.platform.settings.SettingsInForce;
import io.hone.platform.settings.SettingsInForce.KeyInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the model's next label is taken in: {@link SettingsInForce} under the name that people know.
 *
 * @param intake every key and its value
 */
public record IntakeView(
        ModelName model,
        long sequence,
        Optional<Instant> changedAt,
        Settings settings,
        Map<String, Object> intake,
        List<KeyInForce> keys,
        Optional<String> contradiction) {

    static IntakeView of(SettingsInForce inForce) {
        return new IntakeView(
                inForce.model(),
                inForce.sequence(),
                inForce.changedAt(),
                inForce.settings(),
                inForce.values(),
                inForce.keys(),
                inForce.contradiction());
    }
}
