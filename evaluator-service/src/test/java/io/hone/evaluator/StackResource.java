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
        return Map.of(
                "kafka.bootstrap.servers",
                stack.broker().bootstrapServers(),
                "hone.bucket.endpoint",
                stack.s3().endpoint().toString(),
                "hone.bucket.access-key",
                stack.s3().accessKey(),
                "hone.bucket.secret-key",
                stack.s3().secretKey(),
                "hone.data",
                temporaryFolder(),
                "hone.device",
                "cpu",
                "hone.feed.topic-refresh",
                "500ms",
                "hone.feed.retry-after",
                "500ms",
                "hone.policy.hold-out.images",
                "30",
                "hone.evaluation.sweep",
                "10s");
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
