package io.hone.cli.push;

import java.util.List;

/** Takes batches, several at a time. */
interface Sender {

    /** One outcome for each image, in no particular order. */
    List<Outcome> send(List<LabelledImage> images);

    /** What the progress bar says is done. */
    String activity();
}
