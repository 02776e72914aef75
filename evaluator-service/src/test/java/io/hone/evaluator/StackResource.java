package io.hone.evaluator;

import io.hone.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A real broker and bucket for the service, and settings that tests need not wait long for. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", stack.broker().bootstrapServers()),
                Map.entry("hone.bucket.endpoint", stack.s3().endpoint().toString()),
                Map.entry("hone.bucket.access-key", stack.s3().accessKey()),
                Map.entry("hone.bucket.secret-key", stack.s3().secretKey()),
                Map.entry("hone.data", temporaryFolder()),
                Map.entry("hone.device", "cpu"),
                Map.entry("hone.feed.topic-refresh", "500ms"),
                Map.entry("hone.feed.retry-after", "500ms"),
                Map.entry("hone.gate.minimum-hold-out", "30"),
                Map.entry("hone.evaluation.sweep", "10s"),
                Map.entry("hone.drift.probation-images", "60"),
                Map.entry("hone.drift.probation-checkpoints", "3"));
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("hone-evaluator-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The shared stack ends with the JVM.
    }
}
