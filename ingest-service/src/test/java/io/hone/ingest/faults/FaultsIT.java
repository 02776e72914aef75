package io.hone.ingest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.TestModel;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.S3ObjectStore;
import io.hone.stack.LocalStack;
import io.hone.stack.Ports;
import io.minio.MinioClient;
import java.io.IOException;
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

/** The packaged service under load, while what it needs dies. */
class FaultsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

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
        ingest = IngestProcess.start(stack, folder.resolve("ingest.log"));
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

    private List<ImageId> idsInTopic() {
        return model.records().stream()
                .map(consumed -> new ImageId(consumed.key()))
                .toList();
    }
}
