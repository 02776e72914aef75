package io.hone.cli.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.http.Multipart;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Many images in one request: a JSON array with the labels, then the images in the same order. */
final class BatchRequest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private BatchRequest() {}

    static Multipart of(List<LabelledFile> images) throws IOException {
        Multipart request = new Multipart().json("metadata", metadata(images));
        for (LabelledFile image : images) {
            request.file("image", image.file().getFileName().toString(), image.read());
        }
        return request;
    }

    private static byte[] metadata(List<LabelledFile> images) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(
                images.stream().map(image -> Map.of("label", image.label())).toList());
    }
}
