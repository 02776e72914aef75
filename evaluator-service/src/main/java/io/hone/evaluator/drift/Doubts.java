package io.hone.evaluator.drift;

import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.settings.InvalidSettingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of labels that the champion confidently contradicts, where a model's policy asks for it. Only the champion of
 * now doubts, not those before it, which an evaluator that comes late asks about older images; and it doubts no label
 * that was looked at twice. Not for several threads.
 */
final class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);

    /** The policy lies in the bucket, and labels come by the hundred in a second. */
    static final Duration ASKED_EACH = Duration.ofSeconds(5);

    private static final double DIGITS = 1e6;

    private final Function<ModelName, OptionalDouble> confidences;
    private final EventSender events;
    private final DriftMetrics metrics;
    private final InstantSource clock;
    private final Map<ModelName, Known> known = new ConcurrentHashMap<>();

    private record Known(OptionalDouble confidence, Instant until) {}

    /** @param confidences from which on a model's champion doubts; empty for never */
    Doubts(
            Function<ModelName, OptionalDouble> confidences,
            EventSender events,
            DriftMetrics metrics,
            InstantSource clock) {
        this.confidences = confidences;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns once the broker has all doubts; whoever dies before the answers are counted tells them again. */
    void tell(ModelName model, ChampionLine line, List<Answer> answers) {
        OptionalDouble least = confidence(model);
        if (least.isEmpty()) {
            return;
        }
        for (Answer answer : answers) {
            if (isDoubted(answer, line.head(), least.getAsDouble())) {
                LabelDoubted doubt = doubt(model, answer, line.head());
                events.send(doubt, "%s-doubt-%d-%d".formatted(model, doubt.offset(), doubt.champion()));
                metrics.doubted(model);
            }
        }
    }

    private static boolean isDoubted(Answer answer, Reign champion, double least) {
        return answer.result() == Answer.Result.WRONG
                && answer.by().filter(champion::equals).isPresent()
                && answer.said().filter(said -> said.confidence() >= least).isPresent()
                && !answer.image().origin().golden()
                && !answer.image().origin().reviewed();
    }

    private LabelDoubted doubt(ModelName model, Answer answer, Reign champion) {
        Answer.Opinion said = answer.said().orElseThrow();
        return new LabelDoubted(
                model,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                answer.image().id(),
                answer.offset(),
                answer.label(),
                answer.image().origin().annotator(),
                said.label(),
                Math.min(1, Math.round(said.confidence() * DIGITS) / DIGITS),
                champion.manifest().version());
    }

    private OptionalDouble confidence(ModelName model) {
        Instant now = clock.instant();
        Known last = known.get(model);
        if (last == null || !now.isBefore(last.until())) {
            last = new Known(ask(model), now.plus(ASKED_EACH));
            known.put(model, last);
        }
        return last.confidence();
    }

    /** Who judges candidates stumbles over a policy that contradicts itself, and says so; labels go on being counted. */
    private OptionalDouble ask(ModelName model) {
        try {
            return confidences.apply(model);
        } catch (InvalidSettingException e) {
            LOG.warn("no label is doubted while the policy cannot be used: model={}: {}", model, e.getMessage());
            return OptionalDouble.empty();
        }
    }

    /** Whose the model is next asks anew. For any thread. */
    void forget(ModelName model) {
        known.remove(model);
    }
}
