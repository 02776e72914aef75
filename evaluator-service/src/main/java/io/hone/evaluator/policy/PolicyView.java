package io.hone.evaluator.policy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Settings;
import io.hone.platform.settings.SettingsInForce;
import io.hone.platform.settings.SettingsInForce.KeyInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policy that the model's next candidate is held against: {@link SettingsInForce} under the name that people know.
 *
 * @param policy the complete policy: every key and its value
 */
public record PolicyView(
        ModelName model,
        long sequence,
        Optional<Instant> changedAt,
        Settings settings,
        Map<String, Object> policy,
        List<KeyInForce> keys,
        Optional<String> contradiction) {

    static PolicyView of(SettingsInForce inForce) {
        return new PolicyView(
                inForce.model(),
                inForce.sequence(),
                inForce.changedAt(),
                inForce.settings(),
                inForce.values(),
                inForce.keys(),
                inForce.contradiction());
    }
}
