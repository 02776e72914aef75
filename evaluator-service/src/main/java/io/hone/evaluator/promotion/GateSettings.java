package io.hone.evaluator.promotion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

/** What a candidate must bring to become champion. */
@ConfigMapping(prefix = "hone.gate")
public interface GateSettings {

    /** Hold-out images below which no verdict is reached. */
    @WithDefault("100")
    @Min(1)
    int minimumHoldOut();

    /** Accuracy that a candidate must have over the champion, in percentage points. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("100")
    double minimumGain();
}
