package io.hone.ingest.labelstudio;

import io.hone.contracts.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an annotation says, as far as it matters.
 *
 * @param annotation its id
 * @param project the id, where it was told
 * @param choices of all controls
 * @param data of its task: names to texts
 * @param annotator who completed it, where that was told
 * @param updated when it was last changed, where that was told
 */
record Annotated(
        String annotation,
        Optional<String> project,
        List<Choice> choices,
        Map<String, String> data,
        boolean groundTruth,
        Optional<String> annotator,
        Optional<Instant> updated) {

    /**
     * What was chosen with one control.
     *
     * @param from the control's name; empty where it was not told
     */
    record Choice(String from, List<String> values) {

        Choice {
            Checks.present("from", from);
            values = List.copyOf(values);
        }
    }

    Annotated {
        Checks.present("annotation", annotation);
        Checks.present("project", project);
        choices = List.copyOf(choices);
        data = Map.copyOf(data);
        Checks.present("annotator", annotator);
        Checks.present("updated", updated);
    }

    boolean isOlderThan(Annotated other) {
        return updated.isPresent()
                && other.updated().isPresent()
                && updated.get().isBefore(other.updated().get());
    }
}
