package io.hone.ingest.upload;

import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.ingest.intake.IntakeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what uploads need. */
@ApplicationScoped
class UploadBeans {

    @Produces
    @Singleton
    Repeats repeats(IntakeConfig config) {
        return new Repeats(config.repeatsKept(), Ticker.systemTicker());
    }
}
