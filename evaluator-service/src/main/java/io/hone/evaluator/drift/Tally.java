package io.hone.evaluator.drift;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Finding;
import io.hone.evaluator.drift.accuracy.AccuracyFall;
import io.hone.evaluator.drift.accuracy.Adwin;
import io.hone.evaluator.drift.accuracy.RunningAccuracy;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationRules;
import io.hone.evaluator.drift.probation.ProbationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds answers, one after the other, to what was known before. */
final class Tally {

    static final String CHANGE = "accuracy-change";
    static final String FLOOR = "accuracy-floor";

    private static final int DRIFTS_KEPT = 50;

    /** Who reads an old stream for the first time must not take back what has proved itself long ago. */
    private static final Duration PROBATION_WITHIN = Duration.ofDays(7);

    private final DriftState before;
    private final ModelName model;
    private final DriftSettings settings;
    private final ProbationRules rules;
    private final Instant now;

    private LabelCounts counts;
    private RunningAccuracy accuracy;
    private long sequence;
    private Adwin detector;
    private boolean isBelowFloor;
    private Optional<Probation> probation;
    private final List<DriftDetected> found = new ArrayList<>();

    Tally(DriftState before, ModelName model, DriftSettings settings, Instant now) {
        this.before = before;
        this.model = model;
        this.settings = settings;
        this.rules = new ProbationRules(settings.probation());
        this.now = now;
        this.counts = before.counts();
        this.accuracy = before.accuracy();
        this.sequence = before.sequence();
        this.detector = new Adwin(settings.delta(), before.detector());
        this.isBelowFloor = before.isBelowFloor();
        this.probation = before.probation();
    }

    /** Ends a probation whose champion is champion no more, and begins that of a new one. */
    void follow(ChampionLine line) {
        long head = line.head().entry().sequence();
        if (probation
                .filter(each -> each.sequence() == head || each.status() == ProbationStatus.FAILED)
                .isPresent()) {
            // What follows from a failure is seen to first: it may be what has moved the champion.
            return;
        }
        probation = probation.map(Probation::superseded);
        boolean isNew = line.head().entry().at().isAfter(now.minus(PROBATION_WITHIN));
        if (isNew && settings.probation().images() > 0) {
            line.promise().ifPresent(promise -> line.previous()
                    .ifPresent(previous -> probation = Optional.of(Probation.of(
                            head,
                            line.head().entry().version(),
                            previous.entry().version(),
                            promise))));
        }
    }

    boolean isOnProbation(Link champion, long offset) {
        return probation
                .filter(each -> each.takes(champion.entry().sequence(), offset))
                .isPresent();
    }

    void add(Answer answer) {
        counts = counts.plus(answer.result());
        if (answer.result() == Answer.Result.RIGHT || answer.result() == Answer.Result.WRONG) {
            answer.by().ifPresent(champion -> add(answer, champion));
        }
    }

    private void add(Answer answer, Link champion) {
        if (champion.entry().sequence() != sequence) {
            // What another version was right about says nothing about a change of the world.
            sequence = champion.entry().sequence();
            detector = new Adwin(settings.delta());
        }
        accuracy = accuracy.plus(answer.label(), answer.isRight(), settings.window(), settings.halfLife());
        detector.add(answer.isRight()).ifPresent(fall -> tell(fall, answer, champion));
        settings.floor().ifPresent(floor -> look(floor, answer, champion));
        answer.previousRight().ifPresent(previousRight -> prove(previousRight, answer, champion));
    }

    private void tell(AccuracyFall fall, Answer answer, Link champion) {
        double points = fall.before() - fall.after();
        found.add(drift(
                answer,
                champion,
                fall.before(),
                fall.after(),
                fall.labels(),
                new Finding(
                        CHANGE,
                        points,
                        fall.bound(),
                        false,
                        text(
                                "Version %d is right on %.1f %% of the last %d labels, on %.1f %% before: %.1f points"
                                        + " less, %.1f could be chance.",
                                champion.entry().version(),
                                100 * fall.after(),
                                fall.labels(),
                                100 * fall.before(),
                                100 * points,
                                100 * fall.bound()))));
    }

    private void look(double floor, Answer answer, Link champion) {
        int labels = accuracy.window().size();
        double now = accuracy.windowAccuracy().orElse(1);
        boolean below = labels >= settings.window() && now < floor;
        if (below && !isBelowFloor) {
            String explanation = text(
                    "Of the last %d labels %.1f %% were predicted right, at least %.1f %% are demanded.",
                    labels, 100 * now, 100 * floor);
            found.add(drift(answer, champion, floor, now, labels, new Finding(FLOOR, now, floor, false, explanation)));
        }
        isBelowFloor = now < floor && (below || isBelowFloor);
    }

    private void prove(boolean previousRight, Answer answer, Link champion) {
        if (!isOnProbation(champion, answer.offset())) {
            return;
        }
        Probation earlier = probation.orElseThrow();
        Probation later = rules.after(earlier, previousRight, answer.isRight());
        probation = Optional.of(later);
        if (later.isPromiseBroken() && !earlier.isPromiseBroken()) {
            int labels = later.paired().images();
            found.add(drift(
                    answer,
                    champion,
                    later.promise().accuracy(),
                    (double) later.paired().candidateCorrect() / labels,
                    labels,
                    later.promiseFinding().orElseThrow()));
        }
    }

    private DriftDetected drift(
            Answer answer, Link champion, double accuracyBefore, double accuracyAfter, long labels, Finding finding) {
        return new DriftDetected(
                model,
                now,
                answer.offset(),
                champion.entry().version(),
                accuracyBefore,
                accuracyAfter,
                Math.toIntExact(labels),
                finding);
    }

    /** The offset is left as it was. */
    DriftState state() {
        List<DriftDetected> drifts = concat(before.drifts(), found);
        return new DriftState(
                before.layout(),
                before.nextOffset(),
                counts,
                accuracy,
                sequence,
                detector.state(),
                isBelowFloor,
                probation,
                drifts.subList(Math.max(0, drifts.size() - DRIFTS_KEPT), drifts.size()),
                concat(before.untold(), found));
    }

    private static List<DriftDetected> concat(List<DriftDetected> earlier, List<DriftDetected> later) {
        List<DriftDetected> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
