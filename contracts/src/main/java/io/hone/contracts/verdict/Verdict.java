package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.List;

/**
 * What the gate decided about a candidate, and why; told on the topic {@code verdicts}.
 *
 * @param version the candidate
 * @param champion the version it was compared with
 * @param findings one for each rule, in the order of the gate
 */
public record Verdict(ModelName model, int version, Instant at, int champion, Outcome outcome, List<Finding> findings)
        implements HoneEvent {

    public Verdict {
        Checks.present("model", model);
        Checks.atLeast("version", version, 2);
        Checks.present("at", at);
        Checks.atLeast("champion", champion, 1);
        Checks.present("outcome", outcome);
        findings = List.copyOf(Checks.present("findings", findings));
    }
}
