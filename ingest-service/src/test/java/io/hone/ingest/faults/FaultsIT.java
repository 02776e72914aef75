package io.hone.ingest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.S3ObjectStore;
import io.hone.stack.LocalStack;
import io.hone.stack.Ports;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service under load, while what it needs dies, and while it is told to end. */
class FaultsIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static LocalStack stack;

    private IngestProcess ingest;
    private TestModel model;

    @BeforeAll
    static void startStack() throws IOException {
        stack = LocalStack.start(folder, Ports.anyFree());
    }

    @AfterAll
    static void endStack() {
        stack.close();
    }

    @BeforeEach
    void start() throws IOException {
        MinioClient client = MinioClient.builder()
                .endpoint(stack.s3().endpoint().toString())
                .region("us-east-1")
                .credentials(stack.s3().accessKey(), stack.s3().secretKey())
                .build();
        model = TestModel.registered(
                new ModelRegistry(new S3ObjectStore(client, ObjectKeys.MODELS)),
                new KafkaClients(Map.of("bootstrap.servers", stack.broker().bootstrapServers())));
        ingest = IngestProcess.start(stack, folder);
        await().atMost(SOON).ignoreExceptions().until(ingest::isReady);
    }

    @AfterEach
    void end() {
        ingest.close();
    }

    @Test
    void aBrokerKilledUnderLoadLosesNothingThatWasAcceptedAndDoublesNothing() {
        try (Load load = new Load(ingest, model.path())) {
            // Given
            load.awaitAccepted(100);

            // When the broker dies and, after clients were sent away, comes back
            stack.broker().kill();
            load.awaitStatus(503);
            int before = load.accepted.size();
            stack.broker().restart();
            load.awaitAccepted(before + 100);
            load.stop();

            // Then
            assertThat(idsInTopic()).containsExactlyInAnyOrderElementsOf(load.accepted);
        }
    }

    @Test
    void toldToEndItAnswersWhatWasLetInAndLetsNobodyElseIn() throws Exception {
        byte[] image = TestImages.png(200, -1);
        try (Load load = new Load(ingest, model.path());
                Socket halfWay = new Socket(InetAddress.getLoopbackAddress(), ingest.port())) {
            // Given load, and an upload of which half is here
            load.awaitAccepted(100);
            halfWay.setSoTimeout((int) SOON.toMillis());
            halfWay.getOutputStream().write(head(image.length));
            halfWay.getOutputStream().write(image, 0, image.length / 2);
            load.awaitAccepted(load.accepted.size() + 50);

            // When it is told to end, then it is not ready, and turns others away
            ingest.terminate();
            await().atMost(SOON).until(() -> !ingest.isReady());
            HttpResponse<String> turnedAway = ingest.post(model.path(), "turned away", TestImages.png(-2));
            assertThat(turnedAway.statusCode()).isEqualTo(503);
            assertThat(turnedAway.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(turnedAway.body()).contains("urn:hone:problem:ending");

            // When the other half comes, then it is answered
            halfWay.getOutputStream().write(image, image.length / 2, image.length - image.length / 2);
            assertThat(new String(halfWay.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");

            // Then it ends, and all that it has accepted is in the topic
            assertThat(ingest.endsWithin(SOON)).isTrue();
            load.giveUp();
            assertThat(idsInTopic())
                    .doesNotHaveDuplicates()
                    .contains(ImageId.of(image))
                    .containsAll(load.accepted);
        }
    }

    private byte[] head(int length) {
        return "POST %s?label=cat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                .formatted(model.path(), length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private List<ImageId> idsInTopic() {
        return model.records().stream()
                .map(consumed -> new ImageId(consumed.key()))
                .toList();
    }
}
