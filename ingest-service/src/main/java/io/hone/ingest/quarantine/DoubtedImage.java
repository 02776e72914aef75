package io.hone.ingest.quarantine;

import io.hone.contracts.Checks;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.ingest.record.KnownImage;

/**
 * An image in quarantine.
 *
 * @param image its offset is that of its record in the quarantine's topic
 */
record DoubtedImage(KnownImage image, LabelDoubted doubt) {

    DoubtedImage {
        Checks.present("image", image);
        Checks.present("doubt", doubt);
    }
}
