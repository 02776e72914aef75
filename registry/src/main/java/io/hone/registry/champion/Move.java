package io.hone.registry.champion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a version became champion. */
public enum Move {
    /** The first version of a newly registered model. */
    @JsonProperty("registered")
    REGISTERED,
    /** The gate found it really better. */
    @JsonProperty("promoted")
    PROMOTED,
    /** It had been champion before, and is again. */
    @JsonProperty("rolled-back")
    ROLLED_BACK
}
