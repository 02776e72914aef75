package io.hone.evaluator.registration;

/** Finds out whether a base can be used before anything is written down. */
public interface BaseCheck {

    /** @throws UnusableBaseException if not */
    void check(NewModel model);
}
