package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.champion.Move;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Gate;
import io.hone.registry.champion.ChampionEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person decided about a candidate, as a final evaluation, so that nobody judges it again. The numbers are those of
 * its last verdict; without one about the same champion it was decided on no images.
 */
final class PersonsVerdict {

    static final String FORCED = "forced";
    static final String REJECTION = "rejection";

    private final ChampionEntry champion;
    private final int version;
    private final Optional<Evaluation> latest;

    /**
     * @param champion the entry that was the head when it was decided
     * @param latest the candidate's last verdict
     */
    PersonsVerdict(ChampionEntry champion, int version, Optional<Evaluation> latest) {
        this.champion = champion;
        this.version = version;
        this.latest = latest.filter(evaluation -> evaluation.championSequence() == champion.sequence());
    }

    /** @param entry the one after the champion's */
    Evaluation promoted(ChampionEntry entry) {
        boolean approved = entry.move() == Move.APPROVED;
        String explanation = "%s %s: %s"
                .formatted(entry.actor(), approved ? "approved of it" : "forced this promotion", entry.reason());
        return evaluation(Outcome.PROMOTED, entry.at(), finding(approved ? Gate.APPROVAL : FORCED, true, explanation));
    }

    Evaluation rejected(Order order, Instant at) {
        return evaluation(
                Outcome.REJECTED,
                at,
                finding(REJECTION, false, "%s rejected it: %s".formatted(order.by(), order.reason())));
    }

    static boolean isOne(Verdict verdict) {
        return verdict.findings().stream().anyMatch(PersonsVerdict::isPersons);
    }

    private static boolean isPersons(Finding finding) {
        return finding.rule().equals(FORCED)
                || finding.rule().equals(REJECTION)
                || (finding.rule().equals(Gate.APPROVAL) && finding.passed());
    }

    private static Finding finding(String rule, boolean passed, String explanation) {
        return new Finding(rule, passed ? 1 : 0, 1, passed, Reasons.shortened(explanation));
    }

    private Evaluation evaluation(Outcome outcome, Instant at, Finding persons) {
        List<Finding> findings = new ArrayList<>(
                latest.map(evaluation -> evaluation.verdict().findings()).orElse(List.of()));
        findings.removeIf(Approvals::isOpen);
        findings.add(persons);
        Verdict verdict = new Verdict(champion.model(), version, at, champion.version(), outcome, findings);
        return new Evaluation(
                verdict,
                champion.sequence(),
                latest.map(Evaluation::holdOut).orElse(new HoldOutSnapshot(0, 0, Sha256.of(""))),
                latest.map(Evaluation::champion).orElse(unmeasured(champion.version())),
                latest.map(Evaluation::candidate).orElse(unmeasured(version)),
                latest.map(Evaluation::paired).orElse(PairedOutcomes.NONE),
                latest.flatMap(Evaluation::report));
    }

    private static Measurement unmeasured(int version) {
        return new Measurement(version, 0, 0);
    }
}
