package io.hone.cli.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.http.Multipart;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Many images in one request: a JSON array with the labels, then the images in the same order.
 *
 * @param golden whether all of them are marked so
 */
record BatchRequest(boolean golden) {

    private static final JsonMapper MAPPER = new JsonMapper();

    Multipart of(List<LabelledFile> images) throws IOException {
        Multipart request = new Multipart().json("metadata", metadata(images));
        for (LabelledFile image : images) {
            request.file("image", image.file().getFileName().toString(), image.read());
        }
        return request;
    }

    private byte[] metadata(List<LabelledFile> images) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(images.stream().map(this::metadata).toList());
    }

    private Map<String, Object> metadata(LabelledFile image) {
        return golden ? Map.of("label", image.label(), "golden", true) : Map.of("label", image.label());
    }
}
