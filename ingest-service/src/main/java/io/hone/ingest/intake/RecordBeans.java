package io.hone.ingest.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.contracts.intake.IntakeKeys;
import io.hone.contracts.intake.IntakeRules;
import io.hone.ingest.record.Records;
import io.hone.ingest.record.Records.Timing;
import io.hone.ingest.trained.TrainedVersions;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.settings.ConfiguredSettings;
import io.hone.platform.settings.LayeredSettings;
import io.hone.registry.ModelRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what is known about images, and what depends on it. */
@ApplicationScoped
class RecordBeans {

    private static final int MIB = 1 << 20;

    /** At start-up: reading a long stream for the first time takes a while. */
    @Startup
    @Produces
    @Singleton
    Records records(
            @ConfigProperty(name = "hone.data") Path data,
            KafkaClients kafka,
            RecordsConfig config,
            MeterRegistry meters) {
        Records records = new Records(
                data.resolve("image-records"),
                consumer(
                        kafka,
                        Map.of(
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MIB,
                                ConsumerConfig.CLIENT_ID_CONFIG, "hone-ingest-records")),
                consumer(
                        kafka,
                        Map.of(
                                // One record, and of what lies behind it as little as the broker can send.
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                1,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                64 << 10,
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "hone-ingest-record")),
                kafka.admin(Map.of()),
                new Timing(config.topicRefresh(), config.retryAfter(), config.patience()));
        Gauge.builder("hone.ingest.records.behind", records, Records::behind)
                .description("Records that ingest has still to read before it answers about images")
                .register(meters);
        return records;
    }

    private static Consumer<String, byte[]> consumer(KafkaClients kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return kafka.consumer(settings);
    }

    void close(@Disposes Records records) {
        records.close();
    }

    @Produces
    @Singleton
    TrainedVersions trainedVersions(
            @ConfigProperty(name = "hone.data") Path data, ModelRegistry registry, Buckets buckets) {
        return new TrainedVersions(registry, buckets.models(), data.resolve("image-lists"));
    }

    @Startup
    @Produces
    @Singleton
    LayeredSettings<IntakeRules> intakeRules(ModelRegistry registry, Config config) {
        return new LayeredSettings<>(
                IntakeKeys.CATALOGUE,
                registry.intakes(),
                ConfiguredSettings.of(config, IntakeKeys.CATALOGUE),
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    LabelRules labelRules(LayeredSettings<IntakeRules> rules) {
        return new LabelRules(rules::of, Ticker.systemTicker());
    }

    @Produces
    @Singleton
    ImageTurns turns(RecordsConfig config) {
        return new ImageTurns(config.patience());
    }

    @Produces
    @Singleton
    Corrections corrections(
            Records records, LabelRules rules, ImageTurns turns, ImageStream stream, Intake intake, Aside aside) {
        return new Corrections(
                records.view(), records.reader(), rules, turns, stream, intake, aside, Clock.systemUTC());
    }
}
