package io.hone.ingest.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a multipart request, byte by byte as it is told. */
final class Multipart {

    static final String CONTENT_TYPE = "multipart/form-data; boundary=b";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart text(String name, String value) {
        return part("form-data; name=\"%s\"".formatted(name), "text/plain; charset=utf-8", bytes(value));
    }

    Multipart json(String name, String value) {
        return part("form-data; name=\"%s\"".formatted(name), "application/json", bytes(value));
    }

    Multipart file(String name, String fileName, byte[] content) {
        return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName), "image/png", content);
    }

    Multipart part(String disposition, String contentType, byte[] content) {
        write("--b\r\nContent-Disposition: %s\r\nContent-Type: %s\r\n\r\n".formatted(disposition, contentType));
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    byte[] end() {
        write("--b--\r\n");
        return body.toByteArray();
    }

    /** As a sender that went away leaves it. */
    byte[] unfinished() {
        return body.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
