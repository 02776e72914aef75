package io.hone.evaluator.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How candidates are found and compared. */
@ConfigMapping(prefix = "hone.evaluation")
public interface EvaluationSettings {

    /** How often the bucket is searched for candidates that nobody was told about. */
    @WithDefault("1m")
    Duration sweep();

    /** Images that a network is shown at once. */
    @WithDefault("64")
    @Min(1)
    @Max(4096)
    int batchSize();

    /** Single images that champion and candidate are timed on in turns; 0 for none. */
    @WithDefault("50")
    @Min(0)
    @Max(10000)
    int latencyImages();
}
