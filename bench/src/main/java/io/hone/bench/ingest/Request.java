package io.hone.bench.ingest;

import io.hone.bench.ingest.Connection.Answer;
import io.hone.bench.service.Picture;
import io.hone.bench.service.Surroundings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hands pictures over in one request, and insists that all are taken. */
@FunctionalInterface
interface Request {

    /** As long as those of common clients. */
    String BOUNDARY = "-".repeat(24) + "0f1e2d3c4b5a69788796a5";

    String IMAGES = "/v1/models/%s/images".formatted(Surroundings.MODEL.value());

    void send(Connection connection, List<Picture> pictures) throws IOException;

    /** One, as its bytes alone. */
    static void single(Connection connection, List<Picture> pictures) throws IOException {
        Picture picture = pictures.get(0);
        String label = URLEncoder.encode(picture.label(), StandardCharsets.UTF_8);
        Answer answer = connection.post(IMAGES + "?label=" + label, picture.contentType(), List.of(picture.bytes()));
        if (answer.status() != 201) {
            throw new IllegalStateException("not taken: " + answer);
        }
    }

    /** Many, as a form. */
    static void batch(Connection connection, List<Picture> pictures) throws IOException {
        List<byte[]> body = new ArrayList<>();
        String labels = pictures.stream()
                .map(picture -> "{\"label\":\"%s\"}".formatted(picture.label()))
                .collect(Collectors.joining(",", "[", "]"));
        body.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n" + labels));
        for (Picture picture : pictures) {
            body.add(bytes(
                    "\r\n--%s\r\nContent-Disposition: form-data; name=\"image\"; filename=\"i\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(BOUNDARY, picture.contentType())));
            body.add(picture.bytes());
        }
        body.add(bytes("\r\n--" + BOUNDARY + "--\r\n"));
        Answer answer = connection.post(IMAGES + "/batch", "multipart/form-data; boundary=" + BOUNDARY, body);
        if (answer.status() != 200 || !answer.body().contains("\"accepted\":%d,".formatted(pictures.size()))) {
            throw new IllegalStateException("not all taken: " + answer);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
