package io.hone.trainer;

import io.hone.stack.LocalStack;
import io.hone.stack.S3Endpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Points the service under test at the real broker and bucket. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        S3Endpoint s3 = stack.s3();
        try {
            return Map.of(
                    "kafka.bootstrap.servers", stack.broker().bootstrapServers(),
                    "hone.bucket.endpoint", s3.endpoint().toString(),
                    "hone.bucket.access-key", s3.accessKey(),
                    "hone.bucket.secret-key", s3.secretKey(),
                    "hone.data",
                            Files.createTempDirectory(Path.of("target"), "data-")
                                    .toString(),
                    "hone.feed.topic-refresh", "1s",
                    "hone.trigger.new-images", "300",
                    "hone.recipe.epochs", "1",
                    "hone.recipe.batch-size", "32");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The stack is shared by the tests of this JVM and ends with it.
    }
}
