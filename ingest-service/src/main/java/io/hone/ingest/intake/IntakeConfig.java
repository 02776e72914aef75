package io.hone.ingest.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

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

    @WithDefault("8s")
    Duration acknowledgementTimeout();

    @WithDefault("10m")
    Duration modelCache();

    @WithDefault("/hone/ingest")
    URI source();
}
