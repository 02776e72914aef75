package io.hone.ingest.intake;

import io.hone.contracts.model.ModelName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What operators watch: how many images come in, how many are refused and why. */
@Singleton
public class IntakeMetrics {

    /** Stands for models that do not exist: whoever makes names up makes no time series. */
    private static final String NO_MODEL = "none";

    private final MeterRegistry meters;

    public IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void accepted(ModelName model, Accepted image) {
        Counter.builder("hone.ingest.images.accepted")
                .description("Images in the stream, acknowledged by Kafka")
                .tag("model", model.value())
                .tag("split", image.split().wireName())
                .register(meters)
                .increment();
        DistributionSummary.builder("hone.ingest.image")
                .description("Size of accepted images")
                .baseUnit("bytes")
                .tag("model", model.value())
                .register(meters)
                .record(image.bytes());
    }

    /** @param model empty when it is not known to exist */
    public void refused(Optional<ModelName> model, String reason) {
        Counter.builder("hone.ingest.images.refused")
                .description("Images that did not enter the stream, by the name of the problem")
                .tag("model", model.map(ModelName::value).orElse(NO_MODEL))
                .tag("reason", reason)
                .register(meters)
                .increment();
    }

    public void removed(ModelName model) {
        Counter.builder("hone.ingest.images.removed")
                .description("Images taken back")
                .tag("model", model.value())
                .register(meters)
                .increment();
    }

    public void corrected(ModelName model) {
        Counter.builder("hone.ingest.images.corrected")
                .description("Labels taken for images that were known")
                .tag("model", model.value())
                .register(meters)
                .increment();
    }
}
