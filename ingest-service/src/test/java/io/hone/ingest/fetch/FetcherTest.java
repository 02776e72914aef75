package io.hone.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hone.registry.store.InMemoryObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final int MOST = 1_000;
    private static final FetchLimits LIMITS =
            new FetchLimits(2, Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1));
    private static final Duration SOON = Duration.ofSeconds(5);

    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final FakeNames names = new FakeNames();
    private HttpServer server;
    private Fetcher fetcher;

    /** Every name is here, unless it is said to be elsewhere. */
    private static final class FakeNames implements DnsResolver {

        private final Queue<String> elsewhere = new ArrayDeque<>();
        private final AtomicInteger lookUps = new AtomicInteger();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            lookUps.incrementAndGet();
            if (host.equals("nowhere.test")) {
                throw new UnknownHostException(host);
            }
            String address = elsewhere.isEmpty() ? "127.0.0.1" : elsewhere.remove();
            return new InetAddress[] {
                InetAddress.getByName(Network.literal(host).isPresent() ? host : address)
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/image", exchange -> answer(exchange, 200, Map.of(), "bytes"));
        server.start();
        fetcher = fetcher("127.0.0.1/32", List.of());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    private Fetcher fetcher(String network, List<KnownOrigin> known) {
        FetchRules rules = new FetchRules(
                Set.of("http", "https", "s3"),
                new Hosts(List.of("*.test", "127.0.0.1", "127.0.0.2", "localhost")),
                new Networks(List.of(Network.of(network))),
                known,
                Set.of("photographs"));
        return new Fetcher(rules, LIMITS, names, name -> bucket);
    }

    @Test
    void whatIsThereIsFetched() {
        assertThat(fetcher.fetch(at("a.test", "/image?size=large"), MOST))
                .asString()
                .isEqualTo("bytes");
    }

    @Test
    void anObjectOfAnAllowedBucketIsFetched() {
        // Given
        bucket.write("a folder/ü.jpg", "bytes".getBytes(StandardCharsets.UTF_8), "image/jpeg");

        // Then
        assertThat(fetcher.fetch("s3://photographs/a folder/ü.jpg", MOST))
                .asString()
                .isEqualTo("bytes");
        assertThat(fetcher.fetch("s3://photographs/a%20folder/%C3%BC.jpg", MOST))
                .asString()
                .isEqualTo("bytes");
        assertLasting(() -> fetcher.fetch("s3://photographs/none.jpg", MOST), "is not there");
        assertLasting(() -> fetcher.fetch("s3://models/a.jpg", MOST), "hone.fetch.buckets");
        assertLasting(() -> fetcher.fetch("s3://photographs", MOST), "names no object");
        assertLasting(() -> fetcher.fetch("s3://photographs/a folder/ü.jpg", 4), "more than the 4 bytes");
    }

    @Test
    void aHostThatNobodyAllowedIsNotAsked() {
        assertLasting(() -> fetcher.fetch(at("example.org", "/image"), MOST), "hone.fetch.hosts");
        assertThat(names.lookUps).hasValue(0);
    }

    @Test
    void aNameOfAReservedAddressIsNotConnectedTo() {
        // Given
        names.elsewhere.add("127.0.0.2");

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/image"), MOST), "127.0.0.2, in a reserved network");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void whatWasCheckedIsConnectedTo() {
        // Given a name that is elsewhere when it is looked up a second time
        names.elsewhere.addAll(List.of("127.0.0.1", "127.0.0.2"));

        // When
        byte[] fetched = fetcher.fetch(at("a.test", "/image"), MOST);

        // Then
        assertThat(fetched).asString().isEqualTo("bytes");
        assertThat(names.lookUps).hasValue(1);
    }

    @Test
    void aNameThatIsNowhereMayBeSomewhereLater() {
        assertForNow(() -> fetcher.fetch(at("nowhere.test", "/image"), MOST), "nowhere.test");
    }

    @Test
    void redirectsAreFollowedEachCheckedAnew() {
        // Given
        redirect("/once", "/image");
        redirect("/elsewhere", at("b.test", "/image"));
        redirect("/private", at("127.0.0.2", "/image"));
        redirect("/stranger", at("example.org", "/image"));
        redirect("/file", "file:///etc/passwd");
        redirect("/bucket", "s3://photographs/a.jpg");
        redirect("/password", "http://user:geheim@a.test/");

        // Then
        assertThat(fetcher.fetch(at("a.test", "/once"), MOST)).asString().isEqualTo("bytes");
        assertThat(fetcher.fetch(at("a.test", "/elsewhere"), MOST)).asString().isEqualTo("bytes");
        assertLasting(() -> fetcher.fetch(at("a.test", "/private"), MOST), "in a reserved network");
        assertLasting(() -> fetcher.fetch(at("a.test", "/stranger"), MOST), "hone.fetch.hosts");
        assertLasting(() -> fetcher.fetch(at("a.test", "/file"), MOST), "file");
        assertLasting(() -> fetcher.fetch(at("a.test", "/bucket"), MOST), "redirects to a bucket");
        assertLasting(() -> fetcher.fetch(at("a.test", "/password"), MOST), "password");
    }

    @Test
    void aNameThatMovesBetweenRedirectsIsCaught() {
        // Given
        redirect("/moves", at("b.test", "/image"));
        names.elsewhere.addAll(List.of("127.0.0.1", "127.0.0.2"));

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/moves"), MOST), "127.0.0.2, in a reserved network");
    }

    @Test
    void redirectsEnd() {
        // Given
        redirect("/round", "/round");

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/round"), MOST), "more often than the 2 times");
    }

    @Test
    void aTokenGoesToItsOwnHostAndNowhereElse() {
        // Given
        redirect("/away", at("b.test", "/image"));
        Origin tool = Origin.of("address", at("tool.test", ""));
        fetcher.close();
        fetcher = fetcher(
                "127.0.0.1/32",
                List.of(new KnownOrigin(
                        tool,
                        Optional.of(KnownOrigin.Header.of("header", "Authorization", "token", "Token abc")),
                        true)));

        // When
        fetcher.fetch(at("tool.test", "/image"), MOST);
        fetcher.fetch(at("tool.test", "/away"), MOST);
        fetcher.fetch(at("a.test", "/image"), MOST);

        // Then
        assertThat(authorizations).containsExactly("Token abc", "Token abc", "", "");
    }

    @Test
    void theOperatorsOwnToolMayBeInAPrivateNetworkAndWhatItNamesMayNot() {
        // Given
        redirect("/inside", at("localhost", "/image"));
        Origin tool = Origin.of("address", at("tool.test", ""));
        fetcher.close();
        fetcher = fetcher("10.0.0.0/8", List.of(new KnownOrigin(tool, Optional.empty(), true)));

        // Then
        assertThat(fetcher.fetch(at("tool.test", "/image"), MOST)).asString().isEqualTo("bytes");
        assertLasting(() -> fetcher.fetch(at("a.test", "/image"), MOST), "in a reserved network");
        assertLasting(() -> fetcher.fetch(at("tool.test", "/inside"), MOST), "in a reserved network");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 451, 204, 206, 300})
    void whatIsNotThereIsNotAskedForAgain(int status) {
        // Given
        server.createContext("/status", exchange -> answer(exchange, status, Map.of(), ""));

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/status"), MOST), "status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 429, 500, 502, 503})
    void whatMayBeThereLaterIs(int status) {
        // Given
        server.createContext("/status", exchange -> answer(exchange, status, Map.of("Retry-After", "7"), ""));

        // Then
        FetchException failure = assertForNow(() -> fetcher.fetch(at("a.test", "/status"), MOST), "status " + status);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void noMoreIsReadThanIsAllowed() {
        // Given one that says how much there is, and one that never ends
        server.createContext("/large", exchange -> answer(exchange, 200, Map.of(), "x".repeat(MOST + 1)));
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[100];
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        });

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/large"), MOST), "more than the 1000 bytes");
        assertLasting(() -> fetcher.fetch(at("a.test", "/endless"), MOST), "more than the 1000 bytes");
    }

    @Test
    void aBodyThatDripsIsBrokenOff() {
        // Given
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 500);
            while (true) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });

        // Then
        assertForNow(() -> fetcher.fetch(at("a.test", "/drip"), MOST), "within 1 s");
    }

    @Test
    void headersThatDripAreBrokenOff() throws IOException {
        // Given
        try (RawServer raw = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n");
            while (true) {
                out.write("X: y\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        })) {
            // Then
            assertForNow(() -> fetcher.fetch("http://a.test:" + raw.port() + "/", MOST), "within 1 s");
        }
    }

    @Test
    void aServerThatIsSilentIsNotWaitedFor() throws IOException {
        // Given
        try (RawServer raw = new RawServer(out -> LockSupport.parkNanos(SOON.toNanos()))) {
            // Then
            assertForNow(() -> fetcher.fetch("http://a.test:" + raw.port() + "/", MOST), "cannot be fetched");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nshort",
                "no HTTP at all"
            })
    void whatIsNotWholeIsNothing(String answer) throws IOException {
        // Given
        try (RawServer raw = new RawServer(out -> RawServer.write(out, answer))) {
            // Then
            assertForNow(() -> fetcher.fetch("http://a.test:" + raw.port() + "/", MOST), "cannot be fetched");
        }
    }

    @Test
    void whatWasPackedUnaskedIsNotUnpacked() {
        // Given
        server.createContext("/packed", exchange -> answer(exchange, 200, Map.of("Content-Encoding", "gzip"), "bomb"));

        // Then
        assertLasting(() -> fetcher.fetch(at("a.test", "/packed"), MOST), "encoding 'gzip'");
    }

    @Test
    void aConnectionThatWasBrokenOffIsNotUsedAgain() {
        // Given
        noMoreIsReadThanIsAllowed();

        // Then
        for (int i = 0; i < 10; i++) {
            assertThat(fetcher.fetch(at("a.test", "/image"), MOST)).asString().isEqualTo("bytes");
        }
    }

    private static void assertLasting(ThrowingCallable fetch, String message) {
        assertThat(failure(fetch, message).isLasting()).isTrue();
    }

    private static FetchException assertForNow(ThrowingCallable fetch, String message) {
        FetchException failure = failure(fetch, message);
        assertThat(failure.isLasting()).isFalse();
        return failure;
    }

    private static FetchException failure(ThrowingCallable fetch, String message) {
        long start = System.nanoTime();
        FetchException[] failure = new FetchException[1];
        assertThatThrownBy(fetch)
                .isInstanceOfSatisfying(FetchException.class, thrown -> failure[0] = thrown)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("geheim");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return failure[0];
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private void redirect(String path, String location) {
        server.createContext(path, exchange -> answer(exchange, 302, Map.of("Location", location), ""));
    }

    private void answer(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        authorizations.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
