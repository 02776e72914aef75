package io.hone.evaluator.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What newly registered models get. */
@ConfigMapping(prefix = "hone.registration")
public interface RegistrationSettings {

    /** The largest record of the labelled-image topic: ingest's inline limit, and room for the headers. */
    @WithDefault("2097152")
    @Min(65536)
    @Max(67108864)
    int maxRecordBytes();
}
