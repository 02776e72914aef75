package io.hone.evaluator.drift.probation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a probation stands. */
public enum ProbationStatus {
    /** More labels are awaited. */
    @JsonProperty("running")
    RUNNING,
    /** Over without anything held against the champion. */
    @JsonProperty("passed")
    PASSED,
    /** Failed: the champion is to be rolled back. */
    @JsonProperty("failed")
    FAILED,
    /** Failed, and the champion was rolled back. */
    @JsonProperty("rolled-back")
    ROLLED_BACK,
    /** Failed, and the champion stays, because there is nothing whole to go back to: a person must decide. */
    @JsonProperty("not-rolled-back")
    NOT_ROLLED_BACK,
    /** Over, but the champion before could be asked too seldom to compare the two. */
    @JsonProperty("undecided")
    UNDECIDED,
    /** The champion moved before it was over. */
    @JsonProperty("superseded")
    SUPERSEDED;

    /** Whether nothing more will follow. */
    public boolean isOver() {
        return this != RUNNING && this != FAILED;
    }
}
