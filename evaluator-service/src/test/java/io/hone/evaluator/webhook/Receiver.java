package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook's endpoint: keeps what it is sent, and answers as it is told. */
public final class Receiver implements AutoCloseable {

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ToIntFunction<Request> answer = request -> 204;

    /** @param contentType and the others are headers; null when they are missing */
    public record Request(String id, String timestamp, String signature, String contentType, String body) {

        /** As a receiver computes it, with nothing of ours. */
        String expectedSignature(String base64) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), "HmacSHA256"));
                byte[] signed = (id + "." + timestamp + "." + body).getBytes(UTF_8);
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/hone".formatted(server.getAddress().getPort());
    }

    /** @param status for each request, which is kept already; 0 for no answer at all */
    public Receiver answering(ToIntFunction<Request> status) {
        answer = status;
        return this;
    }

    /** In the order they came, those that were not answered well among them. */
    public List<Request> requests() {
        return requests;
    }

    public List<String> ids() {
        return requests.stream().map(Request::id).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        requests.add(request);
        int status = answer.applyAsInt(request);
        if (status == 0) {
            untilClosed();
        } else {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
