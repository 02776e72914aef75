package io.hone.cli.http;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body (RFC 7578), parts in the order they were added. */
public final class Multipart {

    private static final String END_OF_LINE = "\r\n";

    private final String boundary;
    private final List<BodyPublisher> parts = new ArrayList<>();

    public Multipart() {
        this("hone-" + UUID.randomUUID());
    }

    Multipart(String boundary) {
        this.boundary = boundary;
    }

    public Multipart field(String name, String value) {
        return part(disposition(name), "text/plain; charset=UTF-8", BodyPublishers.ofString(value));
    }

    public Multipart json(String name, byte[] json) {
        return part(disposition(name), "application/json", BodyPublishers.ofByteArray(json));
    }

    /** Bytes whose type the receiver finds out by itself. */
    public Multipart file(String name, String fileName, byte[] bytes) {
        return part(disposition(name, fileName), "application/octet-stream", BodyPublishers.ofByteArray(bytes));
    }

    /** Read while it is sent, so that it may be larger than memory. */
    public Multipart file(String name, Path file) throws FileNotFoundException {
        return part(
                disposition(name, file.getFileName().toString()),
                "application/octet-stream",
                BodyPublishers.ofFile(file));
    }

    private Multipart part(String disposition, String contentType, BodyPublisher content) {
        parts.add(BodyPublishers.ofString("--" + boundary + END_OF_LINE
                + disposition + END_OF_LINE
                + "Content-Type: " + contentType + END_OF_LINE
                + END_OF_LINE));
        parts.add(content);
        parts.add(BodyPublishers.ofString(END_OF_LINE));
        return this;
    }

    private static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
    }

    private static String disposition(String name, String fileName) {
        return disposition(name) + "; filename=\"" + quoted(fileName) + "\"";
    }

    /** As browsers do it: a name must end neither its quotes nor its line. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--" + END_OF_LINE, StandardCharsets.US_ASCII));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
