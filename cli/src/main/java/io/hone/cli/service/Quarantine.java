package io.hone.cli.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model's quarantine, at ingest. Answers as they are: what a refusal means depends on who asks. */
public final class Quarantine {

    private final Http http;
    private final URI ingest;
    private final String model;

    public Quarantine(Http http, URI ingest, String model) {
        this.http = http;
        this.ingest = ingest;
        this.model = model;
    }

    public Answer list(Optional<String> annotator, int skip, int limit) throws ServiceAwayException {
        Map<String, String> query = new TreeMap<>(Map.of("skip", String.valueOf(skip), "limit", String.valueOf(limit)));
        annotator.ifPresent(name -> query.put("annotator", name));
        return http.get(ModelUri.of(ingest, model, "quarantine", query));
    }

    /** @param label another than the one that was doubted; empty to keep that */
    public Answer release(String id, Optional<String> label, Optional<String> annotator) throws ServiceAwayException {
        URI uri = ModelUri.of(ingest, model, "quarantine/" + id + "/release");
        if (label.isEmpty()) {
            return http.post(uri);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("label", label.get());
        annotator.ifPresent(name -> body.put("annotator", name));
        return http.post(uri, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Answer discard(String id) throws ServiceAwayException {
        return http.delete(ModelUri.of(ingest, model, "quarantine/" + id));
    }
}
