package io.hone.platform.kafka;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a broker answers. */
@Readiness
@Singleton
class KafkaCheck implements HealthCheck {

    private static final int PATIENCE_MILLIS = 2_000;

    private final String bootstrapServers;
    private final Admin admin;

    KafkaCheck(KafkaClients kafka) {
        this.bootstrapServers = kafka.bootstrapServers();
        this.admin = kafka.admin(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
    }

    @Override
    public HealthCheckResponse call() {
        try {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return HealthCheckResponse.named("kafka")
                    .up()
                    .withData("brokers", brokers)
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down();
        }
    }

    private HealthCheckResponse down() {
        return HealthCheckResponse.named("kafka")
                .down()
                .withData("bootstrap.servers", bootstrapServers)
                .withData("reason", "no broker answers: is it up, and is KAFKA_BOOTSTRAP_SERVERS right?")
                .build();
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
