package io.hone.trainer.metrics;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Trigger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** Names and labels of all that the trainer measures. */
public final class TrainerMetrics {

    private static final String PREFIX = "hone.trainer.";

    private final MeterRegistry meters;
    private final Map<String, AtomicReference<Double>> latest = new ConcurrentHashMap<>();

    public TrainerMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void progressed(ModelName model, double loss, double imagesPerSecond) {
        latest("loss.nats", model).set(loss);
        latest("images.per.second", model).set(imagesPerSecond);
    }

    public void finished(ModelName model, Trigger trigger, double seconds) {
        ended(model, trigger, "finished");
        Timer.builder(PREFIX + "run")
                .description("Duration of the training of finished runs")
                .tags(tags(model))
                .register(meters)
                .record(Duration.ofMillis((long) (seconds * 1000)));
    }

    public void failed(ModelName model, Trigger trigger) {
        ended(model, trigger, "failed");
    }

    private void ended(ModelName model, Trigger trigger, String state) {
        String reason = trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter(PREFIX + "runs", tags(model).and("trigger", reason).and("state", state))
                .increment();
    }

    /** A figure about a model that is looked up whenever somebody asks; NaN while it is not to be had. */
    public void watch(String name, String unit, ModelName model, ToDoubleFunction<ModelName> figure) {
        Gauge.builder(PREFIX + name, model, figure)
                .baseUnit(unit)
                .tags(tags(model))
                .strongReference(true)
                .register(meters);
    }

    private AtomicReference<Double> latest(String name, ModelName model) {
        return latest.computeIfAbsent(name + "/" + model, key -> {
            AtomicReference<Double> value = new AtomicReference<>(Double.NaN);
            Gauge.builder(PREFIX + name, value, AtomicReference::get)
                    .tags(tags(model))
                    .register(meters);
            return value;
        });
    }

    private static Tags tags(ModelName model) {
        return Tags.of("model", model.value());
    }
}
