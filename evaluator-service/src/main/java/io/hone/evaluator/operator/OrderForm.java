package io.hone.evaluator.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.contracts.Checks;
import io.hone.evaluator.promotion.Order;
import io.hone.platform.problem.InvalidFieldException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a request about the champion holds; a field that nobody knows is refused, for it may be a misspelt version. */
final class OrderForm {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> FIELDS = Set.of("version", "reason", "by");

    private final JsonNode form;
    private final Optional<String> key;
    private final Function<Optional<String>, String> signature;

    private OrderForm(JsonNode form, Optional<String> key, Function<Optional<String>, String> signature) {
        this.form = form;
        this.key = key;
        this.signature = signature;
    }

    /**
     * @param key of the header {@code Idempotency-Key}; null when it was not given
     * @param signature of a decision, of the name that the request itself may give
     * @throws InvalidFieldException if it is no JSON object, or holds another field
     */
    static OrderForm parse(String json, String key, Function<Optional<String>, String> signature) {
        JsonNode form = InvalidFieldException.parse("body", json, () -> object(json));
        form.fieldNames().forEachRemaining(OrderForm::requireKnown);
        return new OrderForm(form, Optional.ofNullable(key), signature);
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
        Optional<String> named = text("by");
        named.ifPresent(
                name -> InvalidFieldException.parse("by", name, () -> Checks.line("by", name, Order.LONGEST_NAME)));
        InvalidFieldException.parse("reason", reason, () -> Checks.line("reason", reason, Order.LONGEST_REASON));
        key.ifPresent(given -> InvalidFieldException.parse(
                "Idempotency-Key", given, () -> Checks.line("Idempotency-Key", given, Order.LONGEST_KEY)));
        return new Order(signature.apply(named), reason, key);
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
