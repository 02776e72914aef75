package io.hone.evaluator.promotion;

import io.hone.contracts.Checks;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person wants done says who, why, and whether it is the same wish as another.
 *
 * @param by the person's name
 * @param reason kept for ever
 * @param key the same again marks a repetition, which is answered and not done again
 */
public record Order(String by, String reason, Optional<String> key) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_KEY = 100;

    public Order {
        Checks.line("by", by, LONGEST_NAME);
        Checks.line("reason", reason, LONGEST_REASON);
        key.ifPresent(value -> Checks.line("Idempotency-Key", value, LONGEST_KEY));
    }

    /** Nobody's key can be taken for the writer of what the evaluator decides itself. */
    String writer() {
        return "order-" + key.orElseGet(() -> UUID.randomUUID().toString());
    }
}
