package io.hone.evaluator.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.contracts.Checks;
import io.hone.evaluator.promotion.Order;
import io.hone.platform.problem.InvalidFieldException;
import java.util.Optional;
import java.util.Set;

/** What a request about the champion holds; a field that nobody knows is refused, for it may be a misspelt version. */
final class OrderForm {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> FIELDS = Set.of("version", "reason", "by");
    private static final String ANYBODY = "a person";

    private final JsonNode form;
    private final Optional<String> key;

    private OrderForm(JsonNode form, Optional<String> key) {
        this.form = form;
        this.key = key;
    }

    /**
     * @param key of the header {@code Idempotency-Key}; null when it was not given
     * @throws InvalidFieldException if it is no JSON object, or holds another field
     */
    static OrderForm parse(String json, String key) {
        JsonNode form = InvalidFieldException.parse("body", json, () -> object(json));
        form.fieldNames().forEachRemaining(OrderForm::requireKnown);
        return new OrderForm(form, Optional.ofNullable(key));
    }

    private static JsonNode object(String json) {
        try {
            JsonNode form = MAPPER.readTree(json);
            if (form.isObject()) {
                return form;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("body is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("body must be a JSON object, such as {\"reason\": \"…\"}");
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw new InvalidFieldException(
                    field, null, "%s is unknown, fields are version, reason and by".formatted(field));
        }
    }

    Optional<Integer> version() {
        return Optional.ofNullable(form.get("version"))
                .filter(node -> !node.isNull())
                .map(OrderForm::number);
    }

    int requiredVersion() {
        return version().orElseThrow(() -> new InvalidFieldException("version", null, "version is missing"));
    }

    private static int number(JsonNode node) {
        if (node.canConvertToInt() && node.isIntegralNumber() && node.intValue() >= 1) {
            return node.intValue();
        }
        throw new InvalidFieldException(
                "version", node.asText(), "version is %s, must be a whole number from 1 on".formatted(node));
    }

    Order order() {
        return order(text("reason")
                .orElseThrow(() -> new InvalidFieldException(
                        "reason", null, "reason is missing: say why, for it is kept in the history")));
    }

    /** @param reason where none is given */
    Order orderOr(String reason) {
        return order(text("reason").orElse(reason));
    }

    private Order order(String reason) {
        String by = text("by").orElse(ANYBODY);
        InvalidFieldException.parse("reason", reason, () -> Checks.line("reason", reason, Order.LONGEST_REASON));
        InvalidFieldException.parse("by", by, () -> Checks.line("by", by, Order.LONGEST_NAME));
        key.ifPresent(given -> InvalidFieldException.parse(
                "Idempotency-Key", given, () -> Checks.line("Idempotency-Key", given, Order.LONGEST_KEY)));
        return new Order(by, reason, key);
    }

    private Optional<String> text(String field) {
        JsonNode node = form.get(field);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new InvalidFieldException(field, node.toString(), "%s is %s, must be a text".formatted(field, node));
        }
        return Optional.of(node.textValue());
    }
}
