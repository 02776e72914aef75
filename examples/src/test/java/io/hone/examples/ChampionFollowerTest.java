package io.hone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.djl.modality.cv.Image;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void theWholeServerAnswersAPicture() throws Exception {
        // Given
        registered.champion(2);
        follower.look();
        var server = new ServeChampion(follower.classifier()).start(0);
        URI address = URI.create("http://%s:%d"
                .formatted(
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        server.getAddress().getPort()));
        try {
            // When
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(Colour.greenPng()))
                                    .build(),
                            BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("green ");
        } finally {
            server.stop(0);
        }
    }

    private String best() throws Exception {
        return follower.classifier().classify(green).best().getClassName();
    }
}
