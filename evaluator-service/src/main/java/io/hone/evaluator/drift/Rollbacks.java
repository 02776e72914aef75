package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;

/** Takes a promotion back that has proved to be a mistake. */
public interface Rollbacks {

    /** What came of it. */
    sealed interface Outcome {}

    /** The version before is champion again. */
    record TakenBack() implements Outcome {}

    /** Somebody else had moved the champion. */
    record Overtaken() implements Outcome {}

    /**
     * The champion stays, and asking again is of no use.
     *
     * @param why and what to do instead
     */
    record Refused(String why) implements Outcome {}

    /**
     * Makes the version before it champion again. Does nothing when another entry has followed meanwhile, so that whoever
     * died half-way may ask again, and nobody overrules a person. Returns once the champion chain says so.
     *
     * @param sequence the entry of the champion chain that proved to be a mistake
     * @param reason in words, one line of at most 1,000 characters
     */
    Outcome automatic(ModelName model, long sequence, String reason);
}
