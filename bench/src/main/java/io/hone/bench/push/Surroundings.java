package io.hone.bench.push;

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
record Surroundings(LocalStack stack, IngestProcess ingest) implements AutoCloseable {

    static final ModelName MODEL = new ModelName("bench");

    static Surroundings start(Path work) throws IOException, InterruptedException {
        LocalStack stack = LocalStack.start(work.resolve("stack"), Ports.anyFree());
        try {
            createTopic(stack);
            RegisteredModel.register(
                    MinioClient.builder()
                            .endpoint(stack.s3().endpoint().toString())
                            .region("us-east-1")
                            .credentials(stack.s3().accessKey(), stack.s3().secretKey())
                            .build(),
                    work);
            return new Surroundings(stack, IngestProcess.start(stack, work.resolve("ingest.log")));
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static void createTopic(LocalStack stack) throws InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.broker().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.labelledImages(MODEL), 1, (short) 1)
                            .configs(
                                    Map.of("cleanup.policy", "compact", "max.message.bytes", String.valueOf(2 << 20)))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    String kafka() {
        return stack.broker().bootstrapServers();
    }

    /** How many records the model's topic has been given. */
    long records() throws InterruptedException {
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
