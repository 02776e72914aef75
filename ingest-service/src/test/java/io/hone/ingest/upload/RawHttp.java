package io.hone.ingest.upload;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What well-behaved clients do not send. */
final class RawHttp {

    private RawHttp() {}

    /** Sends the head of a request only. */
    static int statusOfPostAnnouncing(String path, long bytes) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(path, bytes);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(in.readLine().split(" ", -1)[1]);
        }
    }
}
