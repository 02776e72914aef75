package io.hone.contracts.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a run started. */
public enum Trigger {
    /** Enough new images had arrived. */
    @JsonProperty("new-images")
    NEW_IMAGES,
    /** Enough time had passed since the last run. */
    @JsonProperty("interval")
    INTERVAL,
    /** The champion had become worse at what comes in. */
    @JsonProperty("drift")
    DRIFT,
    /** A person asked for it. */
    @JsonProperty("person")
    PERSON
}
