package io.hone.ingest;

import io.hone.stack.LocalStack;
import io.hone.stack.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real broker and bucket of the service's own, so that tests may kill them. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private LocalStack stack;
    private Path data;

    @Override
    public Map<String, String> start() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            stack = LocalStack.start(Files.createTempDirectory(target, "stack-"), Ports.anyFree());
            data = TestFolders.fresh("data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "hone.data", data.toString(),
                "kafka.bootstrap.servers", stack.broker().bootstrapServers(),
                "hone.bucket.endpoint", stack.s3().endpoint().toString(),
                "hone.bucket.access-key", stack.s3().accessKey(),
                "hone.bucket.secret-key", stack.s3().secretKey());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(stack, new TestInjector.MatchesType(LocalStack.class));
    }

    @Override
    public void stop() {
        stack.close();
    }
}
