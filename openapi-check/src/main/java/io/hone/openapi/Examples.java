package io.hone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The examples of a media type. */
final class Examples {

    private Examples() {}

    static List<JsonNode> of(JsonNode mediaType) {
        List<JsonNode> examples = new ArrayList<>();
        if (mediaType.has("example")) {
            examples.add(mediaType.get("example"));
        }
        mediaType.path("examples").forEach(example -> examples.add(example.path("value")));
        return examples;
    }
}
