package io.hone.cli.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What became of all annotations. */
final class Summary {

    private final List<String> refused = new ArrayList<>();
    private long annotations;
    private long queued;
    private long skipped;

    /** @param answer of the ingest service */
    void add(Batch batch, JsonNode answer) {
        annotations += batch.size();
        queued += answer.path("queued").asLong();
        skipped += answer.path("skipped").asLong();
        answer.path("refused").forEach(reason -> refused.add(reason.asText()));
    }

    /** What was not even sent. */
    void skipped(long more) {
        annotations += more;
        skipped += more;
    }

    long annotations() {
        return annotations;
    }

    long queued() {
        return queued;
    }

    long skipped() {
        return skipped;
    }

    List<String> refused() {
        return refused;
    }

    boolean isComplete() {
        return refused.isEmpty() && queued + skipped == annotations;
    }
}
