package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;

/** Knows which candidates wait for a person: all rules are met, and the policy wants somebody to agree. */
final class Approvals {

    private final ModelRegistry registry;

    Approvals(ModelRegistry registry) {
        this.registry = registry;
    }

    static boolean isOpen(Finding finding) {
        return finding.rule().equals(Gate.APPROVAL) && !finding.passed();
    }

    /** @throws MoveRefusedException if the version's last verdict is another, or was about another champion */
    void requireAwaited(ChampionEntry head, int version) {
        Evaluation latest = registry.evaluations()
                .latest(head.model(), version)
                .filter(evaluation -> Gate.awaitsApproval(evaluation.verdict()))
                .orElseThrow(() -> refused(
                        Why.NOT_AWAITING_APPROVAL,
                        version,
                        "version %d does not wait for approval: see its verdict; POST …/promote makes it champion all the same"
                                .formatted(version)));
        if (latest.championSequence() != head.sequence()) {
            throw refused(
                    Why.CHAMPION_MOVED,
                    version,
                    "version %d was compared with version %d, but version %d is champion since: wait for its next verdict, or POST …/promote"
                            .formatted(version, latest.champion().version(), head.version()));
        }
    }

    private static MoveRefusedException refused(Why why, int version, String message) {
        return new MoveRefusedException(why, "version", version, null, message);
    }
}
