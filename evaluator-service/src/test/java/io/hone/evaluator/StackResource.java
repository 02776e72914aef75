package io.hone.evaluator;

import io.hone.evaluator.webhook.Receiver;
import io.hone.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** A real broker and bucket for the service, and settings that tests need not wait long for. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    /** The models of which a webhook tells. */
    public static final String HOOKED = "hooked";

    public static final String HOOKED_TOO = "hooked-too";

    private static final Receiver RECEIVER = new Receiver();

    /** The webhook's endpoint. */
    public static Receiver receiver() {
        return RECEIVER;
    }

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        Map<String, String> settings = new HashMap<>(surroundings(stack));
        settings.put("hone.webhooks.tests.url", RECEIVER.url());
        settings.put("hone.webhooks.tests.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        settings.put("hone.webhooks.tests.models", HOOKED + "," + HOOKED_TOO);
        settings.put("hone.webhook-delivery.first-pause", "100ms");
        settings.put("hone.webhook-delivery.give-up-after", "1s");
        // Networks of a few neurons take no time: on a busy machine what is measured of it is chance.
        settings.put("hone.policy.latency.factor", "1000");
        settings.put("hone.drift.probation-images", "60");
        settings.put("hone.drift.probation-checkpoints", "3");
        return settings;
    }

    private static Map<String, String> surroundings(LocalStack stack) {
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
