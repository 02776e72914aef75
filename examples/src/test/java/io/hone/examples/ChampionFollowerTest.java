package io.hone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.djl.modality.cv.Image;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Version 1 takes everything for red, version 2 knows colours; both lie in a real bucket. */
class ChampionFollowerTest {

    private static final int THREADS = 4;

    private final Image green = Colour.green();
    private Registered registered;
    private ChampionFollower follower;

    @BeforeEach
    void start() throws Exception {
        registered = new Registered("base", "better");
        follower = new ChampionFollower(registered.client(), registered.files());
    }

    @AfterEach
    void stop() throws Exception {
        follower.close();
        registered.close();
    }

    @Test
    void theChampionAnswersAndAfterAMoveTheNext() throws Exception {
        // Given
        assertThat(best()).isEqualTo("red");

        // When
        registered.champion(2);
        follower.look();

        // Then
        assertThat(best()).isEqualTo("green");
        assertThat(follower.classifier().version()).isEqualTo(2);
    }

    @Test
    void whileNothingMovesNothingIsLoaded() throws Exception {
        // Given: the version's file is gone, so that whoever loads it fails
        registered.store.delete("models/%s/versions/1/model.pt".formatted(registered.model));

        // When
        follower.look();

        // Then
        assertThat(registered.unmoved).hasValue(1);
        assertThat(best()).isEqualTo("red");
    }

    @Test
    void requestsGoOnWhileTheChampionMovesAndNoneFails() throws Exception {
        // Given
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reds = new AtomicInteger();
        AtomicInteger greens = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            requests.add(threads.submit(requests(done, reds, greens)));
        }

        // When: it goes back and forth, and each time both have answered
        for (int move = 0; move < 10; move++) {
            int version = 2 - move % 2;
            registered.champion(version);
            follower.look();
            AtomicInteger answers = version == 2 ? greens : reds;
            int before = answers.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> answers.get() > before + THREADS);
        }
        done.set(true);

        // Then
        int answered = 0;
        for (Future<Integer> each : requests) {
            answered += each.get();
        }
        threads.shutdown();
        assertThat(answered).isEqualTo(reds.get() + greens.get()).isGreaterThan(10 * THREADS);
    }

    /** Ends with the number of answers, or with the failure of the first request that failed. */
    private Callable<Integer> requests(AtomicBoolean done, AtomicInteger reds, AtomicInteger greens) {
        return () -> {
            int answers = 0;
            while (!done.get()) {
                (best().equals("green") ? greens : reds).incrementAndGet();
                answers++;
            }
            return answers;
        };
    }

    @Test
    void aVersionThatIsNotWholeChangesNothing() throws Exception {
        // Given: it is followed, and somebody has cut the file off
        registered.store.write(
                "models/%s/versions/2/model.pt".formatted(registered.model),
                "half".getBytes(StandardCharsets.UTF_8),
                "application/zip");

        // When
        registered.champion(2);

        // Then
        assertThatThrownBy(follower::look).isInstanceOf(IOException.class).hasMessageContaining("SHA-256 of version 2");
        assertThat(best()).isEqualTo("red");

        // When: it is rolled back
        registered.champion(1);
        follower.look();

        // Then
        assertThat(best()).isEqualTo("red");
    }

    @Test
    void itLooksByItself() {
        // Given
        follower.follow(Duration.ofMillis(100));

        // When
        registered.champion(2);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> follower.classifier().version() == 2);
    }

    @Test
    void anErrorWhileLoadingEndsNeitherTheOldModelNorTheLooking() throws Exception {
        // Given: there is too little memory for two, the first time
        AtomicInteger attempts = new AtomicInteger();
        try (ChampionFollower tight = new ChampionFollower(registered.client(), champion -> {
            if (champion.version() == 2 && attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no memory for two");
            }
            return registered.files().with(champion, folder -> LoadedModel.load(champion.version(), folder));
        })) {
            // When
            registered.champion(2);
            tight.follow(Duration.ofMillis(100));

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> tight.classifier().version() == 2);
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotBroughtHere() throws Exception {
        // Given
        Champion champion = registered.client().ask(Optional.empty()).orElseThrow();

        // When, then
        assertThatThrownBy(() -> registered.files(100).with(champion, folder -> folder))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 100 bytes");
    }

    @Test
    void anEvaluatorBehindAPathIsAskedThere() throws Exception {
        // Given
        registered.champion(2);

        // When
        Optional<Champion> champion = registered.clientBehindPath().ask(Optional.empty());

        // Then
        assertThat(champion).map(Champion::version).contains(2);
    }

    @Test
    void aPictureThatIsNoneOrTooLargeIsRefused() throws Exception {
        // Given
        var server = new ServeChampion(follower.classifier()).start(0);
        try {
            // When
            HttpResponse<String> none = post(server, "no picture".getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> tooLarge = post(server, Colour.hugePng());

            // Then
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).startsWith("no image that can be read: ");
            assertThat(tooLarge.statusCode()).isEqualTo(413);
            assertThat(tooLarge.body()).startsWith("25010001 pixels, at most 25000000 are taken");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theWholeServerAnswersAPicture() throws Exception {
        // Given
        registered.champion(2);
        follower.look();
        var server = new ServeChampion(follower.classifier()).start(0);
        try {
            // When
            HttpResponse<String> answer = post(server, Colour.greenPng());

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("green ");
        } finally {
            server.stop(0);
        }
    }

    private static HttpResponse<String> post(HttpServer server, byte[] body) throws Exception {
        URI address = URI.create("http://%s:%d"
                .formatted(
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        server.getAddress().getPort()));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private String best() throws Exception {
        return follower.classifier().classify(green).best().getClassName();
    }
}
