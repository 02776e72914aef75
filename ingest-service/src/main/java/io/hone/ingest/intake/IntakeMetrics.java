package io.hone.ingest.intake;

import io.hone.contracts.model.ModelName;
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
        meters.counter(
                        "hone.ingest.images.accepted",
                        "model",
                        model.value(),
                        "split",
                        image.split().wireName())
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
        meters.counter(
                        "hone.ingest.images.refused",
                        "model",
                        model.map(ModelName::value).orElse(NO_MODEL),
                        "reason",
                        reason)
                .increment();
    }

    public void removed(ModelName model) {
        meters.counter("hone.ingest.images.removed", "model", model.value()).increment();
    }
}
