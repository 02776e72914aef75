package io.hone.evaluator.metrics;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.promotion.Comparison;
import io.hone.evaluator.promotion.Settlement;
import io.hone.registry.champion.ChampionEntry;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that the evaluator tells Prometheus, under its names; what the names say in units holds. */
public final class EvaluatorMetrics {

    private static final String PREFIX = "hone.evaluator.";
    private static final String SUPERSEDED = "superseded";

    private final MeterRegistry meters;
    private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

    public EvaluatorMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * {@code hone_evaluator_predictions_total}: what hold-out images were taken for, from a version's network or from
     * what it said before.
     */
    public void predicted(ModelName model, int byNetwork, int kept) {
        predictions(model, "network").increment(byNetwork);
        predictions(model, "kept").increment(kept);
    }

    private Counter predictions(ModelName model, String from) {
        return Counter.builder(PREFIX + "predictions")
                .description("Answers about hold-out images, by where they came from")
                .tags(tags(model))
                .tag("from", from)
                .register(meters);
    }

    /**
     * {@code hone_evaluator_{champion,candidate}_accuracy} and {@code …_calibration_error}, 0 to 1; {@code
     * hone_evaluator_evaluation_seconds}.
     */
    public void compared(Comparison comparison, Duration duration) {
        ModelName model = comparison.model();
        set("champion.accuracy", model, comparison.champion().accuracy());
        set("candidate.accuracy", model, comparison.candidate().accuracy());
        set(
                "champion.calibration.error",
                model,
                comparison.report().champion().calibration().error());
        set(
                "candidate.calibration.error",
                model,
                comparison.report().candidate().calibration().error());
        Timer.builder(PREFIX + "evaluation")
                .description("Time to compare a candidate with the champion")
                .tags(tags(model))
                .register(meters)
                .record(duration);
    }

    /** {@code hone_evaluator_verdicts_total}. */
    public void settled(Settlement settlement) {
        ModelName model = settlement.told().model();
        count(
                model,
                settlement.superseded() ? SUPERSEDED : name(settlement.told().outcome()));
    }

    /** Counted among {@code hone_evaluator_verdicts_total} too. */
    public void postponed(ModelName model) {
        count(model, name(Outcome.INCONCLUSIVE));
    }

    /** {@code hone_evaluator_promotion_delay_seconds}: from the newest label that the trainer had read to the promotion. */
    public void promotionDelay(ModelName model, Duration delay) {
        Timer.builder(PREFIX + "promotion.delay")
                .description("Time from the newest label that the trainer had read to the promotion")
                .tags(tags(model))
                .register(meters)
                .record(delay);
    }

    /** {@code hone_evaluator_failures_total}: evaluations, or looks for them, that must be tried again. */
    public void failed(ModelName model) {
        Counter.builder(PREFIX + "failures")
                .description("Evaluations that went wrong and are tried again")
                .tags(tags(model))
                .register(meters)
                .increment();
    }

    /** {@code hone_evaluator_champion_unusable_total}: candidates that could not be compared with the champion. */
    public void championUnusable(ModelName model) {
        Counter.builder(PREFIX + "champion.unusable")
                .description("Candidates that could not be compared with the champion, which is missing or broken")
                .tags(tags(model))
                .register(meters)
                .increment();
    }

    /** {@code hone_evaluator_champion_moves_total}, by kind of move. */
    public void moved(ChampionEntry entry) {
        Counter.builder(PREFIX + "champion.moves")
                .description("Entries appended to the champion chain")
                .tags(tags(entry.model()))
                .tag("move", entry.move().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters)
                .increment();
        champion(entry.model(), entry.version());
    }

    /** {@code hone_evaluator_champion_version}. */
    public void champion(ModelName model, int version) {
        set("champion.version", model, version);
    }

    /**
     * {@code hone_evaluator_hold_out_images} and {@code hone_evaluator_feed_lag_records}, for as long as the model is this
     * evaluator's.
     */
    public void watch(HoldOuts holdOuts, Function<ModelName, OptionalLong> lag) {
        holdOuts.observe((model, holdOut) -> {
            gauge("hold.out", "images", model, () -> holdOuts.of(model)
                    .map(ImageStore::count)
                    .map(Integer::doubleValue)
                    .orElse(Double.NaN));
            gauge("feed.lag", "records", model, () -> {
                OptionalLong records = lag.apply(model);
                return records.isPresent() ? (double) records.getAsLong() : Double.NaN;
            });
        });
    }

    private void count(ModelName model, String outcome) {
        Counter.builder(PREFIX + "verdicts")
                .description("Verdicts by outcome")
                .tags(tags(model))
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private void set(String name, ModelName model, double value) {
        gauges.computeIfAbsent(name + "/" + model, key -> {
                    AtomicReference<Double> held = new AtomicReference<>(value);
                    gauge(name, null, model, held::get);
                    return held;
                })
                .set(value);
    }

    private void gauge(String name, String unit, ModelName model, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value).baseUnit(unit).tags(tags(model)).register(meters);
    }

    private static List<Tag> tags(ModelName model) {
        return List.of(Tag.of("model", model.value()));
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
