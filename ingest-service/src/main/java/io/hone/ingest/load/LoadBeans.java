package io.hone.ingest.load;

import io.github.bucket4j.TimeMeter;
import io.hone.ingest.intake.IntakeConfig;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the limits together. */
@ApplicationScoped
class LoadBeans {

    @Produces
    @Singleton
    Admission admission(IntakeConfig config) {
        long memory = config.uploadMemory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / 4);
        return new Admission(new AdmissionLimits(config.requestsPerCaller(), memory));
    }

    @Produces
    @Singleton
    Pace pace(IntakeConfig config) {
        return new Pace(config.imagesPerSecond(), config.batchLimit(), TimeMeter.SYSTEM_NANOTIME);
    }
}
