package io.hone.ingest.quarantine;

import io.hone.contracts.model.ModelName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** What operators watch: whose labels are doubted, and what people make of it. */
final class QuarantineMetrics {

    private final MeterRegistry meters;
    private final ToIntFunction<ModelName> counts;
    private final Annotators annotators = new Annotators();
    private final Set<ModelName> watched = ConcurrentHashMap.newKeySet();

    /** @param counts how many images lie in a model's quarantine */
    QuarantineMetrics(MeterRegistry meters, ToIntFunction<ModelName> counts) {
        this.meters = meters;
        this.counts = counts;
    }

    /** {@code hone_ingest_labels_doubted_total} by {@code outcome}. */
    void doubted(ModelName model, Optional<String> annotator, PuttingAside.Outcome outcome) {
        watch(model);
        counter("labels.doubted", "Labels that the champion doubts, by what came of it", model, annotator)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters)
                .increment();
    }

    /** {@code hone_ingest_quarantine_released_total}, under another label or the same. */
    void released(ModelName model, Optional<String> annotator, boolean corrected) {
        counter("quarantine.released", "Images put back into the stream", model, annotator)
                .tag("label", corrected ? "corrected" : "kept")
                .register(meters)
                .increment();
    }

    /** {@code hone_ingest_quarantine_discarded_total}. */
    void discarded(ModelName model, Optional<String> annotator) {
        counter("quarantine.discarded", "Images taken out of quarantine and nowhere back", model, annotator)
                .register(meters)
                .increment();
    }

    /** {@code hone_ingest_quarantine_images}, once a label of the model was doubted or looked for. */
    void watch(ModelName model) {
        if (watched.add(model)) {
            Gauge.builder("hone.ingest.quarantine.images", model, counts::applyAsInt)
                    .description("Images in quarantine")
                    .strongReference(true)
                    .tag("model", model.value())
                    .register(meters);
        }
    }

    private Counter.Builder counter(String name, String description, ModelName model, Optional<String> annotator) {
        return Counter.builder("hone.ingest." + name)
                .description(description)
                .tag("model", model.value())
                .tag("annotator", annotators.name(model, annotator));
    }
}
