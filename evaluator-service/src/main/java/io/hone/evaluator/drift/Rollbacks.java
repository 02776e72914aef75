package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;

/** Takes a promotion back that has proved to be a mistake. */
public interface Rollbacks {

    /**
     * Makes the version before it champion again. Does nothing when another entry has followed meanwhile, so that whoever
     * died half-way may ask again, and nobody overrules a person. Returns once the champion chain says so.
     *
     * @param sequence the entry of the champion chain that proved to be a mistake
     * @param reason in words, one line of at most 1,000 characters
     * @return whether it was taken back; false if somebody else had moved the champion
     */
    boolean automatic(ModelName model, long sequence, String reason);
}
