package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.registry.ModelRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Has incoming labels predicted, counts what came of it, and sees to what follows. Not for several threads. */
final class LabelStudy {

    private final ModelRegistry registry;
    private final ProbationOutcomes outcomes;
    private final Examiner examiner;
    private final int batchSize;
    private final Function<ModelName, DriftSettings> settings;
    private final Consequences consequences;
    private final Doubts doubts;
    private final DriftMetrics metrics;
    private final InstantSource clock;
    private final Map<ModelName, Champions> champions = new ConcurrentHashMap<>();

    LabelStudy(
            ModelRegistry registry,
            ProbationOutcomes outcomes,
            Examiner examiner,
            int batchSize,
            Function<ModelName, DriftSettings> settings,
            Consequences consequences,
            Doubts doubts,
            DriftMetrics metrics,
            InstantSource clock) {
        this.registry = registry;
        this.outcomes = outcomes;
        this.examiner = examiner;
        this.batchSize = batchSize;
        this.settings = settings;
        this.consequences = consequences;
        this.doubts = doubts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @return whether there were any labels
     * @throws UnaskableVersionException if they must wait for a champion that can be asked
     */
    boolean advance(IncomingLabels labels) {
        consequences.of(labels);
        List<Arrival> batch = labels.next(batchSize);
        if (batch.isEmpty()) {
            return false;
        }
        List<Answer> answers = study(labels, batch);
        metrics.answered(labels.model(), answers);
        consequences.of(labels);
        return true;
    }

    private List<Answer> study(IncomingLabels labels, List<Arrival> batch) {
        ModelName model = labels.model();
        ChampionLine line = champions
                .computeIfAbsent(model, name -> new Champions(registry, outcomes, name, clock))
                .now();
        Tally tally = new Tally(labels.state(), model, settings.apply(model), clock.instant());
        tally.follow(line);
        List<Answer> answers = examiner.answers(
                line,
                labels.unseen(batch),
                arrival -> tally.isOnProbation(line.head(), arrival.image().offset()));
        answers.forEach(tally::add);
        // Before it is written down how far labels were looked at: no doubt is lost, one may be told twice.
        doubts.tell(model, line, answers);
        return labels.counted(batch, tally.state()) ? answers : List.of();
    }

    /** Whose the model is next may end what began here. For any thread. */
    void forget(ModelName model) {
        champions.remove(model);
        doubts.forget(model);
    }
}
