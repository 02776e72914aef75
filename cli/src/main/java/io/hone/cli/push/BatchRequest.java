package io.hone.cli.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.http.Multipart;
import io.hone.cli.push.source.Labelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many images in one request: a JSON array with the labels, then the images in the same order.
 *
 * @param golden whether all of them are marked so
 */
record BatchRequest(boolean golden) {

    private static final JsonMapper MAPPER = new JsonMapper();

    Multipart of(List<LabelledImage> images) {
        Multipart request = new Multipart().json("metadata", metadata(images));
        for (LabelledImage image : images) {
            request.file("image", image.fileName(), image.bytes());
        }
        return request;
    }

    private byte[] metadata(List<LabelledImage> images) {
        try {
            return MAPPER.writeValueAsBytes(images.stream()
                    .map(LabelledImage::labelling)
                    .map(this::metadata)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> metadata(Labelling labelling) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("label", labelling.label());
        labelling.group().ifPresent(group -> metadata.put("group", group));
        labelling.annotator().ifPresent(annotator -> metadata.put("annotator", annotator));
        labelling.split().ifPresent(split -> metadata.put("split", split));
        if (golden) {
            metadata.put("golden", true);
        }
        return metadata;
    }
}
