package io.hone.evaluator.hygiene;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Hygiene;
import io.hone.vision.store.StoredImage;
import java.util.List;

/**
 * @param images of the hold-out that say something about those who are compared, in the order of their arrival
 * @param hygiene what was found out about the others, and about training
 */
public record Inspection(List<StoredImage> images, Hygiene hygiene) {

    public Inspection {
        images = List.copyOf(images);
        Checks.present("hygiene", hygiene);
    }
}
