package io.hone.evaluator.evaluation;

import io.hone.registry.version.Dataset;
import java.time.Instant;
import java.util.Optional;

/** Knows when labels were given. */
public interface NewestLabel {

    /** When the newest label was given that the trainer had read for a dataset; empty if nobody knows any more. */
    Optional<Instant> before(Dataset dataset);
}
