package io.hone.evaluator.gate;

import static java.util.stream.Collectors.joining;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.util.Set;
import java.util.function.Predicate;

/** A verdict in the few sentences that a person would give as its reason. */
public final class Summary {

    private static final Set<String> GOOD_NEWS = Set.of(MinimumGain.NAME, Significance.NAME, Usability.CHAMPION);

    private Summary() {}

    /** Of a promotion what the candidate is better by, of any other verdict what stands against it. */
    public static String of(Verdict verdict) {
        Predicate<Finding> told = verdict.outcome() == Outcome.PROMOTED
                ? finding -> GOOD_NEWS.contains(finding.rule())
                : finding -> !finding.passed();
        String sentences = verdict.findings().stream()
                .filter(told)
                .map(Finding::explanation)
                .collect(joining(" "));
        return sentences.isEmpty() ? "No rule stands against it." : sentences;
    }
}
