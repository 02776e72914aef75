package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/** Where a share most probably lies: {@code 0 <= low <= high <= 1}. */
public record Interval(double low, double high) {

    public Interval {
        Checks.within("low", low, 0, 1);
        Checks.within("high", high, low, 1);
    }
}
