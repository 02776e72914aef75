package io.hone.evaluator.webhook;

import io.hone.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What can be told over HTTP. Whatever follows on these topics needs no more than a name here. */
final class WebhookTypes {

    static final List<String> TOPICS = List.of(Topics.VERDICTS, Topics.CHAMPIONS, Topics.DRIFT);

    /** Names as people set them, and the CloudEvents' types. */
    private static final Map<String, String> TYPES = new TreeMap<>(Map.of(
            "verdict.reached", "io.hone.verdict.reached.v1",
            "champion.moved", "io.hone.champion.moved.v1",
            "drift.detected", "io.hone.drift.detected.v1"));

    private WebhookTypes() {}

    static Set<String> all() {
        return Set.copyOf(TYPES.values());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static String named(String name) {
        String type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "'%s' is unknown, must be one of %s".formatted(name, String.join(", ", TYPES.keySet())));
        }
        return type;
    }
}
