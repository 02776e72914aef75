package io.hone.evaluator.drift;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.accuracy.Adwin;
import io.hone.evaluator.drift.accuracy.RunningAccuracy;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationRules;
import io.hone.evaluator.drift.probation.ProbationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds answers, one after the other, to what was known before. */
final class Tally {

    private static final int DRIFTS_KEPT = 50;

    /**
     * Who reads an old stream, for the first time or because its state was lost, must not tell of what is long past as if
     * it were news, nor take back what has proved itself long ago.
     */
    static final Duration RECENT = Duration.ofDays(7);

    private final DriftState before;
    private final DriftSettings settings;
    private final ProbationRules rules;
    private final Drifts drifts;
    private final Instant recent;

    private LabelCounts counts;
    private RunningAccuracy accuracy;
    private long sequence;
    private Adwin detector;
    private GroupVotes votes;
    private boolean isBelowFloor;
    private Optional<Probation> probation;
    private final List<DriftDetected> found = new ArrayList<>();

    Tally(DriftState before, ModelName model, DriftSettings settings, Instant now) {
        this.before = before;
        this.settings = settings;
        this.rules = new ProbationRules(settings.probation());
        this.drifts = new Drifts(model, now);
        this.recent = now.minus(RECENT);
        this.counts = before.counts();
        this.accuracy = before.accuracy();
        this.sequence = before.sequence();
        this.detector = new Adwin(settings.delta(), before.detector());
        this.votes = before.votes();
        this.isBelowFloor = before.isBelowFloor();
        this.probation = before.probation();
    }

    /** Ends a probation whose champion is champion no more, and begins that of a new one. */
    void follow(ChampionLine line) {
        long head = line.head().entry().sequence();
        if (isAbout(head)
                || probation
                        .map(Probation::status)
                        .filter(ProbationStatus.FAILED::equals)
                        .isPresent()) {
            // What follows from a failure is seen to first: it may be what has moved the champion.
            line.outcome().filter(known -> isAbout(head)).ifPresent(known -> probation = Optional.of(known));
            return;
        }
        probation = line.outcome().or(() -> beginning(line)).or(() -> probation.map(Probation::superseded));
    }

    private boolean isAbout(long entry) {
        return probation.filter(each -> each.sequence() == entry).isPresent();
    }

    private Optional<Probation> beginning(ChampionLine line) {
        return line.promise()
                .filter(promise -> settings.probation().images() > 0
                        && line.head().entry().at().isAfter(recent))
                .flatMap(promise -> line.previous()
                        .map(previous -> Probation.of(
                                line.head().entry().sequence(),
                                line.head().entry().version(),
                                previous.entry().version(),
                                promise)));
    }

    boolean isOnProbation(Reign champion, long offset) {
        return probation
                .filter(each -> each.takes(champion.entry().sequence(), offset))
                .isPresent();
    }

    void add(Answer answer) {
        counts = counts.plus(answer.result());
        if (answer.counts()) {
            answer.by().ifPresent(champion -> add(answer, champion));
        }
    }

    private void add(Answer answer, Reign champion) {
        if (champion.entry().sequence() != sequence) {
            // What another version was right about says nothing about a change of the world.
            sequence = champion.entry().sequence();
            detector = new Adwin(settings.delta());
        }
        accuracy = accuracy.plus(answer.label(), answer.isRight(), settings.window(), settings.halfLife());
        boolean isNews = answer.image().origin().labelledAt().isAfter(recent);
        if (isNews) {
            settings.floor().ifPresent(least -> look(new AccuracyFloor(least, settings.window()), answer, champion));
        }
        Optional<String> group = answer.image().origin().group();
        if (votes.allow(group, answer.offset())) {
            votes = votes.plus(group, answer.offset());
            detector.add(answer.isRight())
                    .filter(fall -> isNews)
                    .ifPresent(fall -> found.add(drifts.fall(fall, answer, champion)));
            prove(answer, champion);
        }
    }

    private void look(AccuracyFloor floor, Answer answer, Reign champion) {
        int labels = accuracy.window().size();
        double share = accuracy.windowAccuracy().orElse(1);
        boolean below = floor.isBelow(share, labels, isBelowFloor);
        if (below && !isBelowFloor) {
            found.add(drifts.belowFloor(floor, share, labels, answer, champion));
        }
        isBelowFloor = below;
    }

    private void prove(Answer answer, Reign champion) {
        if (!isOnProbation(champion, answer.offset())) {
            return;
        }
        Probation earlier = probation.orElseThrow();
        Probation later = rules.after(earlier, answer.previousRight(), answer.isRight());
        probation = Optional.of(later);
        if (later.isPromiseBroken() && !earlier.isPromiseBroken()) {
            found.add(drifts.brokenPromise(later, answer, champion));
        }
    }

    /** The offset is left as it was. */
    DriftState state() {
        List<DriftDetected> all = concat(before.drifts(), found);
        return new DriftState(
                before.layout(),
                before.nextOffset(),
                counts,
                accuracy,
                sequence,
                detector.state(),
                votes,
                isBelowFloor,
                probation,
                all.subList(Math.max(0, all.size() - DRIFTS_KEPT), all.size()),
                concat(before.untold(), found));
    }

    private static List<DriftDetected> concat(List<DriftDetected> earlier, List<DriftDetected> later) {
        List<DriftDetected> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }
}
