package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * What one rule of the gate found.
 *
 * @param rule its name, such as {@code minimum-gain}
 * @param measured the value it looked at
 * @param bound the value it demands
 * @param passed whether the rule is content
 * @param explanation one sentence for people, with value, bound and unit
 */
public record Finding(String rule, double measured, double bound, boolean passed, String explanation) {

    public Finding {
        Checks.line("rule", rule, 100);
        Checks.line("explanation", explanation, 1000);
    }
}
