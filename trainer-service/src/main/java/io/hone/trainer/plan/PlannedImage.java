package io.hone.trainer.plan;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;

/** An image that a run trains on, with the label it had when the run was planned. */
public record PlannedImage(ImageId id, String label) {

    public PlannedImage {
        Checks.present("id", id);
        Checks.present("label", label);
    }
}
