package io.hone.trainer.run;

import io.hone.contracts.Checks;
import io.hone.trainer.plan.RunPlan;
import java.util.Optional;

/**
 * A run as it is written down.
 *
 * @param attempts how often a process has begun to carry the plan out since the run last got anywhere
 * @param reached steps that the snapshot had done from which the last attempt began
 * @param outcome absent while it is under way, or waits to be taken up again
 */
record JournalledRun(RunPlan plan, int attempts, int reached, Optional<RunOutcome> outcome) {

    JournalledRun {
        Checks.present("plan", plan);
        Checks.atLeast("attempts", attempts, 0);
        Checks.present("outcome", outcome);
    }

    static JournalledRun planned(RunPlan plan) {
        return new JournalledRun(plan, 0, 0, Optional.empty());
    }

    /** @param from steps that the snapshot has done from which the attempt begins */
    JournalledRun attempted(int from) {
        return new JournalledRun(plan, from > reached ? 1 : attempts + 1, from, outcome);
    }

    /** An orderly end is no crash: it does not count as an attempt. */
    JournalledRun stopped() {
        return new JournalledRun(plan, attempts - 1, reached, outcome);
    }

    JournalledRun ended(RunOutcome how) {
        return new JournalledRun(plan, attempts, reached, Optional.of(how));
    }
}
