package io.hone.ingest.upload;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the usual client does not send. */
final class RawHttp {

    private RawHttp() {}

    /** REST-assured would make a form of it. */
    static int statusOfPost(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return status(post(path, body).header("Content-Type", contentType));
    }

    /** REST-assured would name a content type of its own. */
    static int statusOfPost(String path, byte[] body) throws IOException, InterruptedException {
        return status(post(path, body));
    }

    private static HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Sends the head of a request only; the whole answer, until the server hangs up. */
    static String postAnnouncing(String path, long bytes) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(path, bytes);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
