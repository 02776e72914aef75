package io.hone.trainer.run;

import io.hone.contracts.Checks;
import io.hone.trainer.finetune.RunPlan;
import java.util.Optional;

/**
 * A run as it is written down.
 *
 * @param attempts how often a process has begun to carry the plan out
 * @param outcome absent while it is under way, or waits to be taken up again
 */
record JournalledRun(RunPlan plan, int attempts, Optional<RunOutcome> outcome) {

    JournalledRun {
        Checks.present("plan", plan);
        Checks.atLeast("attempts", attempts, 0);
        Checks.present("outcome", outcome);
    }

    JournalledRun attempted() {
        return new JournalledRun(plan, attempts + 1, outcome);
    }

    JournalledRun ended(RunOutcome how) {
        return new JournalledRun(plan, attempts, Optional.of(how));
    }
}
