package io.hone.ingest.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What is taken in, and how. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.ingest")
public interface IntakeConfig {

    @WithDefault("16M")
    MemorySize maxImageBytes();

    @WithDefault("25000000")
    long maxImagePixels();

    @WithDefault("4M")
    MemorySize maxTextBytes();

    @WithDefault("1M")
    MemorySize inlineLimit();

    @WithDefault("1000")
    int batchLimit();

    /** Half the heap, unless told otherwise. */
    Optional<MemorySize> decodeMemory();

    @WithDefault("30s")
    Duration decodeTime();

    @WithDefault("3s")
    Duration decodePatience();

    @WithDefault("32")
    int requestsPerCaller();

    /** A quarter of the heap, unless told otherwise. */
    Optional<MemorySize> uploadMemory();

    @WithDefault("2m")
    Duration uploadTime();

    /** Unlimited, unless told otherwise. */
    OptionalInt imagesPerSecond();

    @WithDefault("1h")
    Duration repeatsKept();

    @WithDefault("8s")
    Duration acknowledgementTimeout();

    @WithDefault("10m")
    Duration modelCache();

    @WithDefault("/hone/ingest")
    URI source();
}
