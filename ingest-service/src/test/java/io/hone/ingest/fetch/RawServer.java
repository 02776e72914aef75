package io.hone.ingest.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what no well-behaved server says, to each connection in a thread of its own. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;

    /** What is said once the first byte of a request has come. */
    interface Talk {
        void say(OutputStream out) throws IOException;
    }

    RawServer(Talk talk) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    start(() -> serve(socket, talk));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket socket, Talk talk) {
        try (socket) {
            if (socket.getInputStream().read() >= 0) {
                talk.say(socket.getOutputStream());
            }
        } catch (IOException e) {
            // The other side has had enough, which is what is tested.
            return;
        }
    }

    static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
