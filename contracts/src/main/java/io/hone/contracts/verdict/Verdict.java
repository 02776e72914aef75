package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gate decided about a candidate, and why; told on the topic {@code verdicts}.
 *
 * @param version the candidate
 * @param champion the version it was compared with
 * @param findings one for each rule, in the order of the gate
 * @param test absent where nothing was tested: too few images, no champion to compare with, or a person decided
 */
public record Verdict(
        ModelName model,
        int version,
        Instant at,
        int champion,
        Outcome outcome,
        List<Finding> findings,
        Optional<SignificanceTest> test)
        implements HoneEvent {

    public Verdict {
        Checks.present("model", model);
        Checks.atLeast("version", version, 2);
        Checks.present("at", at);
        Checks.atLeast("champion", champion, 1);
        Checks.present("outcome", outcome);
        findings = List.copyOf(Checks.present("findings", findings));
        test = test == null ? Optional.empty() : test;
    }

    /** Without a test. */
    public Verdict(ModelName model, int version, Instant at, int champion, Outcome outcome, List<Finding> findings) {
        this(model, version, at, champion, outcome, findings, Optional.empty());
    }
}
