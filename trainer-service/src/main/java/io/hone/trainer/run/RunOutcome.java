package io.hone.trainer.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** How a run ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunOutcome.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RunOutcome.Failed.class, name = "failed")
})
public sealed interface RunOutcome {

    Instant at();

    /**
     * @param version the candidate that came of it
     * @param loss at the end, in nats
     * @param seconds the training took
     */
    record Finished(Instant at, int version, double loss, double seconds) implements RunOutcome {}

    /** @param reason what went wrong and what to do about it */
    record Failed(Instant at, String reason) implements RunOutcome {}
}
