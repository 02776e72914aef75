package io.hone.contracts;

import io.hone.contracts.model.ModelName;
import java.time.Instant;

/** What services tell each other, as JSON, besides images. */
public interface HoneEvent {

    ModelName model();

    /** When it happened. */
    Instant at();
}
