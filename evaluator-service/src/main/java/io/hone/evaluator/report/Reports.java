package io.hone.evaluator.report;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the numbers of a comparison together. */
public final class Reports {

    private Reports() {}

    /**
     * @param championLatency absent where it was not measured
     * @param best absent while the champion is the best there ever was
     * @param now labels that are newer come from a clock that is ahead
     */
    public static Report of(
            AnswerSheet champion,
            AnswerSheet candidate,
            Optional<Latency> championLatency,
            Optional<Latency> candidateLatency,
            Optional<BestSoFar> best,
            Hygiene hygiene,
            Instant now) {
        Pairs pairs = new Pairs(champion, candidate);
        Guesses guesses = Guesses.among(
                Math.min(champion.classes().size(), candidate.classes().size()));
        return new Report(
                performance(champion, guesses, championLatency),
                performance(candidate, guesses, candidateLatency),
                classes(champion, candidate, pairs),
                Slices.of(pairs, candidate.images(), now),
                pairs.where(image -> image.origin().golden()),
                best,
                hygiene);
    }

    private static Performance performance(AnswerSheet sheet, Guesses guesses, Optional<Latency> latency) {
        ClassScores scores = ClassScores.of(sheet);
        return new Performance(
                sheet.version(),
                Wilson.of(sheet.correct(), sheet.size()),
                scores.balancedAccuracy(),
                scores.macroF1(),
                guesses.of(sheet),
                scores.list(),
                Confusions.of(sheet),
                Reliability.of(sheet),
                latency);
    }

    private static List<ClassPair> classes(AnswerSheet champion, AnswerSheet candidate, Pairs pairs) {
        Map<String, PairedOutcomes> outcomes = pairs.by(image -> image.label());
        Set<String> labels = new LinkedHashSet<>(candidate.classes().labels());
        labels.addAll(champion.classes().labels());
        Set<String> known = Set.copyOf(champion.classes().labels());
        return labels.stream()
                .map(label ->
                        new ClassPair(label, known.contains(label), outcomes.getOrDefault(label, PairedOutcomes.NONE)))
                .toList();
    }
}
