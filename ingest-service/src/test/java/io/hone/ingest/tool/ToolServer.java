package io.hone.ingest.tool;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for a labelling tool: it serves what it is given to whoever shows its token. */
public final class ToolServer implements AutoCloseable {

    public static final String TOKEN = "tool-token";

    private final HttpServer server;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    public ToolServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param target path and query */
    public void serve(String target, byte[] bytes) {
        pages.put(target, bytes);
    }

    public void serve(String target, String text) {
        serve(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers the next requests with 503. */
    public void fail(int times) {
        failures.set(times);
    }

    public void forgetAll() {
        pages.clear();
        asked.clear();
        failures.set(0);
    }

    /** Paths and queries, in the order they came. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        asked.add(target);
        int status = status(exchange, target);
        byte[] body = status == 200 ? pages.get(target) : new byte[] {'-'};
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int status(HttpExchange exchange, String target) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 503;
        }
        boolean known = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(("Token " + TOKEN)::equals)
                .orElse(false);
        if (!known) {
            return 401;
        }
        return pages.containsKey(target) ? 200 : 404;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
