package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;

/** Takes a promotion back that has proved to be a mistake. */
public interface Rollbacks {

    /**
     * Makes the version before it champion again. Does nothing when {@code fromVersion} is not champion any more, so that
     * whoever died half-way may ask again. Returns once the champion chain says so.
     *
     * @param fromVersion the champion that failed
     * @param reason in words, one line of at most 1,000 characters
     */
    void automatic(ModelName model, int fromVersion, String reason);
}
