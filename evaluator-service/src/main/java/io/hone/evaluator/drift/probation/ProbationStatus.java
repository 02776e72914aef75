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
    /** The champion moved before it was over. */
    @JsonProperty("superseded")
    SUPERSEDED
}
