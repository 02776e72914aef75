package io.hone.contracts.champion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a version became champion. */
public enum Move {
    /** The first version of a newly registered model. */
    @JsonProperty("registered")
    REGISTERED,
    /** The gate found it really better. */
    @JsonProperty("promoted")
    PROMOTED,
    /** The gate found nothing against it, and a person agreed. */
    @JsonProperty("approved")
    APPROVED,
    /** A person promoted it, whatever the gate says. */
    @JsonProperty("forced")
    FORCED,
    /** It had been champion before, and is again: a person took back what came after it, or the evaluator did. */
    @JsonProperty("rolled-back")
    ROLLED_BACK
}
