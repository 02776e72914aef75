package io.hone.cli.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Tells what the evaluator did to the file that was registered. */
final class OriginReport {

    /** A network has hundreds of tensors; the manifest lists them all. */
    private static final int SOME = 8;

    private OriginReport() {}

    /** @param origin of the evaluator's answer; missing when the file was taken as it is */
    static void print(Terminal terminal, JsonNode origin) {
        JsonNode weights = origin.path("weights");
        if (weights.isObject()) {
            List<String> anew = texts(weights.path("anew"));
            List<String> unused = texts(weights.path("unused"));
            terminal.line(
                    "  Of its tensors, %d were taken from the weights and %d were not; %d of the weights fit nowhere.",
                    weights.path("taken").size(), anew.size(), unused.size());
            list(terminal, "as the network had them", anew);
            list(terminal, "not used", unused);
            if (!anew.isEmpty()) {
                terminal.line(
                        "  Is more missing than the head? Then the names differ: compare them, rename, register again.");
            }
        }
        if (origin.has("replacedClasses")) {
            terminal.line(
                    "  Its head told %d classes apart; the fresh one knows nothing before its first run.",
                    origin.path("replacedClasses").asInt());
        }
    }

    private static void list(Terminal terminal, String heading, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        terminal.line("    %s:", heading);
        names.stream().limit(SOME).forEach(name -> terminal.line("      %s", name));
        if (names.size() > SOME) {
            terminal.line("      and %d more, all in the version's manifest.json", names.size() - SOME);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
