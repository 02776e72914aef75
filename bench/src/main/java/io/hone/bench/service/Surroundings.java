package io.hone.bench.service;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.stack.LocalStack;
import io.hone.stack.Ports;
import io.minio.MinioClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A broker, a bucket with a registered model, and the ingest service, all of their own. */
public record Surroundings(LocalStack stack, IngestProcess ingest) implements AutoCloseable {

    public static final ModelName MODEL = new ModelName("bench");

    /** Has the same settings, and nobody reads it. */
    static final String BARE_TOPIC = "bare";

    private static final int LARGEST_RECORD = 2 << 20;

    public static Surroundings start(Path work) throws IOException, InterruptedException {
        LocalStack stack = LocalStack.start(work.resolve("stack"), Ports.anyFree());
        try {
            createTopics(stack);
            RegisteredModel.register(
                    MinioClient.builder()
                            .endpoint(stack.s3().endpoint().toString())
                            .region("us-east-1")
                            .credentials(stack.s3().accessKey(), stack.s3().secretKey())
                            .build(),
                    work);
            return new Surroundings(stack, IngestProcess.start(stack, work.resolve("ingest")));
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static void createTopics(LocalStack stack) throws InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.broker().bootstrapServers()))) {
            admin.createTopics(List.of(topic(Topics.labelledImages(MODEL)), topic(BARE_TOPIC)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", String.valueOf(LARGEST_RECORD)));
    }

    String kafka() {
        return stack.broker().bootstrapServers();
    }

    /** How many records the model's topic has been given. */
    public long records() throws InterruptedException {
        TopicPartition partition = new TopicPartition(Topics.labelledImages(MODEL), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        ingest.close();
        stack.close();
    }
}
