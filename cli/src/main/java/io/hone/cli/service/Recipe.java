package io.hone.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How a model's next run trains, as the trainer tells of it.
 *
 * @param sequence number of the last change of the model's own settings; 0 when there was none
 * @param settings the model's own
 * @param contradiction why no run can follow it; null when one can
 */
public record Recipe(
        String model, long sequence, Map<String, Object> settings, List<KeyInForce> keys, String contradiction) {

    public Recipe {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** @param from {@code default}, {@code trainer} or {@code model} */
    public record KeyInForce(String key, JsonNode value, String from) {

        /** As people write it: {@code 0.0001}, not {@code 1.0E-4}. */
        public String text() {
            return value.isNumber()
                    ? new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
                    : value.asText();
        }

        public boolean isDefault() {
            return "default".equals(from);
        }
    }
}
