package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.accuracy.ClassAccuracy;
import io.hone.evaluator.drift.accuracy.RunningAccuracy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What incoming labels tell Prometheus; of a model that is not this evaluator's any more, NaN. */
public final class DriftMetrics {

    private static final String PREFIX = "hone.evaluator.";
    private static final String WINDOW = "window";
    private static final String EXPONENTIAL = "exponential";

    private final MeterRegistry meters;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private Function<ModelName, Optional<DriftState>> states = model -> Optional.empty();
    private Function<ModelName, OptionalLong> lags = model -> OptionalLong.empty();

    private record Watched(String name, List<Tag> tags) {}

    public DriftMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Before anything is told. */
    void watch(Function<ModelName, Optional<DriftState>> stateOf, Function<ModelName, OptionalLong> lagOf) {
        states = stateOf;
        lags = lagOf;
    }

    /**
     * {@code hone_evaluator_incoming_labels_total} by {@code outcome}; {@code hone_evaluator_incoming_accuracy} and, with a
     * {@code class}, {@code hone_evaluator_incoming_class_accuracy}, 0 to 1, by {@code kind}; {@code
     * hone_evaluator_incoming_lag_records}.
     */
    void answered(ModelName model, List<Answer> answers) {
        for (Answer answer : answers) {
            String outcome = answer.result().name().toLowerCase(Locale.ROOT).replace('_', '-');
            meters.counter(PREFIX + "incoming.labels", List.of(model(model), Tag.of("outcome", outcome)))
                    .increment();
            if (answer.counts()) {
                watchClass(model, answer.label());
            }
        }
        watchModel(model);
    }

    /** {@code hone_evaluator_drifts_total}. */
    void drifted(ModelName model, int drifts) {
        meters.counter(PREFIX + "drifts", List.of(model(model))).increment(drifts);
    }

    /** {@code hone_evaluator_automatic_rollbacks_total}. */
    void rolledBack(ModelName model) {
        meters.counter(PREFIX + "automatic.rollbacks", List.of(model(model))).increment();
    }

    /** {@code hone_evaluator_automatic_rollbacks_refused_total}. */
    void notRolledBack(ModelName model) {
        meters.counter(PREFIX + "automatic.rollbacks.refused", List.of(model(model)))
                .increment();
    }

    /** {@code hone_evaluator_labels_doubted_total}: told of, whether they were put aside or not. */
    void doubted(ModelName model) {
        meters.counter(PREFIX + "labels.doubted", List.of(model(model))).increment();
    }

    /** {@code hone_evaluator_incoming_waits_total}: how often labels had to wait, for a champion that can be asked most of all. */
    void waited(ModelName model) {
        meters.counter(PREFIX + "incoming.waits", List.of(model(model))).increment();
    }

    private void watchModel(ModelName model) {
        accuracy(model, WINDOW, RunningAccuracy::windowAccuracy);
        accuracy(model, EXPONENTIAL, accuracy -> accuracy.overall().accuracy());
        gauge("incoming.lag", "records", List.of(model(model)), model, name -> {
            OptionalLong lag = lags.apply(name);
            return lag.isPresent() ? lag.getAsLong() : Double.NaN;
        });
    }

    private void accuracy(ModelName model, String kind, Function<RunningAccuracy, OptionalDouble> figure) {
        gauge("incoming.accuracy", null, List.of(model(model), Tag.of("kind", kind)), model, name -> states.apply(name)
                .map(state -> figure.apply(state.accuracy()).orElse(Double.NaN))
                .orElse(Double.NaN));
    }

    private void watchClass(ModelName model, String label) {
        classAccuracy(model, label, WINDOW, ClassAccuracy::window);
        classAccuracy(model, label, EXPONENTIAL, ClassAccuracy::exponential);
    }

    private void classAccuracy(
            ModelName model, String label, String kind, Function<ClassAccuracy, OptionalDouble> figure) {
        gauge(
                "incoming.class.accuracy",
                null,
                List.of(model(model), Tag.of("class", label), Tag.of("kind", kind)),
                model,
                name -> states.apply(name)
                        .flatMap(state -> state.accuracy().ofClass(label))
                        .map(found -> figure.apply(found).orElse(Double.NaN))
                        .orElse(Double.NaN));
    }

    private void gauge(String name, String unit, List<Tag> tags, ModelName model, ToDoubleFunction<ModelName> value) {
        if (!watched.add(new Watched(name, tags))) {
            return;
        }
        Gauge.builder(PREFIX + name, model, value)
                .strongReference(true)
                .baseUnit(unit)
                .tags(tags)
                .register(meters);
    }

    private static Tag model(ModelName model) {
        return Tag.of("model", model.value());
    }
}
