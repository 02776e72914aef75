package io.hone.ingest.body;

import io.hone.contracts.Checks;
import io.hone.images.ImageDecoder;
import io.hone.ingest.intake.IntakeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Puts together what reads bodies. */
@ApplicationScoped
class BodyBeans {

    private static final int LARGEST_BATCH = 10_000;

    @Produces
    @Singleton
    Bodies bodies(ImageDecoder decoder, IntakeConfig config) {
        return new Bodies(decoder, Math.toIntExact(config.maxTextBytes().asLongValue()));
    }

    @Produces
    @Singleton
    Forms forms(Bodies bodies, IntakeConfig config) {
        int images = Checks.within("hone.ingest.batch-limit", config.batchLimit(), 1, LARGEST_BATCH);
        // A batch's images, their metadata, and enough to spare for saying that they are too many.
        return new Forms(bodies, Path.of(System.getProperty("java.io.tmpdir")), 2 * images);
    }
}
