package io.hone.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a candidate. */
public enum Outcome {
    /** Really better: the new champion. */
    @JsonProperty("promoted")
    PROMOTED,
    /** Not better, or worse where it must not be. */
    @JsonProperty("rejected")
    REJECTED,
    /** Too few hold-out images to tell. */
    @JsonProperty("inconclusive")
    INCONCLUSIVE
}
