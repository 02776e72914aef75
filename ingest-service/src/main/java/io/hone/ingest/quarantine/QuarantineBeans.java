package io.hone.ingest.quarantine;

import io.hone.contracts.Checks;
import io.hone.contracts.Topics;
import io.hone.ingest.intake.ImageStream;
import io.hone.ingest.intake.ImageTurns;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeConfig;
import io.hone.ingest.intake.RecordsConfig;
import io.hone.ingest.record.EndOffsets;
import io.hone.ingest.record.RecordFeed;
import io.hone.ingest.record.Records;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the quarantine together. */
@ApplicationScoped
class QuarantineBeans {

    private static final int FETCH_BYTES = 8 << 20;

    /** For the label, the headers, the doubt and the record's own frame, beside the image. */
    private static final int FRAME_BYTES = 128 << 10;

    @Produces
    @Singleton
    QuarantineStore store(@ConfigProperty(name = "hone.data") Path data) {
        return new QuarantineStore(data.resolve("quarantine"));
    }

    @Produces
    @Singleton
    QuarantineFeed feed(KafkaClients kafka, QuarantineStore store, RecordsConfig config) {
        return new QuarantineFeed(
                new RecordFeed(
                        kafka.consumer(Map.of(
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                FETCH_BYTES,
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "hone-ingest-quarantine",
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                10_000,
                                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                5_000)),
                        store,
                        config.topicRefresh(),
                        config.retryAfter()),
                kafka.admin(Map.of()),
                store);
    }

    /** The store is used by the feed, the admin client by whoever asks where a topic ends. */
    record QuarantineFeed(RecordFeed records, Admin admin, QuarantineStore store) {}

    void close(@Disposes QuarantineFeed feed) {
        feed.records().close();
        feed.admin().close(Duration.ZERO);
        feed.store().close();
    }

    @Produces
    @Singleton
    Quarantine quarantine(QuarantineFeed feed, Records records, RecordsConfig config, ImageStream stream) {
        return new Quarantine(
                feed.store(),
                feed.records(),
                new EndOffsets(feed.admin(), config.patience(), Topics::quarantinedImages),
                records.reader(),
                records.view(),
                stream,
                config.patience());
    }

    @Produces
    @Singleton
    Pictures pictures(Buckets buckets, IntakeConfig config) {
        return new Pictures(
                buckets.images(), Math.toIntExact(config.maxImageBytes().asLongValue()));
    }

    @Produces
    @Singleton
    QuarantineMetrics metrics(MeterRegistry meters, Quarantine quarantine) {
        return new QuarantineMetrics(meters, quarantine::count);
    }

    @Produces
    @Singleton
    DoubtLoop loop(
            QuarantineConfig config,
            IntakeConfig intakeConfig,
            KafkaClients kafka,
            Intake intake,
            Records records,
            ImageTurns turns,
            ImageStream stream,
            Quarantine quarantine,
            QuarantineMetrics metrics) {
        int maxRecordBytes = Math.toIntExact(intakeConfig.inlineLimit().asLongValue()) + FRAME_BYTES;
        QuarantineTopics topics = new QuarantineTopics(kafka, maxRecordBytes);
        int most = Checks.within("hone.quarantine.most-images", config.mostImages(), 1, 1_000_000);
        PuttingAside puttingAside = new PuttingAside(
                intake::require, records.view(), records.reader(), turns, stream, topics, quarantine, most);
        return new DoubtLoop(kafka, topics, puttingAside, metrics);
    }

    void start(@Observes StartupEvent event, QuarantineFeed feed, DoubtLoop loop) {
        feed.records().start();
        loop.start();
    }

    void stop(@Observes ShutdownEvent event, DoubtLoop loop) {
        loop.close();
    }
}
