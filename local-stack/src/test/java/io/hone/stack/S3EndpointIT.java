package io.hone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.minio.errors.ErrorResponseException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3EndpointIT {
    private static final int RACES = 20;
    private static final int WRITERS = 8;

    @TempDir
    static Path data;

    private static S3Endpoint s3;
    private static TestBucket bucket;

    @BeforeAll
    static void start() {
        s3 = S3Endpoint.start(StackHome.find(), data, 0, Credentials.LOCAL);
        s3.createBucket("things");
        bucket = new TestBucket(s3.endpoint(), Credentials.LOCAL, "things");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void objectsSurviveKillAndRestart() throws Exception {
        // Given
        bucket.put("deep/down/object", "kept");
        URI address = s3.endpoint();

        // When
        s3.kill();
        s3.restart();

        // Then
        assertThat(s3.endpoint()).isEqualTo(address);
        assertThat(bucket.get("deep/down/object")).isEqualTo("kept");
    }

    @Test
    void aWrongSecretIsRefused() {
        // Given
        var stranger = new TestBucket(
                s3.endpoint(), new Credentials(Credentials.LOCAL.accessKey(), "not-the-secret"), "things");

        // When / Then
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> stranger.put("object", "intruder"))
                .satisfies(e -> assertThat(e.response().code()).isEqualTo(403));
    }

    @Test
    void anUnsignedRequestIsRefused() throws Exception {
        // Given
        bucket.put("private", "mine");

        for (String path : new String[] {"/", "/things", "/things/private"}) {
            // When
            var request = HttpRequest.newBuilder(s3.endpoint().resolve(path)).build();
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();

            // Then
            assertThat(status).as(path).isEqualTo(403);
        }
    }

    @Test
    void anObjectIsCreatedOnlyOnce() throws Exception {
        // Given
        bucket.create("champion", "first");

        // When / Then
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> bucket.create("champion", "second"))
                .satisfies(e -> assertThat(e.response().code()).isEqualTo(412));
        assertThat(bucket.get("champion")).isEqualTo("first");
    }

    @Test
    void ofManyWhoCreateTheSameObjectOneWins() throws Exception {
        // Given
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int race = 0; race < RACES; race++) {
                String key = "race-" + race;
                var attempts = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> (Callable<Boolean>) () -> bucket.tryCreate(key, "writer " + writer))
                        .toList();

                // When
                int winners = 0;
                for (var attempt : writers.invokeAll(attempts)) {
                    winners += attempt.get() ? 1 : 0;
                }

                // Then
                assertThat(winners).as(key).isEqualTo(1);
            }
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void aBucketMadeTwiceKeepsItsObjects() throws Exception {
        // Given
        bucket.put("older", "kept");

        // When
        s3.createBucket("things");

        // Then
        assertThat(bucket.get("older")).isEqualTo("kept");
    }

    @Test
    void ctrlCIsLeftToTheStarter() throws Exception {
        // When the signal comes that a terminal sends to every process of the group
        new ProcessBuilder("kill", "-INT", Long.toString(s3.pid())).start().waitFor();

        // Then
        Awaitility.await().during(Duration.ofSeconds(1)).until(s3::isRunning);
    }

    @Test
    void aBucketNameThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> s3.createBucket("../elsewhere"))
                .withMessageContaining("../elsewhere")
                .withMessageContaining("3 to 63");
    }
}
