package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.promotion.MoveRefusedException;

/** Rollbacks as champions are moved, whoever moves them. */
public final class ChampionRollbacks implements Rollbacks {

    private final io.hone.evaluator.promotion.Rollbacks rollbacks;

    public ChampionRollbacks(io.hone.evaluator.promotion.Rollbacks rollbacks) {
        this.rollbacks = rollbacks;
    }

    @Override
    public Outcome automatic(ModelName model, long sequence, String reason) {
        try {
            return rollbacks.automatic(model, sequence, reason).isPresent() ? new TakenBack() : new Overtaken();
        } catch (MoveRefusedException e) {
            return new Refused(e.getMessage());
        }
    }
}
