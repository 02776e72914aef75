package io.hone.contracts.model;

import io.hone.contracts.Checks;
import java.time.Instant;

/**
 * What was agreed when a model was registered and holds for all its versions. Written once: were the hold-out fraction
 * to change, images that were trained on would turn up in the hold-out.
 *
 * @param holdOutFraction share of images never trained on, 0.01 to 0.9
 * @param registeredAt when
 */
public record ModelSettings(ModelName model, double holdOutFraction, Instant registeredAt) {

    public ModelSettings {
        Checks.present("model", model);
        Checks.within("holdOutFraction", holdOutFraction, 0.01, 0.9);
        Checks.present("registeredAt", registeredAt);
    }
}
