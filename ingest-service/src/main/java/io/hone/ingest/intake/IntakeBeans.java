package io.hone.ingest.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.ingest.record.Records;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Puts the intake together. */
@ApplicationScoped
class IntakeBeans {

    /**
     * Longer than any sender waits: a record that was sent just before a broker died may have been written, and only the
     * producer that sent it can send it again without writing it twice. A sender that comes again with the same
     * idempotency key waits for that record, and not for another.
     */
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    /** For the label, the headers and the record's own frame, beside the image. */
    private static final int FRAME_BYTES = 64 << 10;

    @Produces
    @Singleton
    ImageDecoder decoder(IntakeConfig config) {
        return new ImageDecoder(new ImageLimits(
                Math.toIntExact(config.maxImageBytes().asLongValue()),
                config.maxImagePixels(),
                Optional.of(config.decodeTime())));
    }

    @Produces
    @Singleton
    Producer<String, byte[]> producer(KafkaClients kafka, IntakeConfig config) {
        long patience = config.acknowledgementTimeout().toMillis();
        return kafka.producer(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "hone-ingest",
                // A broker that is away is told to the caller while the caller still listens.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(DELIVERY.toMillis()),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) patience / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patience,
                // Images are compressed already.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "none",
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.BATCH_SIZE_CONFIG,
                512 << 10,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L << 20,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Math.toIntExact(config.inlineLimit().asLongValue()) + FRAME_BYTES));
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(Duration.ofSeconds(5));
    }

    @Produces
    @Singleton
    ImageStream stream(IntakeConfig config, Producer<String, byte[]> producer) {
        return new ImageStream(producer, config.acknowledgementTimeout());
    }

    /** At start-up: the first image is not to wait for the producer. */
    @Startup
    @Produces
    @Singleton
    Intake intake(
            IntakeConfig config,
            ModelRegistry registry,
            Buckets buckets,
            ImageDecoder decoder,
            ImageStream stream,
            Records records,
            LabelRules rules,
            ImageTurns turns,
            Aside aside) {
        long memory = config.decodeMemory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / 2);
        return new Intake(
                new KnownModels(registry::settings, config.modelCache(), Ticker.systemTicker()),
                new DecodeMemory(decoder, memory, config.decodePatience()),
                new ClaimCheck(buckets.images(), config.inlineLimit().asLongValue()),
                stream,
                records.view(),
                rules,
                turns,
                aside,
                config.source(),
                Clock.systemUTC());
    }
}
