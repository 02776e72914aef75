package io.hone.ingest.upload;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An upload over a connection of its own, which sends what it is told to and no more. */
final class Drip implements AutoCloseable {

    private final Socket socket;

    private Drip(Socket socket) {
        this.socket = socket;
    }

    /** @param from an address of this machine: each of 127.0.0.0/8 is another caller */
    static Drip from(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.setSoTimeout(20_000);
        return new Drip(socket);
    }

    Drip head(String path, int announced) throws IOException {
        return send("POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, announced)
                .getBytes(StandardCharsets.US_ASCII));
    }

    Drip send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Whether an answer has begun. */
    boolean isAnswered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer, once the server has hung up. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
