package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rules found.
 *
 * @param findings one for each, in their order
 * @param unmet what those that are not met ask for, in their order
 */
record Checked(List<Finding> findings, List<Outcome> unmet) {

    static Checked of(List<Rule> rules, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        List<Outcome> unmet = new ArrayList<>();
        for (Rule rule : rules) {
            Finding finding = rule.check(evidence);
            findings.add(finding);
            if (!finding.passed()) {
                unmet.add(rule.whenUnmet(evidence));
            }
        }
        return new Checked(findings, unmet);
    }

    Checked and(Checked others) {
        return new Checked(
                Stream.concat(findings.stream(), others.findings.stream()).toList(),
                Stream.concat(unmet.stream(), others.unmet.stream()).toList());
    }

    boolean allMet() {
        return unmet.isEmpty();
    }

    /** What more images cannot change goes before what they may. */
    Outcome outcome() {
        if (unmet.contains(Outcome.REJECTED)) {
            return Outcome.REJECTED;
        }
        return allMet() ? Outcome.PROMOTED : Outcome.INCONCLUSIVE;
    }
}
